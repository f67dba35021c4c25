/** A table without personal fields: why, and its columns, each of them looked at. */
export type Impersonal = { readonly because: string; readonly columns: string }

/** Tables of how a year is laid out, planned and rolled over, and of the stages that schools reached in it. */
export const nothingPersonalOfYears: Readonly<Record<string, Impersonal>> = {
  rolled_projects: {
    because: 'it is the catalogue, which everybody may read',
    columns: 'project_id earlier_project_id rolled_at',
  },
  rolled_offers: {
    because: 'it is the catalogue, which everybody may read',
    columns: 'offer_id earlier_offer_id project_id rolled_at',
  },
  review_points: {
    because: 'it is the catalogue, which everybody may read',
    columns: 'project_id key kind place words found_at ticked_at',
  },
  recruitment_targets: {
    because: 'it is about a hub, not about a person',
    columns: 'id hub_id project_id groups_planned places_planned stated_at',
  },
  target_lists: {
    because: 'of a list only the columns for hub, project and numbers are kept',
    columns: 'id year file_name read_as rows status sent_at ended_at outcome',
  },
  group_partner_askings: {
    because: 'it is about groups and the hubs that share them',
    columns: 'id group_id hub_id organisations_share shares_end_on word status asked_at answered_at answer',
  },
  travel_tables: {
    because: 'it tells of ways between schools and venues',
    columns: 'id hub_id year file_name read_as status refused sent_at in_force_at ended_at replaces_id',
  },
  travel_times: {
    because: 'it tells of ways between schools and venues',
    columns: 'id table_id organisation_id to_venue_id to_organisation_id to_postcode minutes',
  },
  bank_holidays: { because: 'it is a public calendar', columns: 'on_date title notes read_at' },
  national_days: { because: 'it is a calendar of the whole network', columns: 'id title from_on to_on stated_at' },
  host_willingness: {
    because: 'it is about a school and a group',
    columns: 'group_id organisation_id is_willing people_room stated_at',
  },
  hostings: {
    because: 'it is about a school and a session',
    columns: 'id session_id organisation_id status asked_at answered_at room parking way_in lunch',
  },
  schedule_proposals: {
    because: 'it is about a group, not about a person; of people it counts how many are expected elsewhere',
    columns: 'id group_id asked alternatives nothing_fits status accepted made_at ended_at',
  },
  answer_terms: {
    because: 'it is about a hub, not about a person',
    columns:
      'id hub_id working_days opens_at closes_at hours_to_answer days_before_first least_hours reminder_hours set_at',
  },
  data_controllers: {
    because: 'it names organisations and an address of theirs',
    columns: 'id hub_id controller processor contact from_on to_on',
  },
  school_terms: {
    because: 'it is a calendar that authorities publish',
    columns: 'id authority_code year kind name from_on to_on stated_at',
  },
  term_lists: {
    because: 'of a list only the columns for authority, name and days are kept',
    columns: 'id hub_id file_name read_as rows status outcome sent_at ended_at',
  },
  year_terms: {
    because: 'it is the catalogue, which everybody may read',
    columns:
      'year delivery_model name name_plural group_word group_plural lead_word lead_plural session_word session_plural',
  },
  pathway_versions: {
    because: 'it is the catalogue, which everybody may read',
    columns: 'pathway_id number act content note made_at',
  },
  stage_records: {
    because: 'it is about a school',
    columns: 'id organisation_id stage_id year status group_id evidence recorded_at',
  },
  year_versions: {
    because: 'it is the catalogue, which everybody may read',
    columns: 'year number act content note made_at',
  },
}

/** In tables with personal fields: what says nothing about anybody by itself. */
export const plainColumnsOfYears: Readonly<Record<string, string>> = {
  group_materials: 'id session_id file_type bytes content',
  group_messages: 'id people sent_at taken_back_at',
  group_mergers: 'id from_group_id into_group_id status reason leads_join adds_room due_at ended_at why_not',
}
