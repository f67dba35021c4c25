// Catalogue: the public pages of a project, a hub and a school, with what it can join and the reasons; the year's catalogue in
// print and as data. It looks into projects, offers, criteria and stages and draws what they know; who writes a project is
// shown its page here as everybody will see it.
export { printCatalogue } from './pages/catalogue.page.ts'
export { areaInWords } from './pages/hubs.view.ts'
export { printed } from './pages/print-project.page.ts'
export { projectArticle, type ShownProject } from './pages/project.view.ts'
export { schoolPath, schoolSign } from './place.ts'
export { organisationAt } from './queries.ts'
