/** A page or export on which somebody reads personal data of others: the record it is of, named by a parameter of the address. */
export type Reading = {
  readonly record: 'group' | 'interest' | 'charge' | 'person' | 'place' | 'placement' | 'statement' | 'hub' | 'network'
  readonly parameter?: string
  readonly kind?: 'export'
}

const group: Reading = { record: 'group', parameter: 'id' }

/** Every address on which personal data beyond one's own is read: the reading is recorded after the answer. */
export const readings: Readonly<Record<string, Reading>> = {
  '/groups/:id': group,
  '/groups/:id/attendance': group,
  '/groups/:id/complete': group,
  '/groups/:id/evaluation': group,
  '/groups/:id/sessions/:session/register': group,
  '/groups/:id/sessions/:session/register/:participant': group,
  '/groups/:id/statements': group,
  '/groups/:id/statements/:statement': { record: 'statement', parameter: 'statement' },
  '/groups/:id/tasks/:task': group,
  '/groups/:id/tell': group,
  '/groups/:id/places/:place': { record: 'place', parameter: 'place' },
  '/hub/:hub/interest/:id': { record: 'interest', parameter: 'id' },
  '/hub/:hub/charges/:id': { record: 'charge', parameter: 'id' },
  '/hub/:hub/placement/:run': { record: 'placement', parameter: 'run' },
  '/hub/:hub/placement/:run/change/:interest': { record: 'interest', parameter: 'interest' },
  '/hub/:hub/personal-data/:person': { record: 'person', parameter: 'person' },
  '/network/personal-data/:person': { record: 'person', parameter: 'person' },
  '/network.csv': { record: 'network', kind: 'export' },
}

const numbers = 'it shows numbers, or records of hubs and schools'
const form = 'it is a form about a hub’s own records'
const names = 'it is a list of titles, with names at most; whoever opens one of them is recorded'
const own = 'it is one’s own, or the record of what was read'

/** Addresses behind a role that are not recorded, each with the reason. */
export const notRecorded: Readonly<Record<string, string>> = {
  '/groups': names,
  '/groups/:id/call-off': form,
  '/groups/:id/edit': form,
  '/groups/:id/sessions/new': form,
  '/groups/:id/sessions/:session/edit': form,
  '/groups/:id/tasks': names,
  '/groups/:id/tasks/new': form,
  '/hub/:hub': numbers,
  '/hub/:hub/charges': names,
  '/hub/:hub/groups': names,
  '/hub/:hub/groups/new': form,
  '/hub/:hub/interest': names,
  '/hub/:hub/offers': numbers,
  '/hub/:hub/offers/new': form,
  '/hub/:hub/offers/:offer/edit': form,
  '/hub/:hub/offers/:offer/interest/new': form,
  '/hub/:hub/personal-data': names,
  '/hub/:hub/placement': numbers,
  '/hub/:hub/reads': own,
  '/network': numbers,
  '/network/erasures': names,
  '/network/personal-data': names,
  '/network/projects': numbers,
  '/network/projects/new': form,
  '/network/projects/:project': numbers,
  '/network/projects/:project/edit': form,
  '/network/retention': numbers,
  '/network/stages': numbers,
}
