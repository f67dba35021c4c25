import { signedIn } from '../../platform/http/access.ts'
import { get } from '../../platform/http/routes.ts'
import { exportOwnPart, showOwnPart } from './pages/own-part.page.ts'

export const routes = [
  get('/my/groups/:group', signedIn, showOwnPart),
  get('/my/groups/:group/people.csv', signedIn, exportOwnPart),
]
