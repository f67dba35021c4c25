import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, nationalReaders, nationalTeam } from '../people/index.ts'
import { saveAbout, saveNotice, showAbout } from './pages/about.page.ts'
import {
  askForArea,
  askForCorrection,
  askForHub,
  askForLead,
  askForName,
  saveArea,
  saveCorrection,
  saveLead,
  saveName,
  saveNewHub,
} from './pages/facts.page.ts'
import { askForHandOver, saveHandOver } from './pages/hand-over.page.ts'
import { cancelChange, showHub, showHubs } from './pages/hubs.page.ts'
import { askForMerge, saveMerge } from './pages/merge.page.ts'
import { askForSplit, saveSplit } from './pages/split.page.ts'

export const routes = [
  get('/network/hubs', nationalReaders, showHubs),
  get('/network/hubs/new', nationalTeam, askForHub),
  post('/network/hubs/new', nationalTeam, saveNewHub),
  get('/network/hubs/:hub', nationalTeam, showHub),
  get('/network/hubs/:hub/name', nationalTeam, askForName),
  post('/network/hubs/:hub/name', nationalTeam, saveName),
  get('/network/hubs/:hub/lead', nationalTeam, askForLead),
  post('/network/hubs/:hub/lead', nationalTeam, saveLead),
  get('/network/hubs/:hub/area', nationalTeam, askForArea),
  post('/network/hubs/:hub/area', nationalTeam, saveArea),
  get('/network/hubs/:hub/correct/:kind/:fact', nationalTeam, askForCorrection),
  post('/network/hubs/:hub/correct/:kind/:fact', nationalTeam, saveCorrection),
  get('/network/hubs/:hub/hand-over', nationalTeam, askForHandOver),
  post('/network/hubs/:hub/hand-over', nationalTeam, saveHandOver),
  get('/network/hubs/:hub/merge', nationalTeam, askForMerge),
  post('/network/hubs/:hub/merge', nationalTeam, saveMerge),
  get('/network/hubs/:hub/split', nationalTeam, askForSplit),
  post('/network/hubs/:hub/split', nationalTeam, saveSplit),
  post('/network/hubs/:hub/changes/:change/cancel', nationalTeam, cancelChange),
  get('/hub/:hub/about', hubStaff, showAbout),
  post('/hub/:hub/about', hubStaff, saveAbout),
  post('/hub/:hub/about/notice', hubLeads, saveNotice),
]
