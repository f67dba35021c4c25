// Generated from the database by script/generate. Do not edit.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../../vocabulary/json.ts'

export type AcademicYears = {
  year: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  introduction: string | null
  withdrawn_because: string | null
}

export type AccountStatementLines = {
  entry_id: string
  statement_id: string
  position: number
}

export type AccountStatementNumbers = {
  hub_id: string
  year: number
  last: number
}

export type AccountStatements = {
  id: string
  hub_id: string
  organisation_id: string
  year: number
  number: number
  brought_forward_pence: number
  closing_pence: number
  issued_at: Temporal.Instant
  issued_by_person_id: string
}

export type ActingEpisodes = {
  id: string
  session_id: string
  by_person_id: string
  for_person_id: string
  reason: string
  begun_at: Temporal.Instant
  lapses_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export type AddressChanges = {
  id: string
  person_id: string
  address: string
  former_address: string | null
  status: Generated<string>
  asked_at: Temporal.Instant
  confirmed_at: Temporal.Instant | null
  stopped_at: Temporal.Instant | null
  let_go_at: Temporal.Instant | null
}

export type AnswerTerms = {
  id: string
  hub_id: string | null
  working_days: number[]
  opens_at: Temporal.PlainTime
  closes_at: Temporal.PlainTime
  hours_to_answer: number
  days_before_first: number
  least_hours: number
  reminder_hours: number
  set_at: Temporal.Instant
}

export type AttendanceTerms = {
  project_id: string
  minutes_in_a_day: Generated<number>
  takes_off_missed: Generated<boolean>
  stated_by_person_id: string | null
  stated_at: Temporal.Instant
  counts_beside: Generated<boolean>
}

export type Authorities = {
  code: string
  name: string
  region: string | null
}

export type BankHolidays = {
  on_date: Temporal.PlainDate
  title: string
  notes: string
  read_at: Temporal.Instant
}

export type BulkActRows = {
  act_id: string
  interest_id: string
  position: number
  outcome: string | null
  why: string | null
  seen_event: number | null
  done_event: number | null
  before: Json | null
  letters: Generated<Json>
}

export type BulkActs = {
  id: string
  hub_id: string
  kind: string | null
  particulars: Generated<Json>
  status: string
  begun_by_person_id: string | null
  begun_at: Temporal.Instant
  previewed_at: Temporal.Instant | null
  carried_out_by_person_id: string | null
  carried_out_at: Temporal.Instant | null
  undoable_until: Temporal.Instant | null
  undone_by_person_id: string | null
  undone_at: Temporal.Instant | null
}

export type CancellationPolicies = {
  id: string
  hub_id: string
  name: string
  version: Generated<number>
  amount_pence: number
  notice_days: number
  notice_kind: string
  charges_late_cancellation: boolean
  charges_non_attendance: boolean
  wording: string
  created_at: Temporal.Instant
  per_session: Generated<boolean>
  online_notice_days: number | null
  online_notice_kind: string | null
  exempt_reasons: Generated<string[]>
  substitute_allowed: Generated<boolean>
  cap_pence: number | null
  cap_of: string | null
}

export type Cancellations = {
  id: string
  session_id: string
  participant_id: string
  given_at: Temporal.Instant
  free_until: Temporal.Instant | null
  session_sequence: number
  reason: string | null
  exempt_reason: string | null
  substitute: Generated<boolean>
  taken_back_at: Temporal.Instant | null
  substitute_name: string | null
}

export type CatalogueEntries = {
  section_id: string
  project_id: string
  position: number
}

export type CatalogueSections = {
  id: string
  year: number
  parent_id: string | null
  key: string
  title: string
  introduction: string | null
  position: number
}

export type ChargeActRows = {
  act_id: string
  charge_id: string
}

export type ChargeActs = {
  id: string
  hub_id: string
  decision: string
  reason: string | null
  carried_out_by_person_id: string
  carried_out_at: Temporal.Instant
  undoable_until: Temporal.Instant
  undone_by_person_id: string | null
  undone_at: Temporal.Instant | null
}

export type Charges = {
  id: string
  place_id: string
  participant_id: string
  session_id: string
  hub_id: string
  policy_id: string
  cause: string
  amount_pence: number
  status: string
  status_reason: string | null
  evidence: Json
  proposed_at: Temporal.Instant
  decided_at: Temporal.Instant | null
  decided_by_person_id: string | null
}

export type ComingMoves = {
  id: string
  person_id: string
  from_organisation_id: string
  to_organisation_id: string | null
  post: string | null
  moves_on: Temporal.PlainDate
  said_by: string
  said_by_person_id: string | null
  said_at: Temporal.Instant
  status: Generated<string>
  settled_at: Temporal.Instant | null
  settled_by_person_id: string | null
  move_id: string | null
}

export type CompletionTerms = {
  project_id: string
  least_share: number | null
  least_tasks: number | null
  stated_at: Temporal.Instant
}

export type Criteria = {
  id: string
  project_id: string
  theme_id: string | null
  position: number
  strength: string
  sentence: string
  rule: Json
  widens_id: string | null
  hubs_may_widen: Generated<boolean>
}

export type DataControllers = {
  id: string
  hub_id: string | null
  controller: string
  processor: string | null
  contact: string | null
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate | null
}

export type DateAlerts = {
  id: string
  offer_id: string
  address: string
  asked_at: Temporal.Instant
  confirmed_at: Temporal.Instant | null
  waits_for: Generated<string>
}

export type DeliveryModels = {
  key: string
  name: string
  group_word: string
  lead_word: string
  session_word: string
  name_plural: string
  group_plural: string
  lead_plural: string
  session_plural: string
  session_kind: Generated<string>
}

export type EmailAddresses = {
  id: string
  person_id: string
  address: string
  confirmed_at: Temporal.Instant | null
  from_at: Temporal.Instant
  to_at: Temporal.Instant | null
  is_primary: Generated<boolean>
}

export type EndedLinks = {
  subject_id: string
  purpose: Generated<string>
  ended_at: Temporal.Instant
}

export type ErasureRequests = {
  id: string
  person_id: string
  asked_by_person_id: string
  reason: string | null
  asked_at: Temporal.Instant
  status: Generated<string>
  decided_by_person_id: string | null
  decided_at: Temporal.Instant | null
  decision_reason: string | null
}

export type EvaluationAnswers = {
  question_id: string
  participant_id: string
  agreement: number | null
  words: string | null
  answered_at: Temporal.Instant
}

export type EvaluationQuestions = {
  id: string
  evaluation_id: string
  outcome_id: string | null
  question: string
  kind: string
  position: number
}

export type EvaluationRequests = {
  evaluation_id: string
  participant_id: string
  asked_at: Temporal.Instant
}

export type Evaluations = {
  id: string
  group_id: string
  opened_at: Temporal.Instant
  closes_on: Temporal.PlainDate
}

export type EventPersonalValues = {
  event_id: number
  salt: Buffer
  personal: Json
}

export type EventSubjects = {
  event_id: number
  subject_type: string
  subject_id: string
}

export type Events = {
  id: ColumnType<number, never, never>
  occurred_at: Temporal.Instant
  recorded_at: Generated<Temporal.Instant>
  name: string
  subject_type: string
  subject_id: string
  actor_kind: string
  actor_id: string | null
  acting_by: string | null
  request_id: string | null
  particulars: Generated<Json>
  personal_hash: Buffer | null
  previous_hash: Buffer | null
  hash: Buffer
}

export type ExpressionsOfInterest = {
  id: string
  offer_id: string
  project_id: string
  organisation_id: string
  person_id: string | null
  status: string
  status_reason: string | null
  sender_name: string
  sender_email: string
  sender_telephone: string | null
  sender_post: string
  sender_person_id: string | null
  theme_id: string | null
  travel_limit_miles: number | null
  access_needs: string | null
  comments: string | null
  commitments: Generated<Json>
  policy_id: string | null
  headteacher_name: string | null
  headteacher_email: string | null
  headteacher_asked_at: Temporal.Instant | null
  headteacher_confirmed_at: Temporal.Instant | null
  place_id: string | null
  entered_by_person_id: string | null
  created_at: Temporal.Instant
  confirmed_email_at: Temporal.Instant | null
  received_at: Temporal.Instant | null
  waiting_since: Temporal.Instant | null
  form_key: string | null
  passed_on_to_id: string | null
  entered_at: Temporal.Instant | null
  verdicts_reached_at: Temporal.Instant | null
  known_facts: Json | null
  headteacher_answer_by: Temporal.Instant | null
  headteacher_reminded_at: Temporal.Instant | null
  headteacher_ended_at: Temporal.Instant | null
  headteacher_ended_how: string | null
  agreed_with_id: string | null
  fewer_is_fine: Generated<boolean>
  moved_up_at: Temporal.Instant | null
  moved_up_reason: string | null
  lost_place_at: Temporal.Instant | null
  remind_at: Temporal.Instant | null
  unnamed_people: Generated<number>
  verdicts_looked_at_on: Temporal.PlainDate | null
}

export type FailingAddresses = {
  address: string
  failed_at: Temporal.Instant
  status: string
  said: string
  noted_at: Temporal.Instant | null
}

export type FlyerPrints = {
  id: string
  offer_id: string
  number: number
  made_on: Temporal.PlainDate
  facts: Json
  sum: ColumnType<string, never, never>
}

export type FormerHubDetails = {
  id: string
  hub_id: string
  website: string | null
  email: string | null
  telephone: string | null
  about: string | null
  area_described: string | null
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate
  recorded_at: Temporal.Instant
}

export type FormerOfferAddresses = {
  hub_id: string
  year: number
  slug: string
  offer_id: string
}

export type GrantActRows = {
  act_id: string
  grant_id: string
}

export type GrantActs = {
  id: string
  hub_id: string
  carried_out_by_person_id: string
  carried_out_at: Temporal.Instant
  undoable_until: Temporal.Instant
  undone_by_person_id: string | null
  undone_at: Temporal.Instant | null
}

export type GrantRules = {
  id: string
  hub_id: string | null
  year: number
  name: string
  version: number
  kind: string
  delivery_model: string | null
  phase: string | null
  first_year_only: Generated<boolean>
  amount_pence: number
  per: string
  least_sessions: Generated<number>
  least_days: Generated<number>
  stopped: Generated<boolean>
  written_at: Temporal.Instant
  written_by_person_id: string | null
}

export type Grants = {
  id: string
  rule_id: string
  rule_name: string
  hub_id: string
  organisation_id: string
  group_id: string
  place_id: string | null
  lead_person_id: string | null
  amount_pence: number
  status: string
  status_reason: string | null
  evidence: Json
  due_at: Temporal.Instant
  decided_at: Temporal.Instant | null
  decided_by_person_id: string | null
}

export type GroupMaterials = {
  id: string
  group_id: string
  session_id: string | null
  title: string
  url: string | null
  file_name: string | null
  file_type: string | null
  bytes: number | null
  content: Buffer | null
  added_at: Temporal.Instant
  added_by_person_id: string | null
  taken_back_at: Temporal.Instant | null
  taken_back_by_person_id: string | null
}

export type GroupMergers = {
  id: string
  from_group_id: string
  into_group_id: string
  status: string
  reason: string
  leads_join: boolean
  adds_room: boolean
  arranged_by_person_id: string | null
  arranged_at: Temporal.Instant
  due_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  why_not: string | null
}

export type GroupMessages = {
  id: string
  group_id: string
  subject: string
  body: string
  people: number
  written_at: Temporal.Instant
  written_by_person_id: string | null
  sent_at: Temporal.Instant
  taken_back_at: Temporal.Instant | null
}

export type GroupPartnerAskings = {
  id: string
  group_id: string
  hub_id: string
  organisations_share: number | null
  shares_end_on: Temporal.PlainDate | null
  word: string | null
  status: string
  asked_at: Temporal.Instant
  answered_at: Temporal.Instant | null
  answer: string | null
}

export type GroupPartnerHubs = {
  group_id: string
  hub_id: string
  organisations_share: number | null
}

export type Groups = {
  id: string
  hub_id: string
  offer_id: string | null
  project_id: string
  year: number
  theme_id: string | null
  name: string
  status: Generated<string>
  status_reason: string | null
  organisations_room: number
  people_room: number
  organisations_minimum: Generated<number>
  organisations_taken: Generated<number>
  people_taken: Generated<number>
  venue_id: string | null
  policy_id: string | null
  online_link: string | null
  continues_group_id: string | null
  created_at: Temporal.Instant
  completed_at: Temporal.Instant | null
  shares_end_on: Temporal.PlainDate | null
  shares_ended_at: Temporal.Instant | null
  merged_into_id: string | null
}

export type HeldBackPlaces = {
  id: string
  group_id: string
  hub_id: string
  people_count: number
  reason: string
  held_at: Temporal.Instant
  released_at: Temporal.Instant | null
  released_because: string | null
}

export type HistorySeals = {
  up_to_event_id: number
  events: number
  digest: number
  sealed_at: Temporal.Instant
}

export type HostAskings = {
  id: string
  hosting_id: string
  person_id: string
  asked_at: Temporal.Instant
}

export type HostWillingness = {
  group_id: string
  organisation_id: string
  is_willing: boolean
  people_room: number | null
  stated_at: Temporal.Instant
}

export type Hostings = {
  id: string
  session_id: string
  organisation_id: string
  status: string
  asked_at: Temporal.Instant
  answered_at: Temporal.Instant | null
  room: string | null
  parking: string | null
  way_in: string | null
  lunch: string | null
}

export type HubAreas = {
  id: string
  hub_id: string
  authority_code: string | null
  described_as: string
  part: Generated<boolean>
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
  recorded_at: Temporal.Instant | null
}

export type HubLeadOrganisations = {
  id: string
  hub_id: string
  name: string
  organisation_id: string | null
  as_of: string | null
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
  recorded_at: Temporal.Instant | null
}

export type HubNames = {
  hub_id: string
  name: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
  id: Generated<string>
  recorded_at: Temporal.Instant | null
}

export type HubPrivacyNotices = {
  id: string
  hub_id: string
  notice: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
  recorded_at: Temporal.Instant | null
}

export type HubSuccessors = {
  predecessor_id: string
  successor_id: string
  kind: string
  since_on: Temporal.PlainDate
}

export type Hubs = {
  id: string
  slug: string
  region: string | null
  website: string | null
  email: string | null
  telephone: string | null
  about: string | null
  area_described: string | null
  opened_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  closed_reason: string | null
  details_from_on: Temporal.PlainDate | null
  tile_column: number | null
  tile_row: number | null
}

export type ImportMatchings = {
  id: string
  hub_id: string
  kind: string
  name: string
  header: Json
  header_shape: string
  matching: Json
  options: Generated<Json>
  made_by_person_id: string | null
  used_at: Temporal.Instant
}

export type ImportRows = {
  import_id: string
  number: number
  cells: Json
  outcome: Generated<string>
  who: Generated<string>
  school: Generated<string>
  school_key: string | null
  unit_key: string | null
  entry: Json | null
  reason: string | null
  warnings: Generated<Json>
  interest_id: string | null
  person_ids: Generated<string[]>
  made_person_ids: Generated<string[]>
  done_at: Temporal.Instant | null
  undo: string | null
  undo_reason: string | null
}

export type ImportSchoolDecisions = {
  hub_id: string
  key: string
  organisation_id: string
  decided_by_person_id: string | null
  decided_at: Temporal.Instant
}

export type ImportSchools = {
  import_id: string
  key: string
  said: string
  rows_count: number
  certainty: string
  organisation_id: string | null
  reason: string | null
  candidates: Generated<Json>
}

export type Imports = {
  id: string
  hub_id: string
  kind: string
  offer_id: string | null
  file_name: string
  read_as: string
  status: string
  header_row: number
  header: Json
  header_shape: string
  matching: Json | null
  options: Generated<Json>
  tells: Generated<boolean>
  round: Generated<number>
  rows_done: Generated<number>
  counts: Generated<Json>
  requested_by_person_id: string | null
  created_at: Temporal.Instant
  started_at: Temporal.Instant | null
  started_by_person_id: string | null
  finished_at: Temporal.Instant | null
  undone_at: Temporal.Instant | null
  rows_deleted_at: Temporal.Instant | null
}

export type ImpossibleDays = {
  id: string
  person_id: string | null
  venue_id: string | null
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate
  stated_at: Temporal.Instant
}

export type InterestAnswers = {
  interest_id: string
  question_key: string
  position: number
  kind: string
  question: string
  value: Json
  shown: string
}

export type InterestFacts = {
  interest_id: string
  name: string
  value: Json
  told_by: string
  source: string | null
  told_on: Temporal.PlainDate
  told_by_person_id: string | null
  recorded_at: Temporal.Instant
}

export type InterestFiles = {
  id: string
  form_id: string | null
  interest_id: string | null
  question_key: string
  name: string
  type: string
  bytes: number
  content: Buffer
  sent_at: Temporal.Instant
}

export type InterestFormLinks = {
  id: string
  form_id: string
  part: string
  name: string | null
  email: string | null
  made_at: Temporal.Instant
  stopped_at: Temporal.Instant | null
}

export type InterestForms = {
  id: string
  offer_id: string
  organisation_id: string
  changes_interest_id: string | null
  on_behalf: Generated<boolean>
  begun_by_person_id: string | null
  sender_email: string | null
  typed: Generated<Json>
  saved: Generated<Json>
  begun_at: Temporal.Instant
  changed_at: Temporal.Instant
  sent_at: Temporal.Instant | null
  interest_id: string | null
}

export type InterestHints = {
  interest_id: string
  kind: string
  relation: string
  is_here: boolean
  other_interest_id: string
  other_place_id: string
  hub_id: string
}

export type InterestNotes = {
  id: string
  interest_id: string
  body: string
  written_by_person_id: string | null
  written_at: Temporal.Instant
}

export type InterestPassings = {
  id: string
  interest_id: string
  to_offer_id: string
  status: string
  word: string
  asked_by_person_id: string | null
  asked_at: Temporal.Instant
  answered_at: Temporal.Instant | null
  policy_id: string | null
  settled_by_person_id: string | null
  settled_at: Temporal.Instant | null
  settled_word: string | null
  new_interest_id: string | null
}

export type InterestPeople = {
  id: string
  interest_id: string
  position: number
  name: string
  email: string
  post: string
  post_held: boolean | null
  part: string
  person_id: string | null
}

export type InterestPreferences = {
  interest_id: string
  kind: string
  position: number
  value: string
}

export type InterestVerdicts = {
  id: string
  interest_id: string
  criterion_id: string | null
  position: number
  strength: string
  sentence: string
  rule: Json
  answer: string
  facts: Json
  reached_at: Temporal.Instant
  overruled_answer: string | null
  overruled_reason: string | null
  overruled_by_person_id: string | null
  overruled_at: Temporal.Instant | null
  whose: string | null
}

export type Invitations = {
  id: string
  address: string
  name: string
  role: string | null
  hub_id: string | null
  group_id: string | null
  organisation_id: string | null
  post: string | null
  invited_by_person_id: string | null
  from_hub_id: string | null
  invited_at: Temporal.Instant
  last_sent_at: Temporal.Instant
  sent: Generated<number>
  expires_at: Temporal.Instant
  status: Generated<string>
  settled_at: Temporal.Instant | null
  accepted_person_id: string | null
}

export type InvitationsToNextStage = {
  id: string
  organisation_id: string
  from_stage_id: string
  to_stage_id: string
  group_id: string
  prepared_at: Temporal.Instant
  sent_at: Temporal.Instant | null
  sent_in: string | null
  left_out_at: Temporal.Instant | null
}

export type IttAccreditations = {
  id: string
  organisation_id: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
}

export type IttPartnerships = {
  provider_id: string
  partner_id: string
  year: number
  ended_on: Temporal.PlainDate | null
}

export type LedgerEntries = {
  id: string
  charge_id: string | null
  kind: string
  debit: string
  credit: string
  amount_pence: number
  on_date: Temporal.PlainDate
  entered_at: Temporal.Instant
  grant_id: string | null
}

export type LedgerLines = {
  id: string
  charge_id: string
  grant_id: string
  kind: string
  debit: string
  credit: string
  amount_pence: number
  on_date: Temporal.PlainDate
  entered_at: Temporal.Instant
  owed_pence: number
  hub_id: string
  organisation_id: string
  year: number
}

export type MailTimes = {
  id: string
  hub_id: string | null
  goes_from: Temporal.PlainTime
  goes_until: Temporal.PlainTime
  rests_at_weekends: boolean
  rests_on_bank_holidays: boolean
  rests_in_school_holidays: boolean
  set_at: Temporal.Instant
}

export type MailingDecisions = {
  id: string
  kind: string
  subject_id: string
  decision: string
  for_date: Temporal.PlainDate
  decided_at: Temporal.Instant
}

export type MailingKindsStopped = {
  hub_id: string
  kind: string
  decision: string
  decided_at: Temporal.Instant
}

export type Marks = {
  id: string
  session_id: string
  participant_id: string
  mark: string
  minutes: number | null
  note: string | null
  recorded_by_person_id: string | null
  recorded_at: Temporal.Instant
  received_at: Temporal.Instant
  replaces_mark_id: string | null
  settled_reason: string | null
  substitute: string | null
  origin: Generated<string>
  device_at: Temporal.Instant | null
  device_behind_seconds: number | null
  clock_changed: Generated<boolean>
  reason: string | null
}

export type MarksSetAside = {
  id: string
  session_id: string
  participant_id: string
  mark: string
  minutes: number | null
  substitute: string | null
  origin: string
  device_at: Temporal.Instant | null
  device_behind_seconds: number | null
  clock_changed: Generated<boolean>
  recorded_at: Temporal.Instant
  received_at: Temporal.Instant
  recorded_by_person_id: string | null
  because: string
  settled_at: Temporal.Instant | null
  settled_by_person_id: string | null
  settled_reason: string | null
  mark_id: string | null
}

export type MeetingReports = {
  id: string
  session_id: string
  file_name: string
  read_as: string
  joined: Json | null
  refused: Json | null
  sent_by_person_id: string | null
  sent_at: Temporal.Instant
  status: Generated<string>
  settled_by_person_id: string | null
  settled_at: Temporal.Instant | null
}

export type MergeChanges = {
  merge_id: string
  number: number
  person_id: string | null
  did: string
  table_name: string
  key: Json
  before: Json | null
  after: Json | null
}

export type MergedRecords = {
  record_id: string
  into_id: string
}

export type Merges = {
  id: string
  kind: string
  kept_id: string
  merged_id: string
  hub_id: string | null
  moved: Json
  merged_at: Temporal.Instant
  merged_by_person_id: string | null
  undone_at: Temporal.Instant | null
  undone_by_person_id: string | null
  left_as_it_was: Json | null
}

export type MessageTemplateVersions = {
  template_id: string
  number: number
  title: string
  subject: string
  body: string
  written_by_person_id: string | null
  written_at: Temporal.Instant
}

export type MessageTemplates = {
  id: string
  hub_id: string
  begun_as: string | null
  retired_at: Temporal.Instant | null
}

export type Messages = {
  id: string
  key: string
  message_id: string
  to_address: string
  to_person_id: string | null
  subject: string
  body_text: string
  body_html: string
  invitations: Generated<Json>
  reason: string
  created_at: Temporal.Instant
  hold_until: Temporal.Instant | null
  held: Generated<boolean>
  sending_since: Temporal.Instant | null
  sent_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
  failure: string | null
  attempts: Generated<number>
  held_for: string | null
  letters: Json | null
  goes_anyway: Generated<boolean>
  held_back_at: Temporal.Instant | null
  given_up: Generated<number>
}

export type Migrations = {
  name: string
  applied_at: Generated<Temporal.Instant>
}

export type MoveDecisions = {
  move_id: string
  participant_id: string
  decision: string
  place_id: string | null
  successor_person_id: string | null
  decided_by_person_id: string | null
  decided_at: Temporal.Instant
}

export type NamesAskedFor = {
  interest_id: string
  reminded_at: Temporal.Instant | null
  overdue_told_at: Temporal.Instant | null
}

export type NamesLater = {
  id: string
  project_id: string | null
  offer_id: string | null
  days: number | null
  by_on: Temporal.PlainDate | null
  set_at: Temporal.Instant
}

export type NationalDays = {
  id: string
  title: string
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate
  stated_at: Temporal.Instant
}

export type NeedsKinds = {
  kind: string
  about: string
  words: string
  position: number
}

export type Networks = {
  id: string
  name: string
  coordinator: string
  time_zone: Generated<string>
  year_starts_in_month: Generated<number>
  only_one: Generated<boolean>
}

export type OfferPartnerHubs = {
  offer_id: string
  hub_id: string
}

export type OfferRuleSets = {
  offer_id: string
  proposed: Json | null
  changed_at: Temporal.Instant
  in_force_at: Temporal.Instant | null
}

export type OfferRules = {
  id: string
  offer_id: string
  position: number
  widens_id: string | null
  widens_sentence: string | null
  strength: string
  sentence: string
  rule: Json
}

export type OfferSections = {
  id: string
  offer_id: string
  key: string
  heading: string
  body: string
  position: number
  based_on_heading: string | null
  based_on_body: string | null
  is_left_out: Generated<boolean>
}

export type OfferThemes = {
  offer_id: string
  theme_id: string
}

export type OfferVersions = {
  offer_id: string
  number: number
  act: string
  content: Json
  person_id: string | null
  at: Temporal.Instant
}

export type OfferWords = {
  offer_id: string
  words: string
  modes: Generated<string[]>
  dates: Generated<Temporal.PlainDate[]>
  venues: Generated<string[]>
}

export type Offers = {
  id: string
  hub_id: string
  project_id: string
  theme_id: string | null
  year: number
  slug: string
  status: Generated<string>
  status_reason: string | null
  published_at: Temporal.Instant | null
  opens_on: Temporal.PlainDate | null
  closes_on: Temporal.PlainDate | null
  contact_email: string | null
  contact_telephone: string | null
  request_word: Generated<string>
  dates_note: string | null
  lead_note: string | null
  practical_notes: string | null
  joining_note: string | null
  venue_id: string | null
  policy_id: string | null
  updated_at: Temporal.Instant
  section_order: Generated<string[]>
  registering: Generated<string>
  registering_address: string | null
  most_organisations: number | null
  most_people: number | null
  fewest_organisations: number | null
}

export type OrganisationChanges = {
  id: ColumnType<number, never, never>
  organisation_id: string
  import_id: string | null
  kind: string
  changed: Json
  held_on: Temporal.PlainDate
  recorded_at: Temporal.Instant
}

export type OrganisationFormerNames = {
  organisation_id: string
  name: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate
  search: ColumnType<string | null, never, never>
}

export type OrganisationSuccessors = {
  predecessor_id: string
  successor_id: string
  kind: Generated<string>
  since_on: Temporal.PlainDate | null
  told_at: Temporal.Instant | null
}

export type OrganisationWords = {
  word: string
}

export type Organisations = {
  id: string
  kind: string
  name: string
  urn: number | null
  ukprn: string | null
  status: Generated<string>
  opened_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  phase: string | null
  type_code: string | null
  type_name: string | null
  state_funded: boolean | null
  low_age: number | null
  high_age: number | null
  itt_kind: string | null
  itt_phases: Generated<string[]>
  street: string | null
  town: string | null
  postcode: string | null
  authority_code: string | null
  easting: number | null
  northing: number | null
  email_domains: Generated<string[]>
  invented: Generated<boolean>
  search: ColumnType<string | null, never, never>
  provider_code: string | null
  trust_code: string | null
  authority_given: string | null
  phase_code: string | null
  type_group: string | null
  locality: string | null
  region: string | null
  urban_rural: string | null
  gender: string | null
  religious_character: string | null
  pupils: number | null
  capacity: number | null
  free_meals_percent: number | null
  website: string | null
  telephone: string | null
  merged_into_id: string | null
}

export type Participants = {
  id: string
  place_id: string
  person_id: string
  part: string
  post: string | null
  status: string
  access_needs: string | null
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate | null
  needs: string[] | null
  needs_told_at: Temporal.Instant | null
}

export type PasskeyChallenges = {
  challenge_hash: Buffer
  person_id: string | null
  expires_at: Temporal.Instant
}

export type Passkeys = {
  id: string
  person_id: string
  credential_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  created_at: Temporal.Instant
  last_used_at: Temporal.Instant | null
}

export type PathwayVersions = {
  pathway_id: string
  number: number
  act: string
  content: Json
  note: string | null
  made_at: Temporal.Instant
}

export type Pathways = {
  id: string
  key: string
  name: string
  phase: string
}

export type People = {
  id: string
  name: string
  created_at: Temporal.Instant
  erased_at: Temporal.Instant | null
  telephone: string | null
  teacher_reference_number: string | null
  merged_into_id: string | null
}

export type PersonMoves = {
  id: string
  person_id: string
  from_organisation_id: string
  to_organisation_id: string | null
  moved_on: Temporal.PlainDate
  said_by: string
  said_by_person_id: string | null
  said_at: Temporal.Instant
}

export type PersonNames = {
  id: string
  person_id: string
  name: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate
}

export type PersonalReads = {
  id: string
  read_at: Temporal.Instant
  reader_id: string
  page: string
  kind: string
  record_type: string
  record_id: string | null
  hub_id: string | null
  people_count: number
  person_ids: string[]
  reason: string | null
}

export type PlacementChanges = {
  id: string
  run_id: string
  interest_id: string
  position: number
  kind: string
  group_id: string | null
  amount: number
  is_placed: boolean
  others: Json
}

export type PlacementExplanations = {
  run_id: string
  interest_id: string
  asked_at: Temporal.Instant
  finished_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
}

export type PlacementPins = {
  id: string
  run_id: string
  kind: string
  interest_id: string
  other_interest_id: string | null
  group_id: string | null
  opening: string | null
}

export type PlacementProposals = {
  run_id: string
  interest_id: string
  group_id: string | null
  miles: number | null
  reason: string
  opening: string | null
  minutes: number | null
}

export type PlacementRunOffers = {
  run_id: string
  offer_id: string
}

export type PlacementRuns = {
  id: string
  offer_id: string
  requested_by_person_id: string | null
  status: string
  message: string | null
  requested_at: Temporal.Instant
  finished_at: Temporal.Instant | null
  summary: Json | null
  asked: Generated<Json>
  inputs: Json | null
  progress: Json | null
  based_on_run_id: string | null
}

export type Places = {
  id: string
  group_id: string
  project_id: string
  organisation_id: string
  person_id: string | null
  people_count: number
  status: string
  status_reason: string | null
  offered_at: Temporal.Instant | null
  respond_by: Temporal.Instant | null
  held_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  partner_hub_id: string | null
  continues_place_id: string | null
}

export type PlannedDates = {
  id: string
  offer_id: string
  position: number
  on_date: Temporal.PlainDate | null
  starts_at: Temporal.PlainTime | null
  ends_at: Temporal.PlainTime | null
  mode: string
  venue_id: string | null
  certainty: string
  note: string | null
  online_link: string | null
}

export type PlannedHubChanges = {
  id: string
  hub_id: string
  kind: string
  due_on: Temporal.PlainDate
  particulars: Json
  planned_at: Temporal.Instant
  planned_by_person_id: string | null
  done_at: Temporal.Instant | null
  cancelled_at: Temporal.Instant | null
  refused_because: string | null
}

export type PossibleDuplicates = {
  first_id: string
  second_id: string
  kind: string
  reasons: string[]
  weight: number
  found_at: Temporal.Instant
  status: Generated<string>
  decided_at: Temporal.Instant | null
  decided_by_person_id: string | null
  proposed_by_hub_id: string | null
  proposed_by_person_id: string | null
  proposed_at: Temporal.Instant | null
}

export type PossibleTimes = {
  id: string
  person_id: string | null
  venue_id: string | null
  weekday: number
  from_at: Temporal.PlainTime
  to_at: Temporal.PlainTime
  stated_at: Temporal.Instant
}

export type Posts = {
  id: string
  person_id: string
  organisation_id: string
  post: string
  held: Generated<boolean>
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
  stated_by: Generated<string>
  stated_at: Temporal.Instant
  stated_by_person_id: string | null
  ended_by: string | null
  ended_by_person_id: string | null
  ended_at: Temporal.Instant | null
}

export type ProgramTokens = {
  id: string
  person_id: string
  name: string
  token_hash: Buffer
  beginning: string
  scopes: string[]
  created_at: Temporal.Instant
  expires_at: Temporal.Instant
  last_used_at: Temporal.Instant | null
  revoked_at: Temporal.Instant | null
}

export type ProgrammeGoals = {
  id: string
  goal: string
  by_label: string
  project_id: string | null
  standing: string | null
  year: number
  position: Generated<number>
  standing_source: string | null
  standing_on: Temporal.PlainDate | null
}

export type ProjectCorrections = {
  project_id: string
  content: Json
  changed_at: Temporal.Instant
}

export type ProjectLineage = {
  project_id: string
  earlier_project_id: string
  kind: string
  note: string | null
}

export type ProjectOutcomes = {
  id: string
  project_id: string
  audience: string
  outcome: string
  position: number
}

export type ProjectQuestions = {
  id: string
  project_id: string
  key: string
  position: number
  kind: string
  label: string
  hint: string | null
  is_required: Generated<boolean>
  choices: Generated<Json>
}

export type ProjectSections = {
  id: string
  project_id: string
  key: string
  heading: string
  body: string
  position: number
  may_be_left_out: Generated<boolean>
}

export type ProjectThemes = {
  id: string
  project_id: string
  kind: string
  suffix: string
  title: string
  focus: string
  starts: string | null
  position: number
}

export type ProjectVersions = {
  project_id: string
  number: number
  act: string
  content: Json
  note: string | null
  made_at: Temporal.Instant
}

export type ProjectWords = {
  project_id: string
  words: string
}

export type Projects = {
  id: string
  year: number
  code: string | null
  title: string
  slug: string
  hub_id: string | null
  summary: string
  delivery_model: string
  unit: string
  phases: Generated<string[]>
  audiences: Generated<string[]>
  is_new: Generated<boolean>
  formerly: string | null
  running_since: string | null
  running_since_source: string | null
  days_min: number | null
  days_max: number | null
  sessions_count: number | null
  partner_bodies: Generated<string[]>
  stage_id: string | null
  people_min: Generated<number>
  people_max: number | null
  same_people_all_year: Generated<boolean>
  headteacher_confirms: Generated<boolean>
  leads_get_additional_funding: Generated<boolean>
  free_to_participants: boolean | null
  status: Generated<string>
  status_reason: string | null
  published_at: Temporal.Instant | null
  joins: string | null
  time_beside: string | null
  agreement_for_year: Generated<boolean>
  hubs_may_narrow: Generated<boolean>
  models_of_working: Generated<string[]>
}

export type ProviderAccounts = {
  id: string
  person_id: string
  issuer: string
  subject: string
  address: string | null
  linked_at: Temporal.Instant
  last_used_at: Temporal.Instant | null
}

export type ProviderVisits = {
  browser_hash: Buffer
  provider: string
  person_id: string | null
  goes_on_to: string
  expires_at: Temporal.Instant
  issuer: string | null
  subject: string | null
  address: string | null
}

export type PublishedFigures = {
  id: string
  indicator: string
  definition: string
  population: string
  year: number
  as_at: Temporal.Instant
  published_at: Temporal.Instant
  published_by_person_id: string | null
  figures: Json
}

export type RecruitmentTargets = {
  id: string
  hub_id: string
  project_id: string
  groups_planned: number
  places_planned: number
  stated_at: Temporal.Instant
}

export type ReflectionFiles = {
  id: string
  task_id: string
  participant_id: string
  name: string
  type: string
  bytes: number
  content: Buffer
  sent_at: Temporal.Instant
}

export type Reflections = {
  id: string
  task_id: string
  participant_id: string
  reflection: string
  returned_at: Temporal.Instant
  changed_at: Temporal.Instant | null
}

export type RegisterFiles = {
  id: string
  register: string
  file_name: string
  bytes: number
  forced: boolean
  sent_at: Temporal.Instant
  sent_by_person_id: string
  status: Generated<string>
  step: string | null
  share: number | null
  ended_at: Temporal.Instant | null
  import_id: string | null
  reason: string | null
}

export type RegisterImports = {
  id: string
  register: string
  file_name: string
  imported_at: Temporal.Instant
  imported_by: string | null
  encoding: string
  forced: boolean
  counts: Json
  refused: Generated<Json>
}

export type RegisterQuestions = {
  id: string
  organisation_id: string | null
  kind: string
  about: Generated<string>
  told: Json
  import_id: string | null
  raised_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  settled_by: string | null
  settlement: Json | null
}

export type RegistersStillOpen = {
  session_id: string
  open_until: Temporal.PlainDate
}

export type RepeatedMarks = {
  id: string
  mark_id: string
  received_at: Temporal.Instant
}

export type ReportingCompletion = {
  place_id: string
  hub_id: string
  project_id: string
  year: number
  organisation_id: string
  completed_at: Temporal.Instant
}

export type ReportingInterest = {
  interest_id: string
  hub_id: string
  project_id: string
  year: number
  organisation_id: string
  status: string
  received_at: Temporal.Instant | null
}

export type ReportingParticipation = {
  mark_id: string
  place_id: string
  hub_id: string
  project_id: string
  year: number
  organisation_id: string
  took_part_at: Temporal.Instant
  superseded_at: Temporal.Instant
}

export type ReportingPlaces = {
  place_id: string
  hub_id: string
  project_id: string
  year: number
  organisation_id: string
  status: string
  held_at: Temporal.Instant
  ended_at: Temporal.Instant
  group_id: string
}

export type RetentionSettings = {
  rule: string
  months: number
  changed_at: Temporal.Instant
  changed_by_person_id: string | null
}

export type RetentionSweeps = {
  id: string
  rule: string
  months: number
  announced_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  records_announced: number
  people_announced: number
  carried_out_at: Temporal.Instant | null
  records_cleared: number | null
  people_affected: number | null
}

export type ReviewPoints = {
  project_id: string
  key: string
  kind: string
  place: string
  words: string
  found_at: Temporal.Instant
  ticked_at: Temporal.Instant | null
}

export type Roles = {
  id: string
  person_id: string
  role: string
  hub_id: string | null
  group_id: string | null
  organisation_id: string | null
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate | null
  granted_by_person_id: string | null
  granted_at: Temporal.Instant | null
  ended_by_person_id: string | null
  ended_at: Temporal.Instant | null
  end_reason: string | null
}

export type RolledOffers = {
  offer_id: string
  earlier_offer_id: string
  project_id: string
  rolled_at: Temporal.Instant
}

export type RolledProjects = {
  project_id: string
  earlier_project_id: string
  rolled_at: Temporal.Instant
}

export type ScheduleProposals = {
  id: string
  group_id: string
  asked: Json
  alternatives: Json
  nothing_fits: Json | null
  status: string
  accepted: number | null
  made_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export type SchoolLinks = {
  predecessor_urn: number
  successor_urn: number
  kind: string
  since_on: Temporal.PlainDate | null
}

export type SchoolTerms = {
  id: string
  authority_code: string
  year: number
  kind: string
  name: string
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate
  stated_at: Temporal.Instant
}

export type SessionAgreements = {
  session_id: string
  participant_id: string
  sequence: number
  agreed_at: Temporal.Instant
}

export type SessionInvitations = {
  session_id: string
  person_id: string
  sequence: number
  method: string
  sent_at: Temporal.Instant
  sent_sequence: number
}

export type SessionLeads = {
  session_id: string
  person_id: string
  during: string
}

export type SessionLetters = {
  session_id: string
  person_id: string
  kind: string
  for_date: Temporal.PlainDate
  said: string
  sequence: number
  times: number
  sent_at: Temporal.Instant
}

export type SessionMailSettings = {
  hub_id: string
  instructions_days: number | null
  reminder_days: number | null
  own_words: string
  set_at: Temporal.Instant
}

export type Sessions = {
  id: string
  group_id: string
  number: number
  kind: Generated<string>
  title: string | null
  on_date: Temporal.PlainDate | null
  starts_at: Temporal.PlainTime | null
  ends_at: Temporal.PlainTime | null
  mode: string
  venue_id: string | null
  host_organisation_id: string | null
  online_link: string | null
  practical_notes: string | null
  status: Generated<string>
  status_reason: string | null
  sequence: Generated<number>
  moved_at: Temporal.Instant | null
}

export type SetAside = {
  number: ColumnType<number, never, never>
  definition: string
}

export type Settings = {
  name: string
  value: Json
}

export type SettledMarks = {
  mark_id: string
  by_mark_id: string
}

export type SignInRequests = {
  id: string
  person_id: string
  link_hash: Buffer
  code_hash: Buffer
  requested_at: Temporal.Instant
  expires_at: Temporal.Instant
  consumed_at: Temporal.Instant | null
  code_attempts: Generated<number>
  address: string | null
}

export type SignedInSessions = {
  id: string
  person_id: string
  token_hash: Buffer
  created_at: Temporal.Instant
  expires_at: Temporal.Instant
  revoked_at: Temporal.Instant | null
  device: string | null
  last_seen_at: Temporal.Instant | null
}

export type StageRecords = {
  id: string
  organisation_id: string
  stage_id: string
  year: number
  status: string
  group_id: string | null
  evidence: string
  recorded_at: Temporal.Instant
}

export type Stages = {
  id: string
  pathway_id: string
  key: string
  name: string
  position: number
  entry_point: Generated<boolean>
  repeats: Generated<boolean>
  beside_stage_id: string | null
}

export type StandingMarks = {
  id: string
  session_id: string
  participant_id: string
  mark: string
  minutes: number | null
  note: string | null
  recorded_by_person_id: string | null
  recorded_at: Temporal.Instant
  received_at: Temporal.Instant | null
  replaces_mark_id: string | null
  settled_reason: string | null
  substitute: string
  origin: string
  device_at: Temporal.Instant
  device_behind_seconds: number
  clock_changed: boolean
  reason: string
}

export type Statements = {
  id: string
  code: string
  participant_id: string
  group_id: string
  particulars: Json
  issued_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  withdrawn_reason: string | null
}

export type StoppedLinks = {
  subject_id: string
  purpose: string
  stopped_at: Temporal.Instant
}

export type SubjectAccessRequests = {
  id: string
  person_id: string
  asked_by_person_id: string
  reason: string | null
  asked_at: Temporal.Instant
  made_at: Temporal.Instant | null
  records: number | null
  report: Json | null
}

export type SuccessorsAsked = {
  participant_id: string
  place_id: string
  by_on: Temporal.PlainDate
  asked_at: Temporal.Instant
  reminded_at: Temporal.Instant | null
  overdue_told_for: Temporal.PlainDate | null
  said_nobody_at: Temporal.Instant | null
  status: Generated<string>
  settled_at: Temporal.Instant | null
  successor_participant_id: string | null
  exception: Generated<string>
  exception_reason: string | null
  exception_asked_at: Temporal.Instant | null
  exception_answer: string | null
  exception_decided_at: Temporal.Instant | null
}

export type TargetLists = {
  id: string
  year: number
  file_name: string
  read_as: string
  rows: Json
  status: string
  sent_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  outcome: Json | null
}

export type TaskMaterials = {
  id: string
  task_id: string
  title: string
  link: string | null
  name: string | null
  type: string | null
  bytes: number | null
  content: Buffer | null
  added_by_person_id: string | null
  added_at: Temporal.Instant
}

export type TaskRequests = {
  id: string
  task_id: string
  participant_id: string
  asked_at: Temporal.Instant
  reminded_at: Temporal.Instant | null
}

export type Tasks = {
  id: string
  group_id: string
  session_id: string | null
  title: string
  brief: string
  due_on: Temporal.PlainDate
  shared_with: Generated<string>
  set_by_person_id: string | null
  set_at: Temporal.Instant
  digest_told_at: Temporal.Instant | null
  follows_next: Generated<boolean>
}

export type TermLists = {
  id: string
  hub_id: string | null
  file_name: string
  read_as: string
  rows: Json
  status: string
  outcome: Json | null
  sent_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export type TermsOfYears = {
  year: number
  delivery_model: string
  name: string
  name_plural: string
  group_word: string
  group_plural: string
  lead_word: string
  lead_plural: string
  session_word: string
  session_plural: string
  session_kind: string
  of_this_year: boolean
}

export type TimeBeside = {
  id: string
  group_id: string
  person_id: string
  kind: string
  on_date: Temporal.PlainDate
  minutes: number
  recorded_at: Temporal.Instant
}

export type TravelTables = {
  id: string
  hub_id: string
  year: number
  file_name: string
  read_as: string
  status: string
  refused: Json
  sent_at: Temporal.Instant
  in_force_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  replaces_id: string | null
}

export type TravelTimes = {
  id: string
  table_id: string
  organisation_id: string
  to_venue_id: string | null
  to_organisation_id: string | null
  to_postcode: string | null
  minutes: number
}

export type Tries = {
  kind: string
  who: Buffer
  counted_from: Temporal.Instant
  count: number
}

export type TrustMemberships = {
  id: string
  organisation_id: string
  trust_id: string
  from_on: Temporal.PlainDate | null
  to_on: Temporal.PlainDate | null
}

export type TrustsByHand = {
  organisation_id: string
  register_said: string | null
  stated_at: Temporal.Instant
  stated_by_person_id: string
}

export type Venues = {
  id: string
  hub_id: string
  organisation_id: string | null
  name: string
  short_name: string
  address: string
  postcode: string | null
  easting: number | null
  northing: number | null
  practical_notes: string | null
  retired_on: Temporal.PlainDate | null
  room: string | null
  parking: string | null
  way_in: string | null
  lunch: string | null
}

export type WalkIns = {
  id: string
  session_id: string
  said_name: string | null
  said_school: string | null
  origin: string
  device_at: Temporal.Instant | null
  device_behind_seconds: number | null
  recorded_at: Temporal.Instant
  received_at: Temporal.Instant
  recorded_by_person_id: string | null
  outcome: string | null
  settled_at: Temporal.Instant | null
  settled_by_person_id: string | null
  participant_id: string | null
}

export type WhoComes = {
  session_id: string
  participant_id: string
  comes: boolean
  instead_of_id: string | null
  stated_by: string
  stated_at: Temporal.Instant
}

export type WhoComesToSessions = {
  session_id: string
  group_id: string
  participant_id: string
  person_id: string
  place_id: string
  part: string
  instead_of_id: string
  is_stated: boolean
  by_itself: boolean
  comes: boolean
}

export type YearNotices = {
  id: string
  year: number
  position: number
  heading: string
  body: string
}

export type YearPartners = {
  id: string
  year: number
  position: number
  name: string
  about: Generated<string>
  website: string | null
}

export type YearTerms = {
  year: number
  delivery_model: string
  name: string
  name_plural: string
  group_word: string
  group_plural: string
  lead_word: string
  lead_plural: string
  session_word: string
  session_plural: string
}

export type YearVersions = {
  year: number
  number: number
  act: string
  content: Json
  note: string | null
  made_at: Temporal.Instant
}

export type Database = {
  academic_years: AcademicYears
  account_statement_lines: AccountStatementLines
  account_statement_numbers: AccountStatementNumbers
  account_statements: AccountStatements
  acting_episodes: ActingEpisodes
  address_changes: AddressChanges
  answer_terms: AnswerTerms
  attendance_terms: AttendanceTerms
  authorities: Authorities
  bank_holidays: BankHolidays
  bulk_act_rows: BulkActRows
  bulk_acts: BulkActs
  cancellation_policies: CancellationPolicies
  cancellations: Cancellations
  catalogue_entries: CatalogueEntries
  catalogue_sections: CatalogueSections
  charge_act_rows: ChargeActRows
  charge_acts: ChargeActs
  charges: Charges
  coming_moves: ComingMoves
  completion_terms: CompletionTerms
  criteria: Criteria
  data_controllers: DataControllers
  date_alerts: DateAlerts
  delivery_models: DeliveryModels
  email_addresses: EmailAddresses
  ended_links: EndedLinks
  erasure_requests: ErasureRequests
  evaluation_answers: EvaluationAnswers
  evaluation_questions: EvaluationQuestions
  evaluation_requests: EvaluationRequests
  evaluations: Evaluations
  event_personal_values: EventPersonalValues
  event_subjects: EventSubjects
  events: Events
  expressions_of_interest: ExpressionsOfInterest
  failing_addresses: FailingAddresses
  flyer_prints: FlyerPrints
  former_hub_details: FormerHubDetails
  former_offer_addresses: FormerOfferAddresses
  grant_act_rows: GrantActRows
  grant_acts: GrantActs
  grant_rules: GrantRules
  grants: Grants
  group_materials: GroupMaterials
  group_mergers: GroupMergers
  group_messages: GroupMessages
  group_partner_askings: GroupPartnerAskings
  group_partner_hubs: GroupPartnerHubs
  groups: Groups
  held_back_places: HeldBackPlaces
  history_seals: HistorySeals
  host_askings: HostAskings
  host_willingness: HostWillingness
  hostings: Hostings
  hub_areas: HubAreas
  hub_lead_organisations: HubLeadOrganisations
  hub_names: HubNames
  hub_privacy_notices: HubPrivacyNotices
  hub_successors: HubSuccessors
  hubs: Hubs
  import_matchings: ImportMatchings
  import_rows: ImportRows
  import_school_decisions: ImportSchoolDecisions
  import_schools: ImportSchools
  imports: Imports
  impossible_days: ImpossibleDays
  interest_answers: InterestAnswers
  interest_facts: InterestFacts
  interest_files: InterestFiles
  interest_form_links: InterestFormLinks
  interest_forms: InterestForms
  interest_hints: InterestHints
  interest_notes: InterestNotes
  interest_passings: InterestPassings
  interest_people: InterestPeople
  interest_preferences: InterestPreferences
  interest_verdicts: InterestVerdicts
  invitations: Invitations
  invitations_to_next_stage: InvitationsToNextStage
  itt_accreditations: IttAccreditations
  itt_partnerships: IttPartnerships
  ledger_entries: LedgerEntries
  ledger_lines: LedgerLines
  mail_times: MailTimes
  mailing_decisions: MailingDecisions
  mailing_kinds_stopped: MailingKindsStopped
  marks: Marks
  marks_set_aside: MarksSetAside
  meeting_reports: MeetingReports
  merge_changes: MergeChanges
  merged_records: MergedRecords
  merges: Merges
  message_template_versions: MessageTemplateVersions
  message_templates: MessageTemplates
  messages: Messages
  migrations: Migrations
  move_decisions: MoveDecisions
  names_asked_for: NamesAskedFor
  names_later: NamesLater
  national_days: NationalDays
  needs_kinds: NeedsKinds
  networks: Networks
  offer_partner_hubs: OfferPartnerHubs
  offer_rule_sets: OfferRuleSets
  offer_rules: OfferRules
  offer_sections: OfferSections
  offer_themes: OfferThemes
  offer_versions: OfferVersions
  offer_words: OfferWords
  offers: Offers
  organisation_changes: OrganisationChanges
  organisation_former_names: OrganisationFormerNames
  organisation_successors: OrganisationSuccessors
  organisation_words: OrganisationWords
  organisations: Organisations
  participants: Participants
  passkey_challenges: PasskeyChallenges
  passkeys: Passkeys
  pathway_versions: PathwayVersions
  pathways: Pathways
  people: People
  person_moves: PersonMoves
  person_names: PersonNames
  personal_reads: PersonalReads
  placement_changes: PlacementChanges
  placement_explanations: PlacementExplanations
  placement_pins: PlacementPins
  placement_proposals: PlacementProposals
  placement_run_offers: PlacementRunOffers
  placement_runs: PlacementRuns
  places: Places
  planned_dates: PlannedDates
  planned_hub_changes: PlannedHubChanges
  possible_duplicates: PossibleDuplicates
  possible_times: PossibleTimes
  posts: Posts
  program_tokens: ProgramTokens
  programme_goals: ProgrammeGoals
  project_corrections: ProjectCorrections
  project_lineage: ProjectLineage
  project_outcomes: ProjectOutcomes
  project_questions: ProjectQuestions
  project_sections: ProjectSections
  project_themes: ProjectThemes
  project_versions: ProjectVersions
  project_words: ProjectWords
  projects: Projects
  provider_accounts: ProviderAccounts
  provider_visits: ProviderVisits
  published_figures: PublishedFigures
  recruitment_targets: RecruitmentTargets
  reflection_files: ReflectionFiles
  reflections: Reflections
  register_files: RegisterFiles
  register_imports: RegisterImports
  register_questions: RegisterQuestions
  registers_still_open: RegistersStillOpen
  repeated_marks: RepeatedMarks
  reporting_completion: ReportingCompletion
  reporting_interest: ReportingInterest
  reporting_participation: ReportingParticipation
  reporting_places: ReportingPlaces
  retention_settings: RetentionSettings
  retention_sweeps: RetentionSweeps
  review_points: ReviewPoints
  roles: Roles
  rolled_offers: RolledOffers
  rolled_projects: RolledProjects
  schedule_proposals: ScheduleProposals
  school_links: SchoolLinks
  school_terms: SchoolTerms
  session_agreements: SessionAgreements
  session_invitations: SessionInvitations
  session_leads: SessionLeads
  session_letters: SessionLetters
  session_mail_settings: SessionMailSettings
  sessions: Sessions
  set_aside: SetAside
  settings: Settings
  settled_marks: SettledMarks
  sign_in_requests: SignInRequests
  signed_in_sessions: SignedInSessions
  stage_records: StageRecords
  stages: Stages
  standing_marks: StandingMarks
  statements: Statements
  stopped_links: StoppedLinks
  subject_access_requests: SubjectAccessRequests
  successors_asked: SuccessorsAsked
  target_lists: TargetLists
  task_materials: TaskMaterials
  task_requests: TaskRequests
  tasks: Tasks
  term_lists: TermLists
  terms_of_years: TermsOfYears
  time_beside: TimeBeside
  travel_tables: TravelTables
  travel_times: TravelTimes
  tries: Tries
  trust_memberships: TrustMemberships
  trusts_by_hand: TrustsByHand
  venues: Venues
  walk_ins: WalkIns
  who_comes: WhoComes
  who_comes_to_sessions: WhoComesToSessions
  year_notices: YearNotices
  year_partners: YearPartners
  year_terms: YearTerms
  year_versions: YearVersions
}
