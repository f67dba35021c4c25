// Calendars: the days that matter to whoever sets dates. Bank holidays as the government publishes them, days of the whole network,
// and the terms and holidays of schools by authority, which differ and so warn without ever standing in the way.
// `followBankHolidays` keeps a process up with what was read last; `daysOfAuthorities` and `nationalDaysBetween` are for rooms that plan.
export { readBankHolidays } from './actions/read-bank-holidays.ts'
export { stateNationalDay } from './actions/state-national-day.ts'
export { sendTermList, stateTermList } from './actions/state-term-list.ts'
export { stateTermDates } from './actions/state-terms.ts'
export { catchUpWithBankHolidays, followBankHolidays } from './jobs.ts'
export { mayKeepBankHolidays, mayStateNationalDays, mayStateTerms } from './policy.ts'
export {
  type AuthorityDays,
  daysOfAuthorities,
  knownForTerms,
  type NationalDay,
  nationalDaysBetween,
  termListOf,
} from './queries.ts'
export { holidayInWords, type SchoolDay, schoolDay, type TermDates } from './school-days.ts'
export { markOfTermList, planTermList } from './term-list.ts'
