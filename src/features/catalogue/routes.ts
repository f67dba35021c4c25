import { everyone } from '../../platform/http/access.ts'
import { get } from '../../platform/http/routes.ts'
import { showHub, showHubs } from './pages/hubs.page.ts'
import { leadFromCode, printCatalogue, printProject, showProject, showProjects } from './pages/projects.page.ts'
import { showSchool, showSchools } from './pages/school.page.ts'

export const routes = [
  get('/projects', everyone, showProjects),
  get('/projects/:year.pdf', everyone, printCatalogue),
  get('/projects/:code', everyone, leadFromCode),
  get('/projects/:year/:slug', everyone, showProject),
  get('/projects/:year/:slug.pdf', everyone, printProject),
  get('/hubs', everyone, showHubs),
  get('/hubs/:hub', everyone, showHub),
  get('/schools', everyone, showSchools),
  get('/schools/:urn', everyone, showSchool),
]
