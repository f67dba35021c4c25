import { get, post, type Route } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, nationalTeam } from '../people/index.ts'
import { askForPart, savePart } from './pages/edit.page.ts'
import { preview, printPreview } from './pages/preview.page.ts'
import { correct, drop, publish, showWrittenProject, withdraw } from './pages/project.page.ts'
import { askForProject, saveNewProject, showProjectsToManage } from './pages/projects.page.ts'
import { showVersions } from './pages/versions.page.ts'

const routesBelow = (path: string, writers: Route['access'], publishers: Route['access']): readonly Route[] => [
  get(path, writers, showProjectsToManage),
  get(`${path}/new`, writers, askForProject),
  post(`${path}/new`, writers, saveNewProject),
  get(`${path}/:project`, writers, showWrittenProject),
  get(`${path}/:project/edit/:part`, writers, askForPart),
  post(`${path}/:project/edit/:part`, writers, savePart),
  get(`${path}/:project/preview`, writers, preview),
  get(`${path}/:project/preview.pdf`, writers, printPreview),
  get(`${path}/:project/versions`, writers, showVersions),
  post(`${path}/:project/publish`, publishers, publish),
  post(`${path}/:project/correct`, publishers, correct),
  post(`${path}/:project/drop`, writers, drop),
  post(`${path}/:project/withdraw`, publishers, withdraw),
]

export const routes = [
  ...routesBelow('/hub/:hub/projects', hubStaff, hubLeads),
  ...routesBelow('/network/projects', nationalTeam, nationalTeam),
]
