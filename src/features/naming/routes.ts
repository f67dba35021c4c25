import { get, post } from '../../platform/http/routes.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { actOnNames, saveNames, showNames } from './pages/names.page.ts'
import { saveNamesOfProject, showNamesOfProject } from './pages/project-names.page.ts'

export const routes = [
  get('/hub/:hub/offers/:offer/names', hubStaff, showNames),
  post('/hub/:hub/offers/:offer/names', hubStaff, saveNames),
  post('/hub/:hub/offers/:offer/names/:interest', hubStaff, actOnNames),
  get('/network/projects/:project/names', nationalTeam, showNamesOfProject),
  post('/network/projects/:project/names', nationalTeam, saveNamesOfProject),
]
