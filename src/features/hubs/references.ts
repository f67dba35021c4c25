/**
 * What becomes of a column that refers to a hub when hubs merge or are divided. A table that is added gets its line here: a test
 * and the merge itself compare this list with the database's catalogue, so that no table is forgotten.
 *
 * `moves`: its rows mean the other hub afterwards; all of them at a merge, those named at a division. The conditions call a row
 * `it`, and know `:year` (the academic year of the day), `:offers` and `:groups` (what passes over).
 * `stays`: it tells of the hub as it was. `decided`: somebody chooses, or an own rule applies, told in `how`.
 */
export type Fate =
  | { readonly fate: 'moves'; readonly atMerge: string; readonly atDivision: string | null }
  | { readonly fate: 'stays'; readonly because: string }
  | { readonly fate: 'decided'; readonly how: string }

const ofOffers = 'it.id = any(:offers::uuid[])'
const ofGroups = 'it.id = any(:groups::uuid[])'
const ofGroupsHeldBack = 'it.group_id = any(:groups::uuid[])'
const grantedInGroups = 'it.group_id = any(:groups::uuid[])'
const chargedInGroups = 'it.place_id in (select id from places where group_id = any(:groups::uuid[]))'

export const hubReferences: Readonly<Record<string, Fate>> = {
  'offers.hub_id': { fate: 'moves', atMerge: ofOffers, atDivision: ofOffers },
  'groups.hub_id': { fate: 'moves', atMerge: ofGroups, atDivision: ofGroups },
  'charges.hub_id': { fate: 'moves', atMerge: chargedInGroups, atDivision: chargedInGroups },
  'grants.hub_id': { fate: 'moves', atMerge: grantedInGroups, atDivision: grantedInGroups },
  'grant_rules.hub_id': {
    fate: 'stays',
    because: 'What was worked out by it stays told of it; the other hub has rules of its own.',
  },
  'grant_acts.hub_id': {
    fate: 'stays',
    because: 'It tells what was approved where; within its ten minutes it is undone there.',
  },
  'charge_acts.hub_id': {
    fate: 'stays',
    because: 'It tells what was decided where; within its ten minutes it is undone there.',
  },
  'account_statements.hub_id': { fate: 'stays', because: 'It was that hub’s statement, with that hub’s number.' },
  'account_statement_numbers.hub_id': { fate: 'stays', because: 'Each hub’s statements keep their own numbers.' },
  'projects.hub_id': { fate: 'moves', atMerge: 'it.year >= :year', atDivision: null },
  // What a hub planned of the national catalogue stays told of it: of the two plans the national team makes one.
  'recruitment_targets.hub_id': {
    fate: 'moves',
    atMerge: 'it.project_id in (select id from projects where hub_id is not null and year >= :year)',
    atDivision: null,
  },
  'venues.hub_id': { fate: 'moves', atMerge: 'it.retired_on is null', atDivision: null },
  'offer_partner_hubs.hub_id': {
    fate: 'moves',
    atMerge: 'it.offer_id in (select id from offers where year >= :year)',
    atDivision: null,
  },
  'group_partner_hubs.hub_id': {
    fate: 'moves',
    atMerge: 'it.group_id in (select id from groups where year >= :year)',
    atDivision: null,
  },
  'mail_times.hub_id': { fate: 'stays', because: 'It tells when that hub wrote to people.' },
  'mailing_kinds_stopped.hub_id': { fate: 'stays', because: 'It tells what that hub held back.' },
  'session_mail_settings.hub_id': { fate: 'stays', because: 'It tells how that hub wrote to people.' },
  'answer_terms.hub_id': { fate: 'stays', because: 'It tells how that hub counted the time to answer.' },
  'term_lists.hub_id': {
    fate: 'stays',
    because: 'It tells what that hub brought; the terms are the authorities’ own.',
  },
  'places.partner_hub_id': {
    fate: 'moves',
    atMerge: 'it.group_id in (select id from groups where year >= :year)',
    atDivision: null,
  },
  'held_back_places.hub_id': {
    fate: 'moves',
    atMerge: 'it.group_id in (select id from groups where year >= :year)',
    atDivision: ofGroupsHeldBack,
  },
  'cancellation_policies.hub_id': {
    fate: 'decided',
    how: 'What was agreed to stays as it is; policies of offers that pass over are copied, word for word.',
  },
  'roles.hub_id': { fate: 'decided', how: 'Chosen person by person.' },
  'hub_areas.hub_id': { fate: 'decided', how: 'They end at the one hub and begin at the other, from the day on.' },
  'hub_names.hub_id': { fate: 'stays', because: 'A hub keeps the names it had.' },
  'hub_lead_organisations.hub_id': { fate: 'decided', how: 'They end with the hub that merges.' },
  'hub_privacy_notices.hub_id': { fate: 'stays', because: 'It tells what was said while the hub was there.' },
  'former_hub_details.hub_id': { fate: 'stays', because: 'It tells what the hub was.' },
  'hub_successors.predecessor_id': { fate: 'decided', how: 'The line from hub to hub is added to.' },
  'hub_successors.successor_id': { fate: 'stays', because: 'Who follows a successor is found along the line.' },
  'planned_hub_changes.hub_id': { fate: 'decided', how: 'What was planned for a hub that merges is called off.' },
  'former_offer_addresses.hub_id': { fate: 'stays', because: 'An old address is that of the old hub.' },
  'data_controllers.hub_id': { fate: 'stays', because: 'It tells who answered for the hub’s personal data.' },
  'bulk_acts.hub_id': {
    fate: 'stays',
    because: 'It tells what was done where; within its ten minutes it is undone there.',
  },
  'imports.hub_id': { fate: 'stays', because: 'What was moved over then is undone where it was done.' },
  'import_matchings.hub_id': { fate: 'stays', because: 'It remembers what the files of that hub looked like.' },
  'group_partner_askings.hub_id': { fate: 'stays', because: 'It tells which hub was asked, and what it answered.' },
  'travel_tables.hub_id': { fate: 'stays', because: 'It tells how long the ways were of the schools of that hub.' },
  'import_school_decisions.hub_id': { fate: 'stays', because: 'It remembers what the files of that hub meant.' },
  'invitations.hub_id': { fate: 'stays', because: 'Nobody invited to one hub is thereby invited to another (rule 9).' },
  'invitations.from_hub_id': { fate: 'stays', because: 'It tells who invited.' },
  'message_templates.hub_id': { fate: 'stays', because: 'They are that hub’s own words, and tell what it sent.' },
  'merges.hub_id': { fate: 'stays', because: 'It tells where records were merged, and who may undo it.' },
  'possible_duplicates.proposed_by_hub_id': { fate: 'stays', because: 'It tells who noticed.' },
}
