import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { applyOne, askWhatIf, showLeftOut } from './pages/left-out.page.ts'

export const routes = [
  get('/hub/:hub/placement/:run/left-out', hubStaff, showLeftOut),
  post('/hub/:hub/placement/:run/left-out', hubStaff, askWhatIf),
  post('/hub/:hub/placement/:run/left-out/:change', hubStaff, applyOne),
]
