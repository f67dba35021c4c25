// Catalogue: the public pages. Find a project, find your hub, find your school and see what it can join, with reasons.
// No other room needs it: it looks into projects, offers, criteria and stages and draws what they know.
export { printCatalogue } from './pages/catalogue.page.ts'
export { schoolPath, schoolSign } from './place.ts'
export { organisationAt } from './queries.ts'
