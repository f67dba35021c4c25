// Who may open what, said once by hand: one letter for each member of the cast, in the order below.
//   2 opened, or for a form taken (with its errors, if it was empty) · s sent to sign in · 3 forbidden · 4 as if not there
export const castOrder = [
  'visitor',
  'participant',
  'group lead',
  'hub administrator',
  'hub lead',
  'administrator of another hub',
  'school lead',
  'national team',
  'analyst',
] as const

/** How each of them signs in. */
export const castEmails: Readonly<Record<(typeof castOrder)[number], string | null>> = {
  visitor: null,
  participant: 'ifeoma.castellan@brackenwell.sch.example',
  'group lead': 'marisol.featherby@plovergate.sch.example',
  'hub administrator': 'rohan.petrescu@lcw-hub.example',
  'hub lead': 'adaeze.lindqvist@lcw-hub.example',
  'administrator of another hub': 'tunde.hallworthy@eme-hub.example',
  'school lead': 'nadia.rosewarne@tamsel.sch.example',
  'national team': 'farida.okonjo@coordinator.example',
  analyst: 'gwilym.trevarthen@ministry.example',
}

/** `own`: records of London Central and West, of the group that the group lead leads. `foreign`: records of the other administrator's hub. */
export type Expected = { readonly own: string; readonly foreign: string }

const both = (letters: string): Expected => ({ own: letters, foreign: letters })

/** Anybody, signed in or not. */
const open = both('222222222')
const signedIn = both('s22222222')
/** The holder of a link; as foreign stands a link for another purpose. */
const byLink: Expected = { own: '222222222', foreign: '444444444' }
/** Work of a hub: its staff, and for everybody else there is no such page. */
const ofHub: Expected = { own: 's44224444', foreign: 's44442444' }
/** Work of a group: its leads and the staff of its hub. */
const ofGroup: Expected = { own: 's42224444', foreign: 's44442444' }
/** The group itself, which the national team and analysts see in numbers. */
const groupSeen: Expected = { own: 's42224422', foreign: 's44442422' }
/** What the staff of the hub decide and its leads do not. */
const ofGroupStaff: Expected = { own: 's43224444', foreign: 's44442444' }
/** Staff of any hub and the national team. */
const tokenHolders = both('s44222424')
const nationalReaders = both('s44444422')
const nationalTeam = both('s44444424')

/** A row for every route. */
export const expected: Readonly<Record<string, Expected>> = {
  'GET /': open,
  'GET /accessibility': open,
  'GET /privacy': open,
  'GET /outbox': open,
  'GET /outbox/:id': open,
  'GET /sign-in': open,
  'POST /sign-in': open,
  // Without a name of the cast nobody is signed in by it.
  'POST /sign-in/cast': both('333333333'),
  'GET /sign-in/code': open,
  'POST /sign-in/code': open,
  'GET /sign-in/link/:token': open,
  'POST /sign-in/link/:token': open,
  'POST /sign-in/passkey': open,
  'POST /sign-in/passkey/options': open,
  'GET /sign-in/with/:provider': open,
  // The demonstration has no provider: both are there for nobody.
  'GET /sign-in/with/:provider/done': open,
  'POST /sign-out': open,
  'GET /account': signedIn,
  'GET /account/details': signedIn,
  'GET /account/details/name': signedIn,
  'POST /account/details/name': signedIn,
  'GET /account/details/telephone': signedIn,
  'POST /account/details/telephone': signedIn,
  'GET /account/details/reference-number': signedIn,
  'POST /account/details/reference-number': signedIn,
  'GET /account/details/address': signedIn,
  'POST /account/details/address': signedIn,
  'GET /account/details/post': signedIn,
  'POST /account/details/post': signedIn,
  'GET /account/moved': signedIn,
  // Without a school of the new post there is nothing to say.
  'POST /account/moved': both('s44444444'),
  'GET /account/leave': signedIn,
  'POST /account/leave': signedIn,
  'GET /confirm-address/:token': byLink,
  'POST /confirm-address/:token': byLink,
  'GET /stop-address/:token': byLink,
  'POST /stop-address/:token': byLink,
  'GET /account/sessions': signedIn,
  'POST /account/sessions/end': signedIn,
  // Everybody has signed out of everything when it is asked a second time.
  'POST /account/sessions/end-all': { own: 's22222222', foreign: 'sssssssss' },
  'GET /account/sign-in': signedIn,
  'GET /account/sign-in/with/:provider': signedIn,
  'GET /account/sign-in/link': signedIn,
  'POST /account/sign-in/link': signedIn,
  'POST /account/sign-in/unlink': signedIn,
  'GET /account/passkeys': signedIn,
  'POST /account/passkeys': signedIn,
  'POST /account/passkeys/options': signedIn,
  'POST /account/passkeys/remove': signedIn,
  'GET /account/tokens': tokenHolders,
  'POST /account/tokens': tokenHolders,
  'POST /account/tokens/revoke': tokenHolders,
  'GET /my': signedIn,

  'GET /hubs': open,
  'GET /hubs/:hub': open,
  'GET /hubs/:hub/offers/:year/:offer': open,
  'GET /hubs/:hub/offers/:year/:offer.pdf': open,
  'GET /hubs/:hub/offers/:year/:offer.txt': open,
  'GET /o/:ending': open,
  'GET /offers/:id': open,
  'GET /projects': open,
  'GET /projects/:code': open,
  'GET /projects/:year.pdf': open,
  'GET /projects/:year/:slug': open,
  'GET /projects/:year/:slug.pdf': open,
  'GET /schools': open,
  'GET /schools/:urn': open,
  'GET /statements': open,
  'GET /statements/:code': open,

  'GET /calendar/:token': byLink,
  'GET /cancel/:token': byLink,
  'GET /cancel/:token/:session': byLink,
  'POST /cancel/:token/:session': byLink,
  'POST /cancel/:token/:session/agree': byLink,
  'GET /cancel/:token/place': byLink,
  'POST /cancel/:token/place': byLink,
  'GET /evaluate/:token': byLink,
  'POST /evaluate/:token': byLink,
  'GET /reflect/:token': byLink,
  'POST /reflect/:token': byLink,

  'GET /groups': both('s42222444'),
  'GET /groups/:id': groupSeen,
  'GET /groups/:id/attendance': ofGroup,
  'GET /groups/:id/call-off': ofGroupStaff,
  'POST /groups/:id/call-off': ofGroupStaff,
  'POST /groups/:id/confirm': ofGroupStaff,
  'GET /groups/:id/edit': ofGroupStaff,
  'POST /groups/:id/edit': ofGroupStaff,
  'GET /groups/:id/evaluation': ofGroup,
  'POST /groups/:id/evaluation': ofGroup,
  'GET /groups/:id/sessions/new': ofGroup,
  'POST /groups/:id/sessions/new': ofGroup,
  'GET /groups/:id/sessions/:session/edit': ofGroup,
  'POST /groups/:id/sessions/:session/edit': ofGroup,
  'POST /groups/:id/sessions/:session/cancel': ofGroup,
  'POST /groups/:id/sessions/:session/confirm': ofGroup,
  'POST /groups/:id/sessions/:session/take-up': ofGroup,
  'GET /groups/:id/sessions/:session/register': ofGroup,
  'POST /groups/:id/sessions/:session/register': ofGroup,
  'GET /groups/:id/sessions/:session/register/:participant': ofGroup,
  'POST /groups/:id/sessions/:session/register/:participant': ofGroup,
  'GET /groups/:id/tasks': ofGroup,
  'POST /groups/:id/tasks': ofGroup,
  'GET /groups/:id/tasks/new': ofGroup,
  'GET /groups/:id/tasks/:task': ofGroup,
  'GET /groups/:id/places/:place': ofGroupStaff,
  'POST /groups/:id/places/:place': ofGroupStaff,
  'POST /groups/:id/places/:place/end': ofGroupStaff,
  'GET /groups/:id/complete': ofGroup,
  'POST /groups/:id/complete': ofGroup,
  'GET /groups/:id/statements': ofGroup,
  'GET /groups/:id/statements/:statement': ofGroupStaff,
  'POST /groups/:id/statements/:statement': ofGroupStaff,
  'GET /groups/:id/tell': ofGroup,
  'POST /groups/:id/tell': ofGroup,

  'GET /offers/:id/interest/new': open,
  'POST /offers/:id/interest/new': open,
  'GET /offers/:id/interest/sent': open,
  'GET /confirm-interest/:token': byLink,
  'POST /confirm-interest/:token': byLink,
  'GET /headteacher/:token': byLink,
  'POST /headteacher/:token': byLink,
  'GET /status/:token': byLink,
  'POST /status/:token': byLink,
  'GET /place/:token': byLink,
  'POST /place/:token': byLink,

  'GET /hub/:hub': ofHub,
  'GET /hub/:hub/interest': ofHub,
  'GET /hub/:hub/interest/:id': ofHub,
  'POST /hub/:hub/interest/:id': ofHub,
  'GET /hub/:hub/offers': ofHub,
  'GET /hub/:hub/offers/new': ofHub,
  'POST /hub/:hub/offers/new': ofHub,
  'GET /hub/:hub/offers/:offer/edit': ofHub,
  'POST /hub/:hub/offers/:offer/edit': ofHub,
  'POST /hub/:hub/offers/:offer/publish': ofHub,
  'POST /hub/:hub/offers/:offer/withdraw': ofHub,
  'GET /hub/:hub/offers/:offer/interest/new': ofHub,
  'POST /hub/:hub/offers/:offer/interest/new': ofHub,
  'GET /hub/:hub/groups': ofHub,
  'GET /hub/:hub/groups/new': ofHub,
  'POST /hub/:hub/groups/new': ofHub,
  'GET /hub/:hub/placement': ofHub,
  'POST /hub/:hub/placement': ofHub,
  'GET /hub/:hub/placement/:run': ofHub,
  'POST /hub/:hub/placement/:run/accept': ofHub,
  'POST /hub/:hub/placement/:run/discard': ofHub,
  'GET /hub/:hub/placement/:run/change/:interest': ofHub,
  'POST /hub/:hub/placement/:run/change/:interest': ofHub,
  'GET /hub/:hub/charges': ofHub,
  'GET /hub/:hub/charges/:id': ofHub,
  'POST /hub/:hub/charges/:id': ofHub,

  'GET /network': nationalReaders,
  'GET /network.csv': nationalReaders,
  'GET /network/stages': nationalReaders,
  // What has been published is for everybody.
  'GET /network/projects': nationalTeam,
  'GET /network/projects/new': nationalTeam,
  'POST /network/projects/new': nationalTeam,
  'GET /network/projects/:project': nationalTeam,
  'GET /network/projects/:project/edit': nationalTeam,
  'POST /network/projects/:project/edit': nationalTeam,
  'POST /network/projects/:project/publish': nationalTeam,
  'POST /network/projects/:project/withdraw': nationalTeam,
  'GET /network/figures': open,
  'POST /network/figures': nationalTeam,
  'GET /network/figures/:figure': open,
}
