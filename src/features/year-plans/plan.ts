import { bankHolidayOn } from '../../vocabulary/bank-holidays.ts'

export type PlanStatus = 'provisional' | 'confirmed' | 'held'

/** A session in the plan of somebody or of a hub. */
export type Planned = {
  readonly id: string
  readonly groupId: string
  readonly group: string
  readonly project: string
  readonly number: number
  readonly title: string | null
  readonly kind: string
  readonly status: PlanStatus
  readonly on: Temporal.PlainDate
  readonly from: Temporal.PlainTime | null
  readonly to: Temporal.PlainTime | null
  readonly place: string | null
  readonly venueId: string | null
  readonly leads: readonly { readonly id: string; readonly name: string }[]
  /** How many of its people are expected in a session of another group at that time. */
  readonly elsewhere: number
  /** How many of its schools are on holiday that day, and where. */
  readonly onHoliday: readonly string[]
}

export type Noted = Planned & { readonly clashes: readonly string[] }

type Stretch = Pick<Planned, 'on' | 'from' | 'to'>

/** Whether two sessions touch in time; one without times takes its whole day. */
export const touches = (one: Stretch, other: Stretch): boolean => {
  if (!one.on.equals(other.on)) return false
  if (!one.from || !one.to || !other.from || !other.to) return true
  return Temporal.PlainTime.compare(one.from, other.to) < 0 && Temporal.PlainTime.compare(other.from, one.to) < 0
}

const withWords = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' and $1')

/** What speaks against each session of a plan where it stands: a bank holiday, one venue or lead twice, people elsewhere, school holidays. */
export const noted = (
  plan: readonly Planned[],
  national: readonly { readonly title: string; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }[],
): readonly Noted[] => {
  const byDay = Map.groupBy(plan, ({ on }) => on.toString())
  const { compare } = Temporal.PlainDate
  return plan.map((session) => {
    const others = (byDay.get(session.on.toString()) ?? []).filter(
      (each) => each.id !== session.id && touches(each, session),
    )
    const holiday = bankHolidayOn(session.on)
    const atVenue = others.filter(({ venueId }) => venueId !== null && venueId === session.venueId)
    const led = others.filter(({ leads }) => leads.some(({ id }) => session.leads.some((lead) => lead.id === id)))
    return {
      ...session,
      clashes: [
        ...(holiday ? [`${holiday} is a bank holiday`] : []),
        ...national
          .filter(({ from, to }) => compare(from, session.on) <= 0 && compare(session.on, to) <= 0)
          .map(({ title }) => `${title} is on that day`),
        ...led.map(({ group }) => `Its lead is in ${group} then`),
        ...atVenue.map(({ group }) => `${group} is at the same venue then`),
        ...(session.elsewhere > 0
          ? [
              `${session.elsewhere} ${session.elsewhere === 1 ? 'person is' : 'people are'} expected in another group then`,
            ]
          : []),
        ...(session.onHoliday.length > 0 ? [`School holiday in ${withWords(session.onHoliday)}`] : []),
      ],
    }
  })
}

export const terms = ['autumn', 'spring', 'summer'] as const
export type Term = (typeof terms)[number]
export const termLabels: Readonly<Record<Term, string>> = {
  autumn: 'Autumn (September to December)',
  spring: 'Spring (January to March)',
  summer: 'Summer (April to August)',
}

/** The term in which a day counts, by the calendar alone: the terms of schools differ. */
export const termOf = ({ month }: Temporal.PlainDate): Term =>
  month >= 9 ? 'autumn' : month <= 3 ? 'spring' : 'summer'

const minutesOf = ({ from, to }: Stretch): number =>
  from && to ? (to.hour - from.hour) * 60 + to.minute - from.minute : 0

export type Beside = {
  readonly personId: string
  readonly groupId: string
  readonly on: Temporal.PlainDate
  readonly minutes: number
}
export type Load = {
  readonly id: string
  readonly name: string
  readonly groups: number
  readonly sessions: number
  /** Minutes by term: in sessions and beside them. */
  readonly minutes: Readonly<Record<Term, number>>
  readonly beside: number
}

/** What leading comes to, lead by lead over all their groups in a plan: the minutes of their sessions and beside them, term by term. */
export const loadsOf = (plan: readonly Planned[], beside: readonly Beside[]): readonly Load[] => {
  const leads = new Map(plan.flatMap(({ leads: all }) => all.map(({ id, name }) => [id, name] as const)))
  return [...leads]
    .map(([id, name]) => {
      const led = plan.filter((session) => session.leads.some((lead) => lead.id === id))
      const own = beside.filter(({ personId }) => personId === id)
      const inTerm = (term: Term): number =>
        led.filter(({ on }) => termOf(on) === term).reduce((sum, session) => sum + minutesOf(session), 0) +
        own.filter(({ on }) => termOf(on) === term).reduce((sum, { minutes }) => sum + minutes, 0)
      return {
        id,
        name,
        groups: new Set([...led, ...own].map(({ groupId }) => groupId)).size,
        sessions: led.length,
        minutes: { autumn: inTerm('autumn'), spring: inTerm('spring'), summer: inTerm('summer') },
        beside: own.reduce((sum, { minutes }) => sum + minutes, 0),
      }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id))
}

export const wholeOf = ({ minutes }: Load): number => terms.reduce((sum, term) => sum + minutes[term], 0)

/** The months of an academic year, each by its first day. */
export const monthsOf = (first: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  Array.from({ length: 12 }, (_, at) => first.add({ months: at }))
