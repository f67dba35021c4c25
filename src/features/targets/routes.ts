import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostBytes } from '../../platform/spreadsheets/index.ts'
import { hubLeads, hubStaff, nationalReaders, nationalTeam } from '../people/index.ts'
import { downloadHubTargets, showHubTargets } from './pages/hub.page.ts'
import { discard, showList, showLists, showRefused, state, takeList } from './pages/lists.page.ts'
import { downloadNetworkTargets, showNetworkTargets } from './pages/network.page.ts'
import { saveProjectTargets, showProjectTargets } from './pages/project.page.ts'

export const routes = [
  get('/network/targets', nationalReaders, showNetworkTargets),
  get('/network/targets.csv', nationalReaders, downloadNetworkTargets),
  get('/network/targets/lists', nationalTeam, showLists),
  postFile('/network/targets/lists', nationalTeam, takeList, mostBytes),
  get('/network/targets/lists/:list', nationalTeam, showList),
  get('/network/targets/lists/:list/refused.csv', nationalTeam, showRefused),
  post('/network/targets/lists/:list/state', nationalTeam, state),
  post('/network/targets/lists/:list/discard', nationalTeam, discard),
  get('/network/targets/:project', nationalReaders, showProjectTargets),
  post('/network/targets/:project', nationalTeam, saveProjectTargets),
  get('/hub/:hub/targets', hubStaff, showHubTargets),
  get('/hub/:hub/targets.csv', hubStaff, downloadHubTargets),
  get('/hub/:hub/targets/:project', hubLeads, showProjectTargets),
  post('/hub/:hub/targets/:project', hubLeads, saveProjectTargets),
]
