import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, nationalTeam } from '../people/index.ts'
import { decideErasure, showErasure, showErasures } from './pages/erasures.page.ts'
import { saveRetention, showHubRetention, showRetention } from './pages/retention.page.ts'

export const routes = [
  get('/network/erasures', nationalTeam, showErasures),
  get('/network/erasures/:erasure', nationalTeam, showErasure),
  post('/network/erasures/:erasure', nationalTeam, decideErasure),
  get('/hub/:hub/retention', hubLeads, showHubRetention),
  get('/network/retention', nationalTeam, showRetention),
  post('/network/retention', nationalTeam, saveRetention),
]
