import { signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { askToIssue, downloadLedger, issue, showAccount, showAccounts } from './pages/accounts.page.ts'
import { showOwnAccounts, showStatement } from './pages/statement.page.ts'

export const routes = [
  get('/hub/:hub/accounts', hubStaff, showAccounts),
  get('/hub/:hub/accounts.csv', hubStaff, downloadLedger),
  post('/hub/:hub/accounts/check', hubStaff, askToIssue),
  post('/hub/:hub/accounts/issue', hubStaff, issue),
  get('/hub/:hub/accounts/:payer', hubStaff, showAccount),
  get('/my/accounts', signedIn, showOwnAccounts),
  get('/accounts/:account', signedIn, showStatement),
]
