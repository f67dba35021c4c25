import { byLink } from '../../platform/http/access.ts'
import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostFileBytes } from '../../vocabulary/file-taken.ts'
import { groupLeads } from '../people/index.ts'
import { showFileToLead } from './pages/file.page.ts'
import { saveReflection, showFile, showReflect } from './pages/reflect.page.ts'
import { askForTask, saveTask, showTask, showTasks } from './pages/tasks.page.ts'

export const routes = [
  get('/groups/:id/tasks', groupLeads, showTasks),
  post('/groups/:id/tasks', groupLeads, saveTask),
  get('/groups/:id/tasks/new', groupLeads, askForTask),
  get('/groups/:id/tasks/:task', groupLeads, showTask),
  get('/groups/:id/tasks/:task/files/:file', groupLeads, showFileToLead),
  get('/reflect/:token', byLink('reflect'), showReflect),
  postFile('/reflect/:token', byLink('reflect'), saveReflection, mostFileBytes),
  get('/reflect/:token/files/:file', byLink('reflect'), showFile),
]
