import { nothingPersonalOfMail, plainColumnsOfMail } from './nothing-personal-of-mail.ts'
import { nothingPersonalOfMoney, plainColumnsOfMoney } from './nothing-personal-of-money.ts'
import { plainColumnsOfTasks } from './nothing-personal-of-tasks.ts'
import { type Impersonal, nothingPersonalOfYears, plainColumnsOfYears } from './nothing-personal-of-years.ts'

const catalogue = 'it is the catalogue, which everybody may read'
const hubWork = 'it is about a hub or a group, not about a person'
const register = 'it is the public register of organisations'

/** Tables that hold nothing personal. Names that somebody may have written into their texts are looked for all the same. */
export const nothingPersonal: Readonly<Record<string, Impersonal>> = {
  ...nothingPersonalOfYears,
  ...nothingPersonalOfMoney,
  ...nothingPersonalOfMail,
  academic_years: { because: catalogue, columns: 'year starts_on ends_on introduction withdrawn_because' },
  authorities: { because: register, columns: 'code name region' },
  catalogue_entries: { because: catalogue, columns: 'section_id project_id position' },
  catalogue_sections: { because: catalogue, columns: 'id year parent_id key title introduction position' },
  criteria: {
    because: catalogue,
    columns: 'id project_id theme_id position strength sentence rule widens_id hubs_may_widen',
  },
  delivery_models: {
    because: catalogue,
    columns:
      'key name name_plural group_word group_plural lead_word lead_plural session_word session_plural session_kind',
  },
  ended_links: { because: 'it holds ids of records', columns: 'subject_id purpose ended_at' },
  evaluation_questions: { because: hubWork, columns: 'id evaluation_id outcome_id question kind position' },
  evaluations: { because: hubWork, columns: 'id group_id opened_at closes_on' },
  group_partner_hubs: { because: hubWork, columns: 'group_id hub_id organisations_share' },
  held_back_places: {
    because: hubWork,
    columns: 'id group_id hub_id people_count reason held_at released_at released_because',
  },
  groups: {
    because: hubWork,
    columns: `id hub_id offer_id project_id year theme_id name status status_reason organisations_room people_room
      organisations_minimum organisations_taken people_taken venue_id policy_id online_link continues_group_id created_at
      completed_at shares_end_on shares_ended_at merged_into_id`,
  },
  names_asked_for: { because: hubWork, columns: 'interest_id reminded_at overdue_told_at' },
  completion_terms: { because: catalogue, columns: 'project_id least_share least_tasks stated_at' },
  names_later: { because: hubWork, columns: 'id project_id offer_id days by_on set_at' },
  history_seals: { because: 'it holds sums of hashes', columns: 'up_to_event_id events digest sealed_at' },
  hub_areas: { because: register, columns: 'id hub_id authority_code described_as part from_on to_on recorded_at' },
  hub_lead_organisations: {
    because: register,
    columns: 'id hub_id name organisation_id as_of from_on to_on recorded_at',
  },
  hub_names: { because: register, columns: 'id hub_id name from_on to_on recorded_at' },
  hubs: {
    because: 'it is how a hub, not a person, is reached and described',
    columns:
      'id slug region website email telephone about area_described opened_on closed_on closed_reason details_from_on tile_column tile_row',
  },
  former_hub_details: {
    because: 'it is how a hub, not a person, was reached and described',
    columns: 'id hub_id website email telephone about area_described from_on to_on recorded_at',
  },
  flyer_prints: {
    because: 'it is what a public flyer said of dates, places and terms',
    columns: 'id offer_id number made_on facts sum',
  },
  former_offer_addresses: { because: catalogue, columns: 'hub_id year slug offer_id' },
  hub_privacy_notices: { because: catalogue, columns: 'id hub_id notice from_on to_on recorded_at' },
  hub_successors: { because: register, columns: 'predecessor_id successor_id kind since_on' },
  tries: { because: 'it holds numbers below a hash', columns: 'kind who counted_from count' },
  invitations_to_next_stage: {
    because: 'it is about a school',
    columns: 'id organisation_id from_stage_id to_stage_id group_id prepared_at sent_at sent_in left_out_at',
  },
  migrations: { because: 'it is about the database', columns: 'name applied_at' },
  networks: { because: register, columns: 'id name coordinator time_zone year_starts_in_month only_one' },
  offer_themes: { because: catalogue, columns: 'offer_id theme_id' },
  offer_rules: {
    because: 'it is what a hub publishes of who can take part',
    columns: 'id offer_id position widens_id widens_sentence strength sentence rule',
  },
  offer_rule_sets: { because: hubWork, columns: 'offer_id proposed changed_at in_force_at' },
  offer_partner_hubs: { because: hubWork, columns: 'offer_id hub_id' },
  offer_sections: {
    because: catalogue,
    columns: 'id offer_id key heading body position based_on_heading based_on_body is_left_out',
  },
  offers: {
    because: 'it is what a hub publishes, with how the hub is reached',
    columns: `id hub_id project_id theme_id year slug status status_reason published_at opens_on closes_on contact_email
      contact_telephone request_word dates_note lead_note practical_notes joining_note venue_id policy_id updated_at section_order registering
      registering_address most_organisations most_people fewest_organisations`,
  },
  organisation_changes: {
    because: register,
    columns: 'id organisation_id import_id kind changed held_on recorded_at',
  },
  organisation_former_names: { because: register, columns: 'organisation_id name from_on to_on search' },
  organisation_successors: { because: register, columns: 'predecessor_id successor_id kind since_on told_at' },
  itt_accreditations: { because: register, columns: 'id organisation_id from_on to_on' },
  itt_partnerships: { because: register, columns: 'provider_id partner_id year ended_on' },
  school_links: { because: register, columns: 'predecessor_urn successor_urn kind since_on' },
  trust_memberships: { because: register, columns: 'id organisation_id trust_id from_on to_on' },
  import_schools: {
    because: 'it is about schools as spreadsheets name them',
    columns: 'import_id key said rows_count certainty organisation_id reason candidates',
  },
  offer_words: { because: catalogue, columns: 'offer_id words modes dates venues' },
  organisation_words: { because: register, columns: 'word' },
  organisations: {
    because: register,
    columns: `id kind name urn ukprn status opened_on closed_on phase type_code type_name state_funded low_age high_age itt_kind
      itt_phases street town postcode authority_code easting northing email_domains invented search
      provider_code trust_code authority_given phase_code type_group locality region urban_rural gender religious_character pupils
      capacity free_meals_percent website telephone merged_into_id`,
  },
  message_templates: { because: hubWork, columns: 'id hub_id begun_as retired_at' },
  pathways: { because: catalogue, columns: 'id key name phase' },
  placement_changes: {
    because: 'it is about requests, whose people stand with the request',
    columns: 'id run_id interest_id position kind group_id amount is_placed others',
  },
  placement_explanations: {
    because: 'it is about requests, whose people stand with the request',
    columns: 'run_id interest_id asked_at finished_at failed_at',
  },
  placement_pins: {
    because: 'it is about requests, whose people stand with the request',
    columns: 'id run_id kind interest_id other_interest_id group_id opening',
  },
  placement_run_offers: { because: hubWork, columns: 'run_id offer_id' },
  placement_proposals: {
    because: 'it is about requests, whose people stand with the request',
    columns: 'run_id interest_id group_id opening miles minutes reason',
  },
  planned_dates: {
    because: catalogue,
    columns: 'id offer_id position on_date starts_at ends_at mode venue_id certainty note online_link',
  },
  programme_goals: {
    because: catalogue,
    columns: 'id year position goal by_label project_id standing standing_source standing_on',
  },
  project_lineage: { because: catalogue, columns: 'project_id earlier_project_id kind note' },
  project_questions: {
    because: catalogue,
    columns: 'id project_id key position kind label hint is_required choices',
  },
  project_outcomes: { because: catalogue, columns: 'id project_id audience outcome position' },
  project_sections: { because: catalogue, columns: 'id project_id key heading body position may_be_left_out' },
  project_words: { because: catalogue, columns: 'project_id words' },
  project_themes: { because: catalogue, columns: 'id project_id kind suffix title focus starts position' },
  projects: {
    because: catalogue,
    columns: `id year code title slug hub_id summary delivery_model unit phases audiences is_new formerly running_since
      running_since_source days_min days_max sessions_count partner_bodies stage_id people_min people_max same_people_all_year agreement_for_year
      headteacher_confirms leads_get_additional_funding free_to_participants status status_reason published_at joins time_beside models_of_working hubs_may_narrow`,
  },
  project_corrections: { because: catalogue, columns: 'project_id content changed_at' },
  project_versions: { because: catalogue, columns: 'project_id number act content note made_at' },
  retention_sweeps: {
    because: 'it holds dates and numbers',
    columns: `id rule months announced_on due_on records_announced people_announced carried_out_at records_cleared
      people_affected`,
  },
  stopped_links: { because: 'it holds ids of records', columns: 'subject_id purpose stopped_at' },
  sessions: {
    because: hubWork,
    columns: `id group_id number kind title on_date starts_at ends_at mode venue_id host_organisation_id online_link
      practical_notes status status_reason sequence moved_at`,
  },
  settings: { because: 'it is about the installation', columns: 'name value' },
  repeated_marks: { because: 'it holds ids of marks', columns: 'id mark_id received_at' },
  settled_marks: { because: 'it holds ids of marks', columns: 'mark_id by_mark_id' },
  stages: { because: catalogue, columns: 'id pathway_id key name position entry_point repeats beside_stage_id' },
  venues: {
    because: hubWork,
    columns:
      'id hub_id organisation_id name short_name address postcode easting northing practical_notes retired_on room parking way_in lunch',
  },
  year_notices: { because: catalogue, columns: 'id year position heading body' },
  year_partners: { because: catalogue, columns: 'id year position name about website' },
}

/** In tables with personal fields: keys, states and moments that say nothing about anybody by themselves. */
export const plainColumns: Readonly<Record<string, string>> = {
  ...plainColumnsOfMoney,
  ...plainColumnsOfYears,
  ...plainColumnsOfMail,
  ...plainColumnsOfTasks,
  acting_episodes: 'id session_id',
  address_changes: 'id person_id',
  attendance_terms: 'project_id minutes_in_a_day takes_off_missed counts_beside',
  bulk_acts: 'id hub_id kind particulars status previewed_at undoable_until',
  bulk_act_rows: 'act_id interest_id position outcome seen_event done_event',
  cancellations: 'id session_sequence',
  charges: 'id place_id policy_id',
  date_alerts: 'id waits_for',
  email_addresses: 'id person_id',
  erasure_requests: 'id',
  events: 'id recorded_at subject_type subject_id actor_kind request_id previous_hash hash',
  event_subjects: 'event_id subject_type',
  expressions_of_interest:
    'id agreed_with_id unnamed_people theme_id policy_id place_id passed_on_to_id entered_at verdicts_reached_at verdicts_looked_at_on',
  interest_files: 'id form_id interest_id question_key type bytes',
  interest_form_links: 'id form_id part',
  interest_forms: 'id changes_interest_id on_behalf sent_at interest_id',
  interest_answers: 'interest_id question_key position kind',
  interest_facts: 'interest_id',
  interest_notes: 'id',
  interest_passings: 'id to_offer_id policy_id new_interest_id',
  interest_people: 'id position',
  interest_preferences: 'interest_id position',
  interest_verdicts: 'id interest_id criterion_id position strength rule whose',
  import_matchings: 'id hub_id kind name header header_shape matching options',
  import_rows: 'import_id number school_key unit_key interest_id undo',
  import_school_decisions: 'hub_id key organisation_id',
  imports: `id hub_id kind offer_id file_name read_as status header_row header header_shape matching options tells round rows_done
    counts finished_at undone_at rows_deleted_at`,
  register_imports: 'id register file_name encoding forced counts refused',
  register_files: 'id register file_name bytes forced status step share ended_at import_id reason',
  trusts_by_hand: 'organisation_id register_said',
  register_questions: 'id organisation_id kind about told import_id raised_at settlement',
  invitations: 'id from_hub_id last_sent_at sent',
  marks: 'id replaces_mark_id origin device_behind_seconds clock_changed',
  marks_set_aside: 'id origin device_at device_behind_seconds clock_changed because mark_id',
  walk_ins: 'id origin device_at device_behind_seconds',
  message_template_versions: 'template_id number title subject body',
  meeting_reports: 'id session_id file_name read_as joined refused status',
  messages: 'id message_id hold_until held held_for held_back_at goes_anyway given_up sending_since attempts',
  participants: 'id',
  possible_times: 'id venue_id',
  time_beside: 'id',
  impossible_days: 'id venue_id',
  offer_versions: 'offer_id number act content',
  passkey_challenges: 'person_id',
  passkeys: 'id person_id',
  merge_changes: 'merge_id number person_id did table_name key',
  merges: 'id kind kept_id merged_id hub_id moved left_as_it_was',
  people: 'id merged_into_id',
  possible_duplicates: 'first_id second_id kind weight found_at status proposed_by_hub_id',
  person_moves: 'id',
  coming_moves: 'id move_id',
  person_names: 'id person_id',
  personal_reads: 'id kind record_type record_id hub_id people_count',
  move_decisions: 'move_id place_id',
  planned_hub_changes: 'id hub_id kind due_on particulars done_at cancelled_at refused_because',
  program_tokens: 'id person_id',
  provider_accounts: 'id person_id',
  provider_visits: 'person_id',
  placement_runs: 'id offer_id status message finished_at summary asked inputs progress based_on_run_id',
  places: 'id status_reason respond_by continues_place_id',
  posts: 'id person_id',
  published_figures: 'id indicator definition population year as_at figures',
  retention_settings: 'rule months',
  roles: 'id person_id',
  session_agreements: 'sequence',
  sign_in_requests: 'id person_id',
  signed_in_sessions: 'id person_id',
  statements: 'id',
  successors_asked: 'place_id reminded_at overdue_told_for said_nobody_at exception_asked_at exception_decided_at',
  subject_access_requests: 'id records',
}
