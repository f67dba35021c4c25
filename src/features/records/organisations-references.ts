import { type Fates, moves, stays } from './fate.ts'

const project = '(select p.title from projects p where p.id = it.project_id)'
const person = (id: string) => `(select n.name from people n where n.id = ${id})`
const hub = '(select n.name from hub_names n where n.hub_id = it.hub_id and n.to_on is null)'
const other = (id: string) => `(select o.name from organisations o where o.id = ${id})`
const partnership = (id: string) => moves('ITT partnership', 'ITT partnerships', { named: other(id), twice: 'removed' })
const trust = (id: string) => moves('trust membership', 'trust memberships', { named: other(id), twice: 'removed' })
const spreadsheet = moves('school recognised in a spreadsheet', 'schools recognised in spreadsheets')
const way = moves('way in a table of minutes', 'ways in tables of minutes', { twice: 'removed' })
const moved = moves('person who changed school', 'people who changed school', { named: person('it.person_id') })
const successor = (id: string) =>
  moves('line to a predecessor or successor', 'lines to predecessors or successors', {
    named: other(id),
    twice: 'removed',
  })

const willMove = moves('person who will change school', 'people who will change school', {
  named: person('it.person_id'),
  twice: 'removed',
})

/** What becomes of everything that refers to an organisation that turns out to be another. */
export const organisationsReferences: Fates = {
  'coming_moves.from_organisation_id': willMove,
  'coming_moves.to_organisation_id': willMove,
  'expressions_of_interest.organisation_id': moves('expression of interest', 'expressions of interest', {
    named: project,
  }),
  'hub_lead_organisations.organisation_id': moves('hub it leads', 'hubs it leads', { named: hub }),
  'import_school_decisions.organisation_id': spreadsheet,
  'import_schools.organisation_id': spreadsheet,
  'interest_forms.organisation_id': moves('form that was begun', 'forms that were begun'),
  'invitations.organisation_id': moves('invitation of a colleague', 'invitations of colleagues', {
    named: 'it.name',
    twice: 'removed',
  }),
  'invitations_to_next_stage.organisation_id': moves('invitation to the next stage', 'invitations to the next stage', {
    named: '(select s.name from stages s where s.id = it.to_stage_id)',
    twice: 'removed',
  }),
  'itt_accreditations.organisation_id': moves('accreditation', 'accreditations', { twice: 'removed' }),
  'itt_partnerships.partner_id': partnership('it.provider_id'),
  'itt_partnerships.provider_id': partnership('it.partner_id'),
  'organisation_changes.organisation_id': stays('What the registers said of it is never written over.'),
  'organisation_former_names.organisation_id': moves('former name', 'former names', {
    named: 'it.name',
    twice: 'removed',
  }),
  'organisation_successors.predecessor_id': successor('it.successor_id'),
  'organisation_successors.successor_id': successor('it.predecessor_id'),
  'organisations.merged_into_id': moves('record merged into this one before', 'records merged into this one before', {
    named: 'it.name',
  }),
  'person_moves.from_organisation_id': moved,
  'person_moves.to_organisation_id': moved,
  'grants.organisation_id': moves('grant', 'grants'),
  'account_statements.organisation_id': moves('statement of account', 'statements of account'),
  'places.organisation_id': moves('place', 'places', {
    named: '(select g.name from groups g where g.id = it.group_id)',
  }),
  'posts.organisation_id': moves('post of somebody', 'posts of people', {
    named: person('it.person_id'),
    twice: 'removed',
  }),
  'register_questions.organisation_id': moves('question of the registers', 'questions of the registers', {
    twice: 'removed',
  }),
  'roles.organisation_id': moves('part of a school lead', 'parts of school leads', {
    named: person('it.person_id'),
    twice: 'removed',
  }),
  'host_willingness.organisation_id': moves('word on hosting', 'words on hosting', { twice: 'removed' }),
  'hostings.organisation_id': moves('session it was asked to host', 'sessions it was asked to host'),
  'sessions.host_organisation_id': moves('session it hosts', 'sessions it hosts', {
    named:
      "(select g.name || coalesce(', ' || to_char(it.on_date, 'FMDD FMMonth YYYY'), '') from groups g where g.id = it.group_id)",
  }),
  'stage_records.organisation_id': moves('stage record', 'stage records', {
    named: "(select s.name || ', ' || it.year from stages s where s.id = it.stage_id)",
    twice: 'removed',
  }),
  'travel_times.organisation_id': way,
  'travel_times.to_organisation_id': way,
  'trust_memberships.organisation_id': trust('it.trust_id'),
  'trust_memberships.trust_id': trust('it.organisation_id'),
  'trusts_by_hand.organisation_id': moves('trust stated by hand', 'trusts stated by hand', { twice: 'removed' }),
  'venues.organisation_id': moves('venue', 'venues', { named: 'it.name' }),
}
