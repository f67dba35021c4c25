import { signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, nationalTeam } from '../people/index.ts'
import { endFromAccount, showActing, stopActing } from './pages/acting.page.ts'
import { findPeople } from './pages/people.page.ts'
import { actFor, showOwn, showPerson } from './pages/person.page.ts'
import { showSeers, showWhoSeesMe } from './pages/seers.page.ts'

export const routes = [
  get('/account/access', signedIn, showOwn),
  get('/account/access/seen-by', signedIn, showWhoSeesMe),
  get('/account/acting', signedIn, showActing),
  post('/account/acting/end', signedIn, endFromAccount),
  post('/acting/end', signedIn, stopActing),
  get('/hub/:hub/access', hubLeads, findPeople),
  get('/hub/:hub/access/people/:person', hubLeads, showPerson),
  post('/hub/:hub/access/people/:person/act', hubLeads, actFor),
  get('/hub/:hub/access/people/:person/seen-by', hubLeads, showSeers('person', 'person')),
  get('/hub/:hub/access/interest/:id', hubLeads, showSeers('interest')),
  get('/hub/:hub/access/groups/:id', hubLeads, showSeers('group')),
  get('/hub/:hub/access/places/:id', hubLeads, showSeers('place')),
  get('/hub/:hub/access/charges/:id', hubLeads, showSeers('charge')),
  get('/hub/:hub/access/offers/:id', hubLeads, showSeers('offer')),
  get('/network/access', nationalTeam, findPeople),
  get('/network/access/people/:person', nationalTeam, showPerson),
  post('/network/access/people/:person/act', nationalTeam, actFor),
  get('/network/access/people/:person/seen-by', nationalTeam, showSeers('person', 'person')),
]
