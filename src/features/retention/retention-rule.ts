/** How long a kind of thing is kept: so many months from an event, then its personal values go and what was counted stays. */
export type RetentionRule = {
  readonly key: string
  readonly called: string
  /** From when it is counted, as people read it after "months after". */
  readonly from: string
  readonly months: number
  readonly does: string
  /**
   * For each holding: since when a row `t` is counted, which rows are meant, and the hub they are of.
   * Expressions of SQL; a row without a date stays. The rule for a whole person has none.
   */
  readonly due: Readonly<Record<string, Due>>
}

export type Due = { readonly since: string; readonly when?: string; readonly hub?: string }

const yearOfGroup = (group: string): string =>
  `(select y.ends_on from groups g join academic_years y on y.year = g.year where g.id = ${group})`
const groupOfPlace = '(select p.group_id from places p where p.id = t.place_id)'
const groupOfParticipant =
  '(select p.group_id from participants a join places p on p.id = a.place_id where a.id = t.participant_id)'
const groupOfSession = '(select s.group_id from sessions s where s.id = t.session_id)'
const hubOf = (group: string): string => `(select g.hub_id from groups g where g.id = ${group})`
const ofGroup = (group: string): Due => ({ since: yearOfGroup(group), hub: hubOf(group) })

const ofInterest = (interest: string): Due => ({
  since: `(select y.ends_on from expressions_of_interest i join offers o on o.id = i.offer_id join academic_years y on y.year = o.year where i.id = ${interest})`,
  hub: `(select o.hub_id from expressions_of_interest i join offers o on o.id = i.offer_id where i.id = ${interest})`,
})

/** The rules of the network. The number of months is the usual one; the national team may set another. */
export const retentionRules: readonly RetentionRule[] = [
  {
    key: 'signing-in',
    called: 'Signing in',
    from: 'a link or a signed-in session is over',
    months: 3,
    does: 'deletes requests to sign in and signed-in sessions that are over',
    due: {
      'sign-in-requests': { since: 't.expires_at' },
      'signed-in-sessions': { since: 'coalesce(t.revoked_at, t.expires_at)' },
      'passkey-challenges': { since: 't.expires_at' },
      'provider-visits': { since: 't.expires_at' },
    },
  },
  {
    key: 'invitations',
    called: 'Invitations',
    from: 'an invitation was answered or lapsed',
    months: 12,
    does: 'clears who was invited; that somebody was stays counted',
    due: { invitations: { since: 'coalesce(t.settled_at, t.expires_at)' } },
  },
  {
    key: 'date-alerts',
    called: 'Waiting to be told of dates',
    from: 'somebody left their address at an offer without dates',
    months: 12,
    does: 'deletes addresses of those who were never told',
    due: {
      'date-alerts': { since: 't.asked_at', hub: '(select o.hub_id from offers o where o.id = t.offer_id)' },
    },
  },
  {
    key: 'interest-forms',
    called: 'Forms that were begun',
    from: 'the last word was typed',
    months: 2,
    does: 'deletes forms that were never sent, with their files and links',
    due: {
      'interest-forms': {
        since: 't.changed_at',
        hub: '(select o.hub_id from offers o where o.id = t.offer_id)',
      },
      'interest-form-links': { since: '(select f.changed_at from interest_forms f where f.id = t.form_id)' },
    },
  },
  {
    key: 'access-needs',
    called: 'Access needs',
    from: 'the end of the academic year of the group',
    months: 3,
    does: 'clears the access needs people told us',
    due: { 'access-needs': ofGroup(groupOfPlace), 'interest-access-needs': ofInterest('t.id') },
  },
  {
    key: 'interest',
    called: 'What schools asked for',
    from: 'the end of the academic year of the offer',
    months: 36,
    does: 'clears who asked, whom they named and what they wrote; what was asked stays counted',
    due: {
      'interest-sent': ofInterest('t.id'),
      'interest-headteacher': ofInterest('t.id'),
      'interest-named': ofInterest('t.interest_id'),
      verdicts: ofInterest('t.interest_id'),
      'bulk-act-rows': ofInterest('t.interest_id'),
      'interest-passings': ofInterest('t.interest_id'),
      'interest-notes': ofInterest('t.interest_id'),
      'interest-answers': ofInterest('t.interest_id'),
      'interest-preferences': ofInterest('t.interest_id'),
      'interest-files': ofInterest('t.interest_id'),
    },
  },
  {
    key: 'participation',
    called: 'Taking part',
    from: 'the end of the academic year of the group',
    months: 72,
    does: 'clears posts, notes, reflections with their files and answers in words; who came stays counted',
    due: {
      participants: ofGroup(groupOfPlace),
      marks: ofGroup(groupOfSession),
      'marks-set-aside': ofGroup(groupOfSession),
      'walk-ins': ofGroup(groupOfSession),
      cancellations: ofGroup(groupOfSession),
      reflections: ofGroup(groupOfParticipant),
      'reflection-files': ofGroup(groupOfParticipant),
      'evaluation-answers': ofGroup(groupOfParticipant),
    },
  },
  {
    key: 'charges',
    called: 'Charges and grants',
    from: 'a charge or grant was decided',
    months: 84,
    does: 'clears the words of charges and grants; sums stay in the accounts',
    due: {
      charges: { since: 't.decided_at', hub: 't.hub_id' },
      grants: { since: 't.decided_at', hub: 't.hub_id' },
    },
  },
  {
    key: 'mail',
    called: 'Mail',
    from: 'a mail was written',
    months: 24,
    does: 'deletes mail that was sent',
    due: {
      messages: { since: 't.created_at', when: 't.sent_at is not null or t.failed_at is not null' },
      'failing-addresses': { since: 't.failed_at' },
    },
  },
  {
    key: 'imports',
    called: 'Spreadsheets moved over',
    from: 'a spreadsheet was taken in',
    months: 3,
    does: 'clears the rows of spreadsheets; what was made of them stays',
    due: {
      'import-rows': {
        since: '(select i.created_at from imports i where i.id = t.import_id)',
        hub: '(select i.hub_id from imports i where i.id = t.import_id)',
      },
    },
  },
  {
    key: 'history',
    called: 'Names and words in the history',
    from: 'something happened',
    months: 72,
    does: 'deletes names and words from the history; what happened stays, in an unbroken chain',
    due: { 'history-values': { since: '(select e.occurred_at from events e where e.id = t.event_id)' } },
  },
  {
    key: 'reads',
    called: 'Who has read about people',
    from: 'somebody read',
    months: 24,
    does: 'deletes the record of who has read what',
    due: { reads: { since: 't.read_at' } },
  },
  {
    key: 'subject-access',
    called: 'Reports to people about themselves',
    from: 'a report was made',
    months: 1,
    does: 'deletes reports that people asked for about themselves',
    due: { 'subject-access': { since: 'coalesce(t.made_at, t.asked_at)' } },
  },
  {
    key: 'person',
    called: 'People',
    from: 'the last thing they took part in, asked for or signed in to',
    months: 72,
    does: 'erases people we have not heard of since',
    due: {},
  },
]

/** How long, in words people use: whole years as years. */
export const monthsInWords = (months: number): string => {
  if (months % 12 !== 0) return months === 1 ? '1 month' : `${months} months`
  return months === 12 ? '1 year' : `${months / 12} years`
}

/** How long something is kept, in words. */
export const keptFor = (rule: string, months: ReadonlyMap<string, number>): string => {
  const found = retentionRules.find(({ key }) => key === rule)
  return found ? `${monthsInWords(months.get(rule) ?? found.months)} after ${found.from}` : ''
}
