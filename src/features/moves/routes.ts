import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { decide, showMove, showMoves } from './pages/moves.page.ts'

export const routes = [
  get('/hub/:hub/people/moves', hubStaff, showMoves),
  get('/hub/:hub/people/moves/:move', hubStaff, showMove),
  post('/hub/:hub/people/moves/:move', hubStaff, decide),
]
