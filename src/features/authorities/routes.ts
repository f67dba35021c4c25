import { get } from '../../platform/http/routes.ts'
import { nationalTeam } from '../organisations/index.ts'
import { showAuthorities, showAuthority } from './pages/authorities.page.ts'

export const routes = [
  get('/network/authorities', nationalTeam, showAuthorities),
  get('/network/authorities/:authority', nationalTeam, showAuthority),
]
