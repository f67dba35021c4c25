// Years: where the national team lays out a year of the catalogue. What a year calls its groups, leads and sessions is
// data of the year; whatever shows a project, a group or a session of that year says it in those words.
export { changeTerms } from './actions/change-terms.ts'
export { mayLayOutYears } from './policy.ts'
