// Register files: a file of a national register, sent on a page by the national team. It is written to the disk as it comes and
// read by the worker, one at a time, as the command line reads one; the page says how far it is and can be left and come back to.
// What is read, and what comes of it, is the earlier room's: national-registers.
export { sendRegisterFile } from './actions/send-register-file.ts'
export { maySendRegisterFiles } from './policy.ts'
export { mostBytes, type RegisterFile } from './register-file.ts'
