// Attendance: what the marks in registers come to, by person, organisation and group, against what the project asks.
// What somebody attended is counted by the one rule of room registers; here it is set against what is asked. Times are whole minutes
// and shares are exact: nothing is rounded before it is compared.
export { stateTerms as stateAttendanceTerms } from './actions/state-terms.ts'
