import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { saveDomain, showDomains } from './pages/domains.page.ts'
import { showHubPeople } from './pages/hub-people.page.ts'
import { answerInvitation, end, resend, revoke, showInvitation } from './pages/invitation.page.ts'
import { inviteAtHub, inviteAtNetwork, showInviteAtHub, showInviteAtNetwork } from './pages/invite.page.ts'
import { showNetworkPeople } from './pages/network-people.page.ts'
import { sayLeft, sayMoved, showMoved, showNumber, showPerson, takeBackMoved, vouch } from './pages/person.page.ts'
import { handOver, inviteColleague, sayColleagueLeft, showInvite, showSchool } from './pages/school.page.ts'

export const routes = [
  get('/invitation/:token', byLink('invitation'), showInvitation),
  post('/invitation/:token', byLink('invitation'), answerInvitation),
  post('/account/invitations/resend', signedIn, resend),
  post('/account/invitations/revoke', signedIn, revoke),
  post('/account/roles/end', signedIn, end),
  get('/account/school', signedIn, showSchool),
  get('/account/school/invite', signedIn, showInvite),
  post('/account/school/invite', signedIn, inviteColleague),
  post('/account/school/left', signedIn, sayColleagueLeft),
  post('/account/school/hand-over', signedIn, handOver),
  get('/hub/:hub/people', hubStaff, showHubPeople),
  get('/hub/:hub/people/invite', hubStaff, showInviteAtHub),
  post('/hub/:hub/people/invite', hubStaff, inviteAtHub),
  get('/hub/:hub/people/schools/:organisation', hubStaff, showDomains),
  post('/hub/:hub/people/schools/:organisation', hubStaff, saveDomain),
  get('/hub/:hub/people/:person', hubStaff, showPerson),
  post('/hub/:hub/people/:person/reference-number', hubStaff, showNumber),
  post('/hub/:hub/people/:person/lead', hubStaff, vouch),
  post('/hub/:hub/people/:person/left', hubStaff, sayLeft),
  get('/hub/:hub/people/:person/moved', hubStaff, showMoved),
  post('/hub/:hub/people/:person/moved', hubStaff, sayMoved),
  post('/hub/:hub/people/:person/moved/take-back', hubStaff, takeBackMoved),
  get('/network/people', nationalTeam, showNetworkPeople),
  get('/network/people/invite', nationalTeam, showInviteAtNetwork),
  post('/network/people/invite', nationalTeam, inviteAtNetwork),
]
