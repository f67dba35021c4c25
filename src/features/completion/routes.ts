import { everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { askToWithdraw, saveCompletion, saveWithdrawal, showCompletion, showStatements } from './pages/complete.page.ts'
import { showCheck, showStatement } from './pages/statement.page.ts'

export const routes = [
  get('/groups/:id/complete', groupLeads, showCompletion),
  post('/groups/:id/complete', groupLeads, saveCompletion),
  get('/groups/:id/statements', groupLeads, showStatements),
  get('/groups/:id/statements/:statement', groupLeads, askToWithdraw),
  post('/groups/:id/statements/:statement', groupLeads, saveWithdrawal),
  get('/statements', everyone, showCheck),
  get('/statements/:code', everyone, showStatement),
]
