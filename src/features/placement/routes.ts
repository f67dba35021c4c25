import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { askAgain, askForPlacement, callOff, showAsk, showPlacements } from './pages/asking.page.ts'
import { showCompared } from './pages/compare.page.ts'
import { showMap } from './pages/map.page.ts'
import { acceptRun, discardRun, showRun } from './pages/placement.page.ts'
import { removePin, saveChange, saveCompany, showChange } from './pages/settling.page.ts'

export const routes = [
  get('/hub/:hub/placement', hubStaff, showPlacements),
  post('/hub/:hub/placement', hubStaff, askForPlacement),
  get('/hub/:hub/placement/new', hubStaff, showAsk),
  get('/hub/:hub/placement/:run', hubStaff, showRun),
  get('/hub/:hub/placement/:run/map', hubStaff, showMap),
  get('/hub/:hub/placement/:run/compared/:other', hubStaff, showCompared),
  post('/hub/:hub/placement/:run/again', hubStaff, askAgain),
  post('/hub/:hub/placement/:run/cancel', hubStaff, callOff),
  post('/hub/:hub/placement/:run/accept', hubStaff, acceptRun),
  post('/hub/:hub/placement/:run/discard', hubStaff, discardRun),
  get('/hub/:hub/placement/:run/change/:interest', hubStaff, showChange),
  post('/hub/:hub/placement/:run/change/:interest', hubStaff, saveChange),
  post('/hub/:hub/placement/:run/company', hubStaff, saveCompany),
  post('/hub/:hub/placement/:run/pins/:pin/remove', hubStaff, removePin),
]
