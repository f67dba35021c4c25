// Sessions: the dated meetings of a group, where and with whom they are, and who has been told which version of a date.
// Changes take the group's lock first; those who were told a date hear of its change in the same transaction, one mail each.
// `formGroup` makes a group with its offer's planned dates; `callOffGroup` ends one with its dates and places.
// After a place is held, `tellPeopleOfPlace` sends its people the confirmed dates.
export { callOffDates } from './actions/call-off-dates.ts'
export { addSession, hostSession, moveSession, tellOfHosts } from './actions/change-session.ts'
export { formGroup } from './actions/form-group.ts'
export { type CalendarChanged, handOverDates } from './actions/hand-over-dates.ts'
export { leaveDates, tellOfJoining } from './actions/join-dates.ts'
export { confirmDates, rearrangeSessions } from './actions/rearrange-sessions.ts'
export { holdSession } from './actions/settle-session.ts'
export { tellEveryone, tellPeopleOfPlace } from './actions/tell-everyone.ts'
export { placeInWords } from './emails/calendar.ts'
export { type SessionToCome, sessionComing, sessionsToCome } from './feed-queries.ts'
export { sessionsOfGroup } from './queries.ts'
export {
  hasBegun,
  lengthOf,
  numberedName,
  type Session,
  type SessionDetails,
  sessionKindOf,
  whenInWords,
} from './session.ts'
export { peopleOfDates } from './telling-queries.ts'
