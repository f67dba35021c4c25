// Backup: the whole installation in one compressed file, and back again from it.
export { CannotRestore } from './format.ts'
export { makeBackup } from './make.ts'
export { restoreBackup } from './restore.ts'
