import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostFileBytes } from '../../vocabulary/file-taken.ts'
import { groupLeads } from '../people/index.ts'
import { fileByLink, fileForMember, showByLink, showForMember } from './pages/member.page.ts'
import { newMessage, previewMessage, send, withdrawMessage } from './pages/message.page.ts'
import { add, fileForWork, showForWork, takeBack } from './pages/work.page.ts'

export const routes = [
  get('/taking-part/:token', byLink('cancel'), showByLink),
  get('/taking-part/:token/materials/:material', byLink('cancel'), fileByLink),
  get('/my/groups/:group/page', signedIn, showForMember),
  get('/my/groups/:group/page/materials/:material', signedIn, fileForMember),
  get('/groups/:id/page', groupLeads, showForWork),
  postFile('/groups/:id/page/materials', groupLeads, add, mostFileBytes),
  get('/groups/:id/page/materials/:material', groupLeads, fileForWork),
  post('/groups/:id/page/materials/:material/take-back', groupLeads, takeBack),
  get('/groups/:id/page/messages/new', groupLeads, newMessage),
  post('/groups/:id/page/messages/preview', groupLeads, previewMessage),
  post('/groups/:id/page/messages', groupLeads, send),
  post('/groups/:id/page/messages/:written/take-back', groupLeads, withdrawMessage),
]
