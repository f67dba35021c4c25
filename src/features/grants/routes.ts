import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, nationalReaders, nationalTeam } from '../people/index.ts'
import { carryOutApproval, previewApproval, showApproval, undoHere } from './pages/act.page.ts'
import { decideGrant, downloadGrants, saveRepayment, showGrant, showGrants, workOut } from './pages/grants.page.ts'
import { saveRule, showNumbers, showRules } from './pages/rules.page.ts'

export const routes = [
  get('/hub/:hub/grants', hubStaff, showGrants),
  get('/hub/:hub/grants.csv', hubStaff, downloadGrants),
  post('/hub/:hub/grants/work-out', hubStaff, workOut),
  get('/hub/:hub/grants/rules', hubStaff, showRules),
  post('/hub/:hub/grants/rules', hubLeads, saveRule),
  post('/hub/:hub/grants/check', hubLeads, previewApproval),
  post('/hub/:hub/grants/approve', hubLeads, carryOutApproval),
  get('/hub/:hub/grants/approved/:approved', hubStaff, showApproval),
  post('/hub/:hub/grants/approved/:approved/undo', hubLeads, undoHere),
  get('/hub/:hub/grants/:grant', hubStaff, showGrant),
  post('/hub/:hub/grants/:grant', hubStaff, decideGrant),
  post('/hub/:hub/grants/:grant/repaid', hubStaff, saveRepayment),
  get('/network/grants', nationalReaders, showNumbers),
  get('/network/grants/rules', nationalReaders, showRules),
  post('/network/grants/rules', nationalTeam, saveRule),
]
