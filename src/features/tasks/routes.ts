import { byLink } from '../../platform/http/access.ts'
import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostFileBytes } from '../../vocabulary/file-taken.ts'
import { groupLeads } from '../people/index.ts'
import { showFileToLead } from './pages/file.page.ts'
import { dropMaterial, saveMaterial, showMaterial, showMaterialToLead } from './pages/materials.page.ts'
import { saveReflection, showFile, showReflect } from './pages/reflect.page.ts'
import { askForTask, saveTask, showTask, showTasks } from './pages/tasks.page.ts'

export const routes = [
  get('/groups/:id/tasks', groupLeads, showTasks),
  postFile('/groups/:id/tasks', groupLeads, saveTask, mostFileBytes),
  get('/groups/:id/tasks/new', groupLeads, askForTask),
  get('/groups/:id/tasks/:task', groupLeads, showTask),
  get('/groups/:id/tasks/:task/files/:file', groupLeads, showFileToLead),
  postFile('/groups/:id/tasks/:task/materials', groupLeads, saveMaterial, mostFileBytes),
  get('/groups/:id/tasks/:task/materials/:belonging', groupLeads, showMaterialToLead),
  post('/groups/:id/tasks/:task/materials/:belonging/remove', groupLeads, dropMaterial),
  get('/reflect/:token', byLink('reflect'), showReflect),
  postFile('/reflect/:token', byLink('reflect'), saveReflection, mostFileBytes),
  get('/reflect/:token/files/:file', byLink('reflect'), showFile),
  get('/reflect/:token/materials/:belonging', byLink('reflect'), showMaterial),
]
