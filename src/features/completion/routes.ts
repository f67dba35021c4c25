import { everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff, nationalTeam } from '../people/index.ts'
import { askToWithdraw, saveCompletion, saveWithdrawal, showCompletion, showStatements } from './pages/complete.page.ts'
import { showCheck, showStatement } from './pages/statement.page.ts'
import { saveTerms, showTerms } from './pages/terms.page.ts'

export const routes = [
  get('/groups/:id/complete', groupLeads, showCompletion),
  post('/groups/:id/complete', groupLeads, saveCompletion),
  get('/groups/:id/statements', groupLeads, showStatements),
  get('/groups/:id/statements/:statement', groupLeads, askToWithdraw),
  post('/groups/:id/statements/:statement', groupLeads, saveWithdrawal),
  get('/network/projects/:project/completing', nationalTeam, showTerms),
  post('/network/projects/:project/completing', nationalTeam, saveTerms),
  get('/hub/:hub/projects/:project/completing', hubStaff, showTerms),
  post('/hub/:hub/projects/:project/completing', hubStaff, saveTerms),
  get('/statements', everyone, showCheck),
  get('/statements/:code', everyone, showStatement),
]
