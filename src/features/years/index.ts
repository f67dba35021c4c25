// Years: where the national team lays out a year of the catalogue: its introduction, sections and families with their
// projects, notices, goals and partner bodies, written as a draft, seen as it will be, published at once, with every version kept; and what
// a year calls its groups, leads and sessions, which whatever shows a project, a group or a session of it says.
export { changeLayout, layOutYear } from './actions/change-layout.ts'
export { changeTerms } from './actions/change-terms.ts'
export { openYear, openYears } from './actions/open-years.ts'
export { asPublished } from './actions/publish-year.ts'
export { emptyLayout, type LaidOutSection, type YearLayout } from './layout.ts'
export { publicLayout, workingLayout } from './layout-queries.ts'
export { mayLayOutYears } from './policy.ts'
