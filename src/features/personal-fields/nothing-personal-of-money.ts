import type { Impersonal } from './nothing-personal-of-years.ts'

const hubWork = 'it is about a hub or a group, not about a person'

/** Tables of policies, charges and accounts that hold nothing personal. */
export const nothingPersonalOfMoney: Readonly<Record<string, Impersonal>> = {
  account_statement_lines: { because: hubWork, columns: 'entry_id statement_id position' },
  account_statement_numbers: { because: hubWork, columns: 'hub_id year last' },
  cancellation_policies: {
    because: hubWork,
    columns: `id hub_id name version amount_pence notice_days notice_kind charges_late_cancellation charges_non_attendance
      wording created_at per_session online_notice_days online_notice_kind exempt_reasons substitute_allowed
      cap_pence cap_of`,
  },
  registers_still_open: { because: hubWork, columns: 'session_id open_until' },
  grant_act_rows: { because: hubWork, columns: 'act_id grant_id' },
  charge_act_rows: { because: hubWork, columns: 'act_id charge_id' },
  ledger_entries: {
    because: hubWork,
    columns: 'id charge_id grant_id kind debit credit amount_pence on_date entered_at',
  },
}

/** In tables of money with personal fields: keys, states and moments that say nothing about anybody by themselves. */
export const plainColumnsOfMoney: Readonly<Record<string, string>> = {
  account_statements: 'id hub_id organisation_id year number brought_forward_pence closing_pence',
  charge_acts: 'id hub_id decision reason undoable_until',
  grant_acts: 'id hub_id undoable_until',
  grant_rules: `id hub_id year name version kind delivery_model phase first_year_only amount_pence per least_sessions least_days
    stopped`,
  grants: 'id rule_id place_id',
}
