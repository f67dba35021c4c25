import { get, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../people/index.ts'
import { decideSuccession, showSuccession } from './pages/question.page.ts'

export const routes = [
  get('/network/successions/:id', nationalTeam, showSuccession),
  post('/network/successions/:id', nationalTeam, decideSuccession),
]
