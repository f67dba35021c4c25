// Registers: who came to a session, by whom recorded and when. A mark is never lost and never doubled (domain rule 6).
// Other rooms ask here what the marks come to (attendance), and for a group in the sight of those who do its work.

export { takeRegister } from './actions/take-register.ts'
export type { Attendance } from './attendance.ts'
export { attendanceOfGroup } from './attendance-queries.ts'
export { type MarkName, markLabels } from './mark.ts'
export { mayTakeRegister } from './policy.ts'
export { groupWorkedOn, type TakingPart, takingPartIn } from './queries.ts'
