import { deed, type Fates, moves, stays } from './fate.ts'

const inGroup = (place: string) =>
  `(select g.name || ', ' || o.name from places l join groups g on g.id = l.group_id join organisations o on o.id = l.organisation_id where l.id = ${place})`
const ofInterest = (interest: string) =>
  `(select p.title || ', ' || o.name from expressions_of_interest i join projects p on p.id = i.project_id join organisations o on o.id = i.organisation_id where i.id = ${interest})`
const ofSession =
  "(select g.name || ', ' || coalesce(to_char(s.on_date, 'FMDD FMMonth YYYY'), 'no date') from sessions s join groups g on g.id = s.group_id where s.id = it.session_id)"
const organisation = (id: string) => `(select o.name from organisations o where o.id = ${id})`

const signIn = moves('way of signing in', 'ways of signing in')
const asked = moves('request about their data', 'requests about their data')

/** What becomes of everything that refers to a person who turns out to be another. */
export const peopleReferences: Fates = {
  'acting_episodes.by_person_id': deed,
  'acting_episodes.for_person_id': moves('time somebody acted for them', 'times somebody acted for them'),
  'address_changes.person_id': moves('change of address', 'changes of address', { named: 'it.address::text' }),
  'bulk_acts.begun_by_person_id': deed,
  'bulk_acts.carried_out_by_person_id': deed,
  'bulk_acts.undone_by_person_id': deed,
  'account_statements.issued_by_person_id': deed,
  'grants.decided_by_person_id': deed,
  'grants.lead_person_id': moves('payment for groups they led', 'payments for groups they led'),
  'grant_rules.written_by_person_id': deed,
  'grant_acts.carried_out_by_person_id': deed,
  'grant_acts.undone_by_person_id': deed,
  'charge_acts.carried_out_by_person_id': deed,
  'charge_acts.undone_by_person_id': deed,
  'charges.decided_by_person_id': deed,
  'coming_moves.person_id': moves('coming change of organisation', 'coming changes of organisation', {
    named: organisation('it.from_organisation_id'),
    twice: 'removed',
  }),
  'coming_moves.said_by_person_id': deed,
  'coming_moves.settled_by_person_id': deed,
  'email_addresses.person_id': moves('email address', 'email addresses', { named: 'it.address::text' }),
  'erasure_requests.asked_by_person_id': asked,
  'erasure_requests.decided_by_person_id': deed,
  'erasure_requests.person_id': asked,
  'expressions_of_interest.entered_by_person_id': deed,
  'expressions_of_interest.person_id': moves(
    'expression of interest of their own',
    'expressions of interest of their own',
    {
      named: ofInterest('it.id'),
    },
  ),
  'expressions_of_interest.sender_person_id': moves(
    'expression of interest they sent',
    'expressions of interest they sent',
    {
      named: ofInterest('it.id'),
    },
  ),
  'attendance_terms.stated_by_person_id': deed,
  'group_mergers.arranged_by_person_id': deed,
  'host_askings.person_id': moves('session they were asked to host', 'sessions they were asked to host', {
    twice: 'removed',
  }),
  'import_matchings.made_by_person_id': deed,
  'import_school_decisions.decided_by_person_id': deed,
  'imports.requested_by_person_id': deed,
  'imports.started_by_person_id': deed,
  'interest_facts.told_by_person_id': deed,
  'interest_notes.written_by_person_id': deed,
  'interest_forms.begun_by_person_id': deed,
  'interest_passings.asked_by_person_id': deed,
  'interest_passings.settled_by_person_id': deed,
  'interest_people.person_id': moves(
    'expression of interest that names them',
    'expressions of interest that name them',
    {
      named: ofInterest('it.interest_id'),
    },
  ),
  'interest_verdicts.overruled_by_person_id': deed,
  'invitations.accepted_person_id': moves('invitation they took up', 'invitations they took up'),
  'invitations.invited_by_person_id': deed,
  'marks.recorded_by_person_id': deed,
  'marks_set_aside.recorded_by_person_id': deed,
  'marks_set_aside.settled_by_person_id': deed,
  'meeting_reports.sent_by_person_id': deed,
  'meeting_reports.settled_by_person_id': deed,
  'merge_changes.person_id': moves('row of an earlier merge', 'rows of an earlier merge'),
  'merges.merged_by_person_id': deed,
  'merges.undone_by_person_id': deed,
  'message_template_versions.written_by_person_id': deed,
  'move_decisions.decided_by_person_id': deed,
  'move_decisions.successor_person_id': moves('part taken over from somebody', 'parts taken over from somebody'),
  'offer_versions.person_id': deed,
  'participants.person_id': moves('part in a group', 'parts in groups', { named: inGroup('it.place_id') }),
  'passkey_challenges.person_id': signIn,
  'passkeys.person_id': signIn,
  'people.merged_into_id': moves('record merged into this one before', 'records merged into this one before', {
    named: 'it.name',
  }),
  'person_moves.person_id': moves('change of organisation', 'changes of organisation', {
    named: organisation('it.from_organisation_id'),
  }),
  'person_moves.said_by_person_id': deed,
  'person_names.person_id': moves('earlier name', 'earlier names', { named: 'it.name' }),
  'placement_runs.requested_by_person_id': deed,
  'places.person_id': moves('place of their own', 'places of their own', { named: inGroup('it.id') }),
  'planned_hub_changes.planned_by_person_id': deed,
  'possible_duplicates.decided_by_person_id': deed,
  'possible_duplicates.proposed_by_person_id': deed,
  'posts.ended_by_person_id': deed,
  'posts.person_id': moves('post', 'posts', { named: organisation('it.organisation_id'), twice: 'removed' }),
  'posts.stated_by_person_id': deed,
  'program_tokens.person_id': signIn,
  'time_beside.person_id': moves('time beside sessions', 'times beside sessions'),
  'possible_times.person_id': moves('time they can lead', 'times they can lead'),
  'impossible_days.person_id': moves('day they cannot lead', 'days they cannot lead'),
  'provider_accounts.person_id': moves('account elsewhere to sign in with', 'accounts elsewhere to sign in with', {
    named: 'it.issuer',
    twice: 'removed',
  }),
  'provider_visits.person_id': signIn,
  'published_figures.published_by_person_id': stays('A published figure stays for ever as it was published.'),
  'register_files.sent_by_person_id': deed,
  'register_imports.imported_by': stays('What a register brought is never written over.'),
  'register_questions.settled_by': deed,
  'retention_settings.changed_by_person_id': deed,
  'roles.ended_by_person_id': deed,
  'roles.granted_by_person_id': deed,
  'roles.person_id': moves('part they may play', 'parts they may play', {
    named: `replace(it.role, '_', ' ') || coalesce(', ' || coalesce((select n.name from hub_names n where n.hub_id = it.hub_id and n.to_on is null), (select g.name from groups g where g.id = it.group_id), ${organisation('it.organisation_id')}), '')`,
    twice: 'removed',
  }),
  'session_invitations.person_id': moves('calendar invitation', 'calendar invitations', {
    named: ofSession,
    twice: 'removed',
  }),
  'session_letters.person_id': moves('joining instruction or reminder', 'joining instructions and reminders', {
    named: ofSession,
    twice: 'removed',
  }),
  'session_leads.person_id': moves('session they lead', 'sessions they lead', { named: ofSession, twice: 'removed' }),
  'sign_in_requests.person_id': signIn,
  'signed_in_sessions.person_id': signIn,
  'subject_access_requests.asked_by_person_id': asked,
  'subject_access_requests.person_id': asked,
  'task_materials.added_by_person_id': deed,
  'tasks.set_by_person_id': deed,
  'group_materials.added_by_person_id': deed,
  'group_materials.taken_back_by_person_id': deed,
  'group_messages.written_by_person_id': deed,
  'trusts_by_hand.stated_by_person_id': deed,
  'walk_ins.recorded_by_person_id': deed,
  'walk_ins.settled_by_person_id': deed,
}

/** References that no foreign key keeps. */
export const looseReferencesToPeople: Fates = {
  'messages.to_person_id': moves('message sent to them', 'messages sent to them', { named: 'it.subject' }),
}
