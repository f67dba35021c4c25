import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { changeLine, showLine } from './pages/line.page.ts'
import { changeOwnTurn, showOwnTurn } from './pages/own-turn.page.ts'

export const routes = [
  get('/hub/:hub/waiting/:offer', hubStaff, showLine),
  post('/hub/:hub/waiting/:offer', hubStaff, changeLine),
  get('/status/:token/waiting', byLink('status'), showOwnTurn),
  post('/status/:token/waiting', byLink('status'), changeOwnTurn),
]
