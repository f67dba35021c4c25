import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, nationalTeam } from '../people/index.ts'
import { followNetwork, saveController, showController } from './pages/controllers.page.ts'

export const routes = [
  get('/network/controllers', nationalTeam, showController),
  post('/network/controllers', nationalTeam, saveController),
  get('/hub/:hub/controller', hubLeads, showController),
  post('/hub/:hub/controller', hubLeads, saveController),
  post('/hub/:hub/controller/follow', hubLeads, followNetwork),
]
