import { everyone } from '../../platform/http/access.ts'
import { get, getKept } from '../../platform/http/routes.ts'
import { explainCatalogueData, listCatalogue, printCatalogue, tellCatalogue } from './pages/catalogue.page.ts'
import { showHub } from './pages/hubs.page.ts'
import { leadFromCode, printProject, showProject } from './pages/projects.page.ts'

export const routes = [
  getKept('/projects/data', everyone, explainCatalogueData),
  getKept('/projects/:year.pdf', everyone, printCatalogue),
  getKept('/projects/:year.csv', everyone, listCatalogue),
  getKept('/projects/:year.json', everyone, tellCatalogue),
  get('/projects/:code', everyone, leadFromCode),
  getKept('/projects/:year/:slug', everyone, showProject),
  getKept('/projects/:year/:slug.pdf', everyone, printProject),
  getKept('/hubs/:hub', everyone, showHub),
]
