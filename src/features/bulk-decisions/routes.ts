import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { begin, carryOut, choose, showAct, showActs, undo } from './pages/act.page.ts'

export const routes = [
  get('/hub/:hub/acts', hubStaff, showActs),
  post('/hub/:hub/acts', hubStaff, begin),
  get('/hub/:hub/acts/:act', hubStaff, showAct),
  post('/hub/:hub/acts/:act', hubStaff, choose),
  post('/hub/:hub/acts/:act/carry-out', hubStaff, carryOut),
  post('/hub/:hub/acts/:act/undo', hubStaff, undo),
]
