import { formatDate, localDate, localInstant } from '../../vocabulary/local-time.ts'

/** When names are wanted: with the request, so many days before the first session, or by the end of a day. */
export type NamesLater =
  | { readonly when: 'at_once' }
  | { readonly when: 'days'; readonly days: number }
  | { readonly when: 'day'; readonly on: Temporal.PlainDate }

const compare = Temporal.PlainDate.compare

export const atOnce: NamesLater = { when: 'at_once' }

type RuleRow = { readonly days: number | null; readonly by_on: Temporal.PlainDate | null }

/** A rule as it is kept: by a day, so many days before the first session, or neither. */
export const namesRuleOf = ({ days, by_on }: RuleRow): NamesLater => {
  if (by_on) return { when: 'day', on: by_on }
  return days === null ? atOnce : { when: 'days', days }
}

/** Whether names can still come later: not once the last day is over. */
export const isNamedLater = ({ when }: NamesLater, by: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  when !== 'at_once' && (by === null || compare(by, today) >= 0)

/** The last day on which names can come; null where no date is known to count from, or where they are wanted at once. */
export const namesByDay = (rule: NamesLater, firstOn: Temporal.PlainDate | null): Temporal.PlainDate | null => {
  if (rule.when === 'day') return rule.on
  return rule.when === 'days' && firstOn ? firstOn.subtract({ days: rule.days }) : null
}

/** What is owed of the names of a request, and by when. */
export type Naming = {
  readonly interestId: string
  readonly missing: number
  readonly rule: NamesLater
  readonly by: Temporal.PlainDate | null
  readonly remindedAt: Temporal.Instant | null
}

/** So many days before the last one whoever asked is reminded. */
export const daysBeforeReminder = 7

const morning = Temporal.PlainTime.from('08:00')
const midday = Temporal.PlainTime.from('12:00')
const hoursNewsServes = 24 * 14

/** When a reminder to name people is wanted, and until when it serves: until midday of the last day. */
export const namesReminderFor = (by: Temporal.PlainDate) => ({
  wanted: localInstant(by.subtract({ days: daysBeforeReminder }), morning),
  notAfter: localInstant(by, midday),
})

/** When it is told that the last day is over: on the next morning, and two weeks later at the latest. */
export const namesOverdueFor = (by: Temporal.PlainDate) => {
  const wanted = localInstant(by.add({ days: 1 }), morning)
  return { wanted, notAfter: wanted.add({ hours: hoursNewsServes }) }
}

/** Whether the last day is over: it counts to its end. */
export const isOverdue = ({ missing, by }: Pick<Naming, 'missing' | 'by'>, today: Temporal.PlainDate): boolean =>
  missing > 0 && by !== null && compare(by, today) < 0

/** Whether it is still to be told that the last day is over: a day that was put off since it was told is told again when it is over. */
export const isOverdueToTell = (
  naming: Pick<Naming, 'missing' | 'by'> & { readonly overdueToldAt: Temporal.Instant | null },
  today: Temporal.PlainDate,
): boolean => {
  const { by, overdueToldAt } = naming
  if (by === null || !isOverdue(naming, today)) return false
  return overdueToldAt === null || compare(localDate(overdueToldAt), by) <= 0
}

/** Whether a reminder is due: names are missing, the last day is near, and nobody was reminded in that time. */
export const isReminderDue = (
  { missing, by, remindedAt }: Pick<Naming, 'missing' | 'by' | 'remindedAt'>,
  today: Temporal.PlainDate,
): boolean => {
  if (missing === 0 || by === null || compare(by, today) < 0) return false
  const from = by.subtract({ days: daysBeforeReminder })
  if (compare(from, today) > 0) return false
  return remindedAt === null || compare(localDate(remindedAt), from) < 0
}

const people = (number: number): string => `${number} ${number === 1 ? 'person' : 'people'}`

/** "2 people are not named yet." */
export const owedInWords = (missing: number): string =>
  `${people(missing)} ${missing === 1 ? 'is' : 'are'} not yet named.`

/** By when names are to come, or why no date is set. */
export const byWhenInWords = (rule: NamesLater, by: Temporal.PlainDate | null): string => {
  if (by) return `by the end of ${formatDate(by)}`
  if (rule.when === 'days')
    return `${rule.days} ${rule.days === 1 ? 'day' : 'days'} before the first session, whose date is not set yet`
  return 'soon: no date is set'
}

/** What whoever asked is told to do about names that are missing, before the last day and after it. */
export const toNameInWords = (
  { missing, rule, by }: Pick<Naming, 'missing' | 'rule' | 'by'>,
  today: Temporal.PlainDate,
): string =>
  isOverdue({ missing, by }, today)
    ? `They were to be named ${byWhenInWords(rule, by)}: name them soon, before the hub gives their room to others.`
    : `Name them ${byWhenInWords(rule, by)}.`

/** The rule, as staff and those who ask read it. */
export const ruleInWords = (rule: NamesLater): string => {
  if (rule.when === 'at_once') return 'Everybody is named in the request'
  if (rule.when === 'day') return `People can be named later, by the end of ${formatDate(rule.on)}`
  return `People can be named later, up to ${rule.days} ${rule.days === 1 ? 'day' : 'days'} before the first session`
}

/** What a letter says of people who are to be named yet; nothing where everybody is. */
export const namesWanted = (naming: Pick<Naming, 'missing' | 'rule' | 'by'> | null): readonly string[] =>
  naming === null || naming.missing === 0 || naming.rule.when === 'at_once'
    ? []
    : [
        `${owedInWords(naming.missing)} Name them ${byWhenInWords(naming.rule, naming.by)}: the page shows who is missing.`,
      ]
