import { everyone, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, nationalTeam } from '../people/index.ts'
import {
  askOwnErasure,
  askOwnReport,
  downloadOwnReport,
  printOwnReport,
  showErase,
  showOwnData,
  showOwnReads,
  withdrawOwnErasure,
} from './pages/own-data.page.ts'
import { askReportFor, findPeople, proposeErasure, showPerson } from './pages/people.page.ts'
import { showHubPrivacy, showPrivacy } from './pages/privacy.page.ts'

export const routes = [
  get('/privacy', everyone, showPrivacy),
  get('/hubs/:hub/privacy', everyone, showHubPrivacy),
  get('/account/data', signedIn, showOwnData),
  get('/account/data/reads', signedIn, showOwnReads),
  get('/account/data/erase', signedIn, showErase),
  post('/account/data/erase', signedIn, askOwnErasure),
  post('/account/data/erase/withdraw', signedIn, withdrawOwnErasure),
  post('/account/data/report', signedIn, askOwnReport),
  get('/account/data/:report.pdf', signedIn, printOwnReport),
  get('/account/data/:report.json', signedIn, downloadOwnReport),
  get('/hub/:hub/personal-data', hubLeads, findPeople),
  get('/hub/:hub/personal-data/:person', hubLeads, showPerson),
  post('/hub/:hub/personal-data/:person/report', hubLeads, askReportFor),
  post('/hub/:hub/personal-data/:person/erasure', hubLeads, proposeErasure),
  get('/network/personal-data', nationalTeam, findPeople),
  get('/network/personal-data/:person', nationalTeam, showPerson),
  post('/network/personal-data/:person/report', nationalTeam, askReportFor),
  post('/network/personal-data/:person/erasure', nationalTeam, proposeErasure),
]
