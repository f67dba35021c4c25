import { byLink, everyone, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubsLinkPurposes } from '../../vocabulary/link-purpose.ts'
import { groupLeads, hubStaff } from '../people/index.ts'
import {
  renewGroupFeed,
  renewHubFeed,
  renewOwnFeed,
  showGroupFeed,
  showHubFeed,
  showOwnFeed,
} from './pages/feed.page.ts'
import { askMistaken, saveMistaken, showStopped } from './pages/mistaken.page.ts'
import { askNewLink, sendNewLink } from './pages/new-link.page.ts'
import { stopOfInterest, stopOfParticipant } from './pages/stop-links.page.ts'

export const routes = [
  get('/account/calendar', signedIn, showOwnFeed),
  post('/account/calendar', signedIn, renewOwnFeed),
  get('/hub/:hub/calendar', hubStaff, showHubFeed),
  post('/hub/:hub/calendar', hubStaff, renewHubFeed),
  get('/groups/:id/calendar', groupLeads, showGroupFeed),
  post('/groups/:id/calendar', groupLeads, renewGroupFeed),
  post('/hub/:hub/access/interest/:id/stop-links', hubStaff, stopOfInterest),
  post('/groups/:id/places/:place/stop-links', groupLeads, stopOfParticipant),
  ...hubsLinkPurposes.flatMap((purpose) => [
    get(`/${purpose}/:token/mistaken`, byLink(purpose), askMistaken),
    post(`/${purpose}/:token/mistaken`, byLink(purpose), saveMistaken),
  ]),
  get('/link-stopped', everyone, showStopped),
  get('/new-link/:purpose/:token', everyone, askNewLink),
  post('/new-link/:purpose/:token', everyone, sendNewLink),
]
