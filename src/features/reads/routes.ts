import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, nationalTeam } from '../people/index.ts'
import { exportParticipants, showExport } from './pages/export.page.ts'
import { showHubReads } from './pages/hub-reads.page.ts'

export const routes = [
  get('/hub/:hub/reads', hubLeads, showHubReads),
  get('/network/participants', nationalTeam, showExport),
  post('/network/participants', nationalTeam, exportParticipants),
]
