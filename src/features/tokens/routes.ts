import { get, post } from '../../platform/http/routes.ts'
import { hubStaffAnd } from '../people/index.ts'
import { addToken, dropToken, showTokens } from './pages/tokens.page.ts'

const holders = hubStaffAnd('national_team')

export const routes = [
  get('/account/tokens', holders, showTokens),
  post('/account/tokens', holders, addToken),
  post('/account/tokens/revoke', holders, dropToken),
]
