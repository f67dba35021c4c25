import { Refused } from '../../platform/errors.ts'
import { formatDate, localDate, localInstant } from '../../vocabulary/local-time.ts'

/** Where an exception to the same people all year stands. */
export type ExceptionStatus = 'not_needed' | 'needed' | 'asked' | 'granted' | 'refused'

export type AskStatus = 'open' | 'named' | 'none' | 'over'

const compare = Temporal.PlainDate.compare
const earliest = (days: readonly Temporal.PlainDate[]): Temporal.PlainDate =>
  days.reduce((one, other) => (compare(other, one) < 0 ? other : one))

const usualDays = 14
const leastDays = 3
const daysBeforeSession = 3
/** So many days before the day a school that has not answered is reminded. */
export const daysBeforeReminder = 3

/** By when a school names a successor: within a fortnight, three days before the next session if that is sooner, never at less than three days' notice. */
export const dayToName = (today: Temporal.PlainDate, nextSession: Temporal.PlainDate | null): Temporal.PlainDate => {
  const wanted = earliest([
    today.add({ days: usualDays }),
    ...(nextSession ? [nextSession.subtract({ days: daysBeforeSession })] : []),
  ])
  const soonest = today.add({ days: leastDays })
  return compare(wanted, soonest) < 0 ? soonest : wanted
}

export type Asked = {
  readonly byOn: Temporal.PlainDate
  readonly askedAt: Temporal.Instant
  readonly remindedAt: Temporal.Instant | null
  readonly overdueToldFor: Temporal.PlainDate | null
  readonly saysNobody: boolean
  readonly exception: ExceptionStatus
}

/** Somebody who has left, and where asking who follows them stands. */
export type SuccessorAsked = Asked & {
  readonly participantId: string
  readonly personId: string
  /** Who has left. */
  readonly person: string
  readonly part: 'lead' | 'other'
  readonly post: string | null
  readonly leftOn: Temporal.PlainDate
  readonly placeId: string
  readonly peopleCount: number
  readonly named: number
  readonly organisationId: string
  readonly organisation: string
  /** The authority of the school, whose terms tell when it is on holiday. */
  readonly authority: string | null
  readonly groupId: string
  readonly group: string
  readonly project: string
  readonly hubId: string
  readonly hubSlug: string
  readonly hub: string
  readonly hubEmail: string | null
  readonly partnerHubIds: readonly string[]
  readonly hubIds: readonly string[]
  readonly interestIds: readonly string[]
  readonly nextOn: Temporal.PlainDate | null
  readonly status: AskStatus
  /** Why the school asks for an exception, and what the hub answered. */
  readonly exceptionReason: string | null
  readonly exceptionAnswer: string | null
  readonly settledAt: Temporal.Instant | null
  readonly successor: string | null
}

/** The school has said what it had to say: the hub is next. */
export const waitsForHub = ({ saysNobody, exception }: Pick<Asked, 'saysNobody' | 'exception'>): boolean =>
  saysNobody || exception === 'asked' || exception === 'refused'

/** So many characters a reason has at most. */
export const longestReason = 500

/** A reason that is told to others is given, in not too many words; refused otherwise. */
export const reasonGiven = (reason: string): string => {
  const given = reason.trim()
  if (given === '') throw new Refused('Say why: it is told to those concerned.')
  if (given.length > longestReason) throw new Refused(`Say why in at most ${longestReason} characters.`)
  return given
}

/** Nobody may be named before the hub has made an exception. */
export const needsException = ({ exception }: Pick<Asked, 'exception'>): boolean =>
  exception !== 'not_needed' && exception !== 'granted'

export const exceptionInstead =
  'This project keeps the same people all year: nobody follows who has left unless the hub makes an exception. Ask for it first, with your reason.'

/** The school is reminded once in the three days up to the day, unless it has heard from us in that time. */
export const isReminderDue = ({ byOn, askedAt, remindedAt, ...asked }: Asked, today: Temporal.PlainDate): boolean => {
  const from = byOn.subtract({ days: daysBeforeReminder })
  if (waitsForHub(asked) || compare(today, from) < 0 || compare(today, byOn) > 0) return false
  return compare(localDate(remindedAt ?? askedAt), from) < 0
}

export const isOverdue = ({ byOn }: Pick<Asked, 'byOn'>, today: Temporal.PlainDate): boolean => compare(today, byOn) > 0

/** The day is over: school and hub are told once for each such day. */
export const isOverdueToTell = (asked: Asked, today: Temporal.PlainDate): boolean =>
  !waitsForHub(asked) &&
  isOverdue(asked, today) &&
  (asked.overdueToldFor === null || compare(asked.overdueToldFor, asked.byOn) !== 0)

const morning = Temporal.PlainTime.from('08:00')
const midday = Temporal.PlainTime.from('12:00')
const hoursNewsServes = 24 * 14

/** When a reminder to say who follows is wanted, and until when it serves: until midday of the day itself. */
export const reminderFor = (by: Temporal.PlainDate) => ({
  wanted: localInstant(by.subtract({ days: daysBeforeReminder }), morning),
  notAfter: localInstant(by, midday),
})

/** When it is told that the day is over: on the next morning, and two weeks later at the latest. */
export const overdueFor = (by: Temporal.PlainDate) => {
  const wanted = localInstant(by.add({ days: 1 }), morning)
  return { wanted, notAfter: wanted.add({ hours: hoursNewsServes }) }
}

/** "by the end of 5 November 2021" */
export const byDayInWords = (byOn: Temporal.PlainDate): string => `by the end of ${formatDate(byOn)}`

const byException: Readonly<Record<ExceptionStatus, string | null>> = {
  not_needed: null,
  granted: null,
  needed: null,
  asked: 'The school asks for an exception',
  refused: 'No exception is made; it is to be settled that nobody follows',
}

/** Where it stands, as staff and leads of the group read it. */
export const standingInWords = (
  asked: Pick<Asked, 'byOn' | 'saysNobody' | 'exception'>,
  today: Temporal.PlainDate,
): string => {
  if (asked.saysNobody) return 'The school says that nobody follows'
  const about = byException[asked.exception]
  if (about !== null) return about
  if (isOverdue(asked, today)) return `Nobody was named by ${formatDate(asked.byOn)}`
  return asked.exception === 'needed'
    ? `The same people come all year: the school may ask for an exception ${byDayInWords(asked.byOn)}`
    : `The school names somebody ${byDayInWords(asked.byOn)}`
}
