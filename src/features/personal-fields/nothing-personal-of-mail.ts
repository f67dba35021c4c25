import type { Impersonal } from './nothing-personal-of-years.ts'

const hubWork = 'it is about a hub or a group, not about a person'

/** Tables of mail that hold nothing personal. */
export const nothingPersonalOfMail: Readonly<Record<string, Impersonal>> = {
  mail_times: {
    because: hubWork,
    columns: 'id hub_id goes_from goes_until rests_at_weekends rests_on_bank_holidays rests_in_school_holidays set_at',
  },
  mailing_decisions: { because: hubWork, columns: 'id kind subject_id decision for_date decided_at' },
  mailing_kinds_stopped: { because: hubWork, columns: 'hub_id kind decision decided_at' },
  session_mail_settings: { because: hubWork, columns: 'hub_id instructions_days reminder_days own_words set_at' },
}

/** In tables of mail with personal fields: keys, states and moments that say nothing about anybody by themselves. */
export const plainColumnsOfMail: Readonly<Record<string, string>> = {
  session_letters: 'said',
  failing_addresses: 'noted_at',
}
