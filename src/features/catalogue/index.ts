// Catalogue: the public pages of a project and a hub; the year's catalogue in print and as data; where an organisation stands
// on the site, and which hubs serve it. It looks into projects and offers and draws what they know; who writes a project is
// shown its page here as everybody will see it.
export { printCatalogue } from './pages/catalogue.page.ts'
export { areaInWords } from './pages/hubs.view.ts'
export { printed } from './pages/print-project.page.ts'
export { projectArticle, type ShownProject } from './pages/project.view.ts'
export { type Served, schoolPath, schoolSign } from './place.ts'
export { organisationAt, servedAuthority } from './queries.ts'
