import { byLink, everyone } from '../../platform/http/access.ts'
import { get, post, postFile, type Route } from '../../platform/http/routes.ts'
import { mostFileBytes } from '../../vocabulary/file-taken.ts'
import { hubStaff } from '../people/index.ts'
import { begin, enter, showAsk, showEnter, showSent } from './pages/begin.page.ts'
import { change, showFileToHub, showOwnFile } from './pages/change.page.ts'
import { send, showCheck } from './pages/check.page.ts'
import { saveTyped, showForm, showStep } from './pages/form.page.ts'
import { share, showShare } from './pages/share.page.ts'

// The same pages behind the link of whoever asks, and among those of the hub that asks for somebody.
const formBelow = (path: string, access: Route['access']): readonly Route[] => [
  get(path, access, showForm),
  get(`${path}/check`, access, showCheck),
  post(`${path}/send`, access, send),
  get(`${path}/:step`, access, showStep),
  postFile(`${path}/:step`, access, saveTyped, mostFileBytes),
]

export const routes = [
  get('/offers/:id/interest/new', everyone, showAsk),
  post('/offers/:id/interest/new', everyone, begin),
  get('/offers/:id/interest/sent', everyone, showSent),
  ...formBelow('/interest-form/:token', byLink('interest-form')),
  get('/interest-form/:token/share', byLink('interest-form'), showShare),
  post('/interest-form/:token/share', byLink('interest-form'), share),
  post('/status/:token/change', byLink('status'), change),
  get('/status/:token/files/:answer', byLink('status'), showOwnFile),
  get('/hub/:hub/offers/:offer/interest/new', hubStaff, showEnter),
  post('/hub/:hub/offers/:offer/interest/new', hubStaff, enter),
  ...formBelow('/hub/:hub/interest-forms/:form', hubStaff),
  get('/hub/:hub/interest/:id/files/:answer', hubStaff, showFileToHub),
]
