// Registers: who came to a session, by whom recorded and when. A mark is never lost and never doubled (domain rule 6).
// What arrives when it cannot be taken as it is, and who came without being on the list, waits here for a person to settle.
// Other rooms ask here what the marks come to (attendance), and for a group in the sight of those who do its work.

export { receiveFromDevice } from './actions/receive-from-device.ts'
export { receiveMarks, recorderOf } from './actions/receive-marks.ts'
export { registerOneself } from './actions/register-oneself.ts'
export { takeRegister } from './actions/take-register.ts'
export { type Attendance, heldForPlace } from './attendance.ts'
export { attendanceOfGroup } from './attendance-queries.ts'
export {
  type Attended,
  attendedBy,
  type Counting,
  countingInWords,
  nothingYet,
  type OnRegister,
  type ToCount,
  whatCounts,
} from './attended.ts'
export { toCountIn } from './attended-queries.ts'
export { correctedTime } from './device-time.ts'
export { lastDayOf } from './former-part.ts'
export { type FormerlyWorkedOn, groupFormerlyWorkedOn } from './former-part-queries.ts'
export { isConflict, type Made, type MarkName, markLabels, markNames, type SentMark } from './mark.ts'
export { mayMarkOneself, mayTakeRegister } from './policy.ts'
export { expectedAt, groupWorkedOn, marksOfSession, sessionOfGroup, type TakingPart, takingPartIn } from './queries.ts'
export { isClosedAt, reasonAgainstRegister, registerClosesAfter } from './register.ts'
export { marksAside } from './set-aside-queries.ts'
