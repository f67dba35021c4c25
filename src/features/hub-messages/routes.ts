import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { addText, newText, retire, saveText, showText, showTexts } from './pages/texts.page.ts'

export const routes = [
  get('/hub/:hub/messages', hubStaff, showTexts),
  get('/hub/:hub/messages/new', hubStaff, newText),
  post('/hub/:hub/messages/new', hubStaff, addText),
  get('/hub/:hub/messages/:template', hubStaff, showText),
  post('/hub/:hub/messages/:template', hubStaff, saveText),
  post('/hub/:hub/messages/:template/retire', hubStaff, retire),
]
