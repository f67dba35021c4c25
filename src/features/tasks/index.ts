// Tasks: school-based work between sessions and what came of it (S13). A lead sets a task after a session; each participant
// gets one mail with a personal link, returns a reflection without an account, and then reads the others' where they are shared.

export { type CameOfTask, tasksInNumbers, whatCameOfTasks } from './came-queries.ts'
export { taskEvents } from './events.ts'
export { taskDigests, taskReminders } from './mail-jobs.ts'
export { attached } from './pages/file.page.ts'
