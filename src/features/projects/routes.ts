import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, nationalTeam } from '../people/index.ts'
import {
  askForChange,
  askForProject,
  publish,
  saveChange,
  saveNewProject,
  showProjectsToManage,
  showWrittenProject,
  withdraw,
} from './pages/write.page.ts'

export const routes = [
  get('/hub/:hub/projects', hubStaff, showProjectsToManage),
  get('/hub/:hub/projects/new', hubStaff, askForProject),
  post('/hub/:hub/projects/new', hubStaff, saveNewProject),
  get('/hub/:hub/projects/:project', hubStaff, showWrittenProject),
  get('/hub/:hub/projects/:project/edit', hubStaff, askForChange),
  post('/hub/:hub/projects/:project/edit', hubStaff, saveChange),
  post('/hub/:hub/projects/:project/publish', hubLeads, publish),
  post('/hub/:hub/projects/:project/withdraw', hubLeads, withdraw),
  get('/network/projects', nationalTeam, showProjectsToManage),
  get('/network/projects/new', nationalTeam, askForProject),
  post('/network/projects/new', nationalTeam, saveNewProject),
  get('/network/projects/:project', nationalTeam, showWrittenProject),
  get('/network/projects/:project/edit', nationalTeam, askForChange),
  post('/network/projects/:project/edit', nationalTeam, saveChange),
  post('/network/projects/:project/publish', nationalTeam, publish),
  post('/network/projects/:project/withdraw', nationalTeam, withdraw),
]
