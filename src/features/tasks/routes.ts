import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { saveReflection, showReflect } from './pages/reflect.page.ts'
import { askForTask, saveTask, showTask, showTasks } from './pages/tasks.page.ts'

export const routes = [
  get('/groups/:id/tasks', groupLeads, showTasks),
  post('/groups/:id/tasks', groupLeads, saveTask),
  get('/groups/:id/tasks/new', groupLeads, askForTask),
  get('/groups/:id/tasks/:task', groupLeads, showTask),
  get('/reflect/:token', byLink('reflect'), showReflect),
  post('/reflect/:token', byLink('reflect'), saveReflection),
]
