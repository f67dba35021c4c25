import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import {
  acceptRun,
  askForPlacement,
  discardRun,
  saveChange,
  showChange,
  showPlacements,
  showRun,
} from './pages/placement.page.ts'

export const routes = [
  get('/hub/:hub/placement', hubStaff, showPlacements),
  post('/hub/:hub/placement', hubStaff, askForPlacement),
  get('/hub/:hub/placement/:run', hubStaff, showRun),
  post('/hub/:hub/placement/:run/accept', hubStaff, acceptRun),
  post('/hub/:hub/placement/:run/discard', hubStaff, discardRun),
  get('/hub/:hub/placement/:run/change/:interest', hubStaff, showChange),
  post('/hub/:hub/placement/:run/change/:interest', hubStaff, saveChange),
]
