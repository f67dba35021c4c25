import { writingTheCatalogue } from './catalogue-reading.ts'

/** A page or export on which somebody reads personal data of others: the record it is of, named by a parameter of the address. */
export type Reading = {
  readonly record:
    | 'group'
    | 'interest'
    | 'interest-of-hub'
    | 'bulk-act'
    | 'charge'
    | 'person'
    | 'place'
    | 'placement'
    | 'statement'
    | 'hub'
    | 'network'
    | 'move'
    | 'import'
    | 'erasure'
  readonly parameter?: string
  readonly kind?: 'export'
}

const group: Reading = { record: 'group', parameter: 'id' }

/** Every address on which personal data beyond one's own is read: the reading is recorded after the answer. */
export const readings: Readonly<Record<string, Reading>> = {
  '/groups/:id': group,
  '/groups/:id/attendance': group,
  '/my/groups/:group': { record: 'group', parameter: 'group' },
  '/my/groups/:group/people.csv': { record: 'group', parameter: 'group', kind: 'export' },
  '/groups/:id/people.csv': { record: 'group', parameter: 'id', kind: 'export' },
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
  '/hub/:hub/acts/:act': { record: 'bulk-act', parameter: 'act' },
  '/hub/:hub/interest.csv': { record: 'interest-of-hub', parameter: 'hub', kind: 'export' },
  '/hub/:hub/interest/:id/agreement': { record: 'interest', parameter: 'id' },
  '/hub/:hub/interest/:id/files/:answer': { record: 'interest', parameter: 'id' },
  '/hub/:hub/charges/:id': { record: 'charge', parameter: 'id' },
  '/hub/:hub/placement/:run': { record: 'placement', parameter: 'run' },
  '/hub/:hub/placement/:run/compared/:other': { record: 'placement', parameter: 'run' },
  '/hub/:hub/placement/:run/left-out': { record: 'placement', parameter: 'run' },
  '/hub/:hub/placement/:run/change/:interest': { record: 'interest', parameter: 'interest' },
  '/hub/:hub/personal-data/:person': { record: 'person', parameter: 'person' },
  '/network/personal-data/:person': { record: 'person', parameter: 'person' },
  '/hub/:hub/people/:person': { record: 'person', parameter: 'person' },
  '/hub/:hub/people/:person/moved': { record: 'person', parameter: 'person' },
  '/hub/:hub/access/people/:person': { record: 'person', parameter: 'person' },
  '/hub/:hub/access/people/:person/seen-by': { record: 'person', parameter: 'person' },
  '/hub/:hub/access/interest/:id': { record: 'interest', parameter: 'id' },
  '/hub/:hub/access/groups/:id': group,
  '/hub/:hub/access/places/:id': { record: 'place', parameter: 'id' },
  '/hub/:hub/access/charges/:id': { record: 'charge', parameter: 'id' },
  '/hub/:hub/people/moves/:move': { record: 'move', parameter: 'move' },
  '/hub/:hub/imports/:import': { record: 'import', parameter: 'import' },
  '/hub/:hub/imports/:import/refused.csv': { record: 'import', parameter: 'import', kind: 'export' },
  '/network/access/people/:person': { record: 'person', parameter: 'person' },
  '/network/access/people/:person/seen-by': { record: 'person', parameter: 'person' },
  '/network/erasures/:erasure': { record: 'erasure', parameter: 'erasure' },
  '/hub/:hub/people/duplicates': { record: 'hub', parameter: 'hub' },
  '/hub/:hub/people/duplicates/:first/:second': { record: 'person', parameter: 'first' },
  '/network/duplicates': { record: 'network' },
  '/network/duplicates/:first/:second': { record: 'person', parameter: 'first' },
  '/network.csv': { record: 'network', kind: 'export' },
}

const numbers = 'it shows numbers, or records of hubs and schools'
const form = 'it is a form about a hub’s own records'
const typing = 'it is a form that the hub itself is filling in; once it is sent, whoever opens the request is recorded'
const names = 'it is a list of titles, with names at most; whoever opens one of them is recorded'
const own = 'it is one’s own, or the record of what was read'

/** Addresses behind a role that are not recorded, each with the reason. */
export const notRecorded: Readonly<Record<string, string>> = {
  ...writingTheCatalogue,
  '/groups': names,
  '/groups/:id/call-off': form,
  '/groups/:id/edit': form,
  '/groups/:id/room': numbers,
  '/hub/:hub/answering': form,
  '/hub/:hub/waiting/:offer': names,
  '/network/answering': form,
  '/groups/:id/sessions/new': form,
  '/groups/:id/sessions/:session/edit': form,
  '/groups/:id/tasks': names,
  '/groups/:id/tasks/new': form,
  '/hub/:hub': numbers,
  '/hub/:hub/acts': numbers,
  '/hub/:hub/charges': names,
  '/hub/:hub/messages': numbers,
  '/hub/:hub/messages/new': form,
  '/hub/:hub/messages/:template': form,
  '/hub/:hub/groups': names,
  '/hub/:hub/groups/new': form,
  '/hub/:hub/interest': names,
  '/hub/:hub/offers': numbers,
  '/hub/:hub/offers/new': form,
  '/hub/:hub/offers/:offer/edit': form,
  '/hub/:hub/offers/:offer/interest/new': form,
  '/hub/:hub/interest-forms/:form': typing,
  '/hub/:hub/interest-forms/:form/check': typing,
  '/hub/:hub/interest-forms/:form/:step': typing,
  '/hub/:hub/projects/:project/questions': form,
  '/network/projects/:project/questions': form,
  '/hub/:hub/personal-data': names,
  '/hub/:hub/placement': numbers,
  '/hub/:hub/placement/new': form,
  '/hub/:hub/reads': own,
  '/network': numbers,
  '/hub/:hub/people/merges/:id': names,
  '/network/erasures': names,
  '/network/merges/:id': names,
  '/network/personal-data': names,
  '/hub/:hub/projects': numbers,
  '/hub/:hub/projects/new': form,
  '/hub/:hub/projects/:project': numbers,
  '/hub/:hub/projects/:project/edit/:part': form,
  '/hub/:hub/projects/:project/preview': numbers,
  '/hub/:hub/projects/:project/preview.pdf': numbers,
  '/hub/:hub/projects/:project/versions': numbers,
  '/hub/:hub/projects/:project/rules': numbers,
  '/hub/:hub/projects/:project/rules/:rule': form,
  '/hub/:hub/projects/:project/rules/try': numbers,
  '/network/projects': numbers,
  '/network/projects/new': form,
  '/network/projects/:project': numbers,
  '/network/projects/:project/edit/:part': form,
  '/network/projects/:project/preview': numbers,
  '/network/projects/:project/preview.pdf': numbers,
  '/network/projects/:project/versions': numbers,
  '/network/projects/:project/rules': numbers,
  '/network/projects/:project/rules/:rule': form,
  '/network/projects/:project/rules/try': numbers,
  '/network/successions/:id': numbers,
  '/network/retention': numbers,
  '/hub/:hub/retention': numbers,
  '/network/stages': numbers,
  '/account/tokens': own,
  '/hub/:hub/about': numbers,
  '/hub/:hub/access': names,
  '/hub/:hub/access/offers/:id': numbers,
  '/hub/:hub/imports': names,
  '/hub/:hub/imports/new': form,
  '/hub/:hub/imports/:import/columns': names,
  '/hub/:hub/imports/:import/schools': numbers,
  '/hub/:hub/people': names,
  '/hub/:hub/people/invite': form,
  '/hub/:hub/people/schools/:organisation': names,
  '/hub/:hub/people/moves': names,
  '/hub/:hub/policies': numbers,
  '/hub/:hub/policies/new': form,
  '/hub/:hub/venues': numbers,
  '/hub/:hub/venues/new': form,
  '/hub/:hub/venues/:venue': form,
  '/network/access': names,
  '/network/authorities': numbers,
  '/network/authorities/:authority': numbers,
  '/network/hubs': numbers,
  '/network/controllers': numbers,
  '/hub/:hub/controller': numbers,
  '/network/hubs/new': form,
  '/network/hubs/:hub': numbers,
  '/network/hubs/:hub/name': form,
  '/network/hubs/:hub/lead': form,
  '/network/hubs/:hub/area': form,
  '/network/hubs/:hub/correct/:kind/:fact': form,
  '/network/hubs/:hub/hand-over': form,
  '/network/hubs/:hub/merge': form,
  '/network/hubs/:hub/split': form,
  '/network/organisations': numbers,
  '/network/organisations/new': form,
  '/network/organisations/:organisation': numbers,
  '/network/organisations/:organisation/edit': form,
  '/network/organisations/:organisation/partnerships/new': form,
  '/network/organisations/:school/trust': form,
  '/network/partnerships/:accredited/:partner/:year': form,
  '/network/participants': form,
  '/network/people': names,
  '/network/people/invite': form,
  '/network/registers': numbers,
  '/network/registers/:reading': numbers,
  '/network/registers/:reading/refused.csv': numbers,
  '/network/registers/files': numbers,
  '/network/registers/files/:file': numbers,
  '/network/registers/questions/:question': numbers,
}
