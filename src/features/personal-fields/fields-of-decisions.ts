import { byPerson, type Field, type Holding, kept } from './holding.ts'

type Maker = readonly [table: string, column: string, called: string, more?: Readonly<Record<string, Field>>]

const asked = { asked_at: kept('When') }
const session = { session_id: kept('Session', 'session') }
const decided = { decided_at: kept('When') }

// Who did it, in a column of the record itself; what the person did is told again, with its circumstances, by the history.
const makers: readonly Maker[] = [
  ['expressions_of_interest', 'entered_by_person_id', 'Requests you entered for others', { created_at: kept('When') }],
  ['interest_verdicts', 'overruled_by_person_id', 'Verdicts you overruled', { overruled_at: kept('When') }],
  ['interest_facts', 'told_by_person_id', 'Facts you stated of requests', { recorded_at: kept('When') }],
  ['interest_passings', 'asked_by_person_id', 'Requests you would have passed on', asked],
  ['interest_passings', 'settled_by_person_id', 'Requests passed on that you settled', { settled_at: kept('When') }],
  ['interest_notes', 'written_by_person_id', 'Notes you wrote beside requests', { written_at: kept('When') }],
  ['bulk_acts', 'begun_by_person_id', 'Acts on many requests you began', { begun_at: kept('When') }],
  ['bulk_acts', 'carried_out_by_person_id', 'Acts on many requests you carried out', { carried_out_at: kept('When') }],
  ['bulk_acts', 'undone_by_person_id', 'Acts on many requests you undid', { undone_at: kept('When') }],
  ['message_template_versions', 'written_by_person_id', 'Texts of messages you wrote', { written_at: kept('When') }],
  ['group_mergers', 'arranged_by_person_id', 'Groups you made part of others', { arranged_at: kept('When') }],
  ['placement_runs', 'requested_by_person_id', 'Placements you asked for', { requested_at: kept('When') }],
  ['marks', 'recorded_by_person_id', 'Marks you recorded', session],
  ['marks_set_aside', 'recorded_by_person_id', 'Marks you sent that were set aside', session],
  ['marks_set_aside', 'settled_by_person_id', 'Marks set aside that you settled', session],
  ['meeting_reports', 'sent_by_person_id', 'Reports of meetings you sent', { sent_at: kept('When') }],
  ['meeting_reports', 'settled_by_person_id', 'Reports of meetings you settled', { settled_at: kept('When') }],
  ['walk_ins', 'recorded_by_person_id', 'People not on the list whom you noted', session],
  ['walk_ins', 'settled_by_person_id', 'People not on the list whom you recognised', session],
  ['task_materials', 'added_by_person_id', 'Materials you added to tasks', { added_at: kept('When') }],
  ['attendance_terms', 'stated_by_person_id', 'How attendance is counted, as you said it', { stated_at: kept('When') }],
  ['charges', 'decided_by_person_id', 'Charges you decided', decided],
  ['grants', 'decided_by_person_id', 'Grants you decided', decided],
  ['grant_rules', 'written_by_person_id', 'Rules of grants you wrote', { written_at: kept('When') }],
  ['grant_acts', 'carried_out_by_person_id', 'Grants you approved together', { carried_out_at: kept('When') }],
  ['grant_acts', 'undone_by_person_id', 'Approvals of grants you undid', { undone_at: kept('When') }],
  ['charge_acts', 'carried_out_by_person_id', 'Charges you decided together', { carried_out_at: kept('When') }],
  ['charge_acts', 'undone_by_person_id', 'Decisions about charges you undid', { undone_at: kept('When') }],
  ['account_statements', 'issued_by_person_id', 'Statements of account you issued', { issued_at: kept('When') }],
  ['offer_versions', 'person_id', 'Offers you changed', { at: kept('When') }],
  ['published_figures', 'published_by_person_id', 'Figures you published', { published_at: kept('When') }],
  ['planned_hub_changes', 'planned_by_person_id', 'Changes of a hub you planned', { planned_at: kept('When') }],
  ['posts', 'stated_by_person_id', 'Posts of others you stated'],
  ['posts', 'ended_by_person_id', 'Posts of others you ended'],
  ['roles', 'granted_by_person_id', 'Parts you gave', { granted_at: kept('When') }],
  ['roles', 'ended_by_person_id', 'Parts you ended', { ended_at: kept('When') }],
  ['invitations', 'invited_by_person_id', 'People you invited', { invited_at: kept('When') }],
  ['person_moves', 'said_by_person_id', 'Changes of school of others you told of', { said_at: kept('When') }],
  ['coming_moves', 'said_by_person_id', 'Changes of school to come that you told of', { said_at: kept('When') }],
  [
    'coming_moves',
    'settled_by_person_id',
    'Changes of school to come that you took back',
    { settled_at: kept('When') },
  ],
  ['move_decisions', 'decided_by_person_id', 'What you decided after somebody left a school', decided],
  ['acting_episodes', 'by_person_id', 'Whom you acted for', { begun_at: kept('When') }],
  ['register_imports', 'imported_by', 'Registers you imported', { imported_at: kept('When') }],
  ['register_files', 'sent_by_person_id', 'Files of registers you sent', { sent_at: kept('When') }],
  ['trusts_by_hand', 'stated_by_person_id', 'Trusts of schools you stated', { stated_at: kept('When') }],
  ['register_questions', 'settled_by', 'Questions of the registers you settled', { settled_at: kept('When') }],
  ['imports', 'requested_by_person_id', 'Spreadsheets you began to move over', { created_at: kept('When') }],
  ['imports', 'started_by_person_id', 'Spreadsheets you moved over', { started_at: kept('When') }],
  ['import_school_decisions', 'decided_by_person_id', 'Schools you recognised in spreadsheets', decided],
  ['import_matchings', 'made_by_person_id', 'Matchings of columns you made', { used_at: kept('Last used') }],
  ['merges', 'merged_by_person_id', 'Records you merged', { merged_at: kept('When') }],
  ['merges', 'undone_by_person_id', 'Merges you undid', { undone_at: kept('When') }],
  ['possible_duplicates', 'decided_by_person_id', 'Pairs of records you decided about', { decided_at: kept('When') }],
  ['possible_duplicates', 'proposed_by_person_id', 'Merges you proposed', { proposed_at: kept('When') }],
  ['subject_access_requests', 'asked_by_person_id', 'Reports about people you asked for', asked],
  ['erasure_requests', 'asked_by_person_id', 'Erasures you asked for', asked],
  ['erasure_requests', 'decided_by_person_id', 'Erasures you decided', decided],
  ['retention_settings', 'changed_by_person_id', 'Retention you set', { changed_at: kept('When') }],
]

const madeBy = ([table, column, called, more = {}]: Maker): Holding => ({
  key: `${table}.${column}`,
  table,
  called,
  whose: [byPerson(column)],
  purpose: 'To know who did what',
  basis: 'public task',
  seenBy: 'those who may see the record',
  rule: 'person',
  fields: { [column]: kept('By you'), ...more },
  keptBecause: 'a decision keeps its maker, as an erased person',
})

/** Records that say who made or decided them. */
export const fieldsOfDecisions: readonly Holding[] = makers.map(madeBy)
