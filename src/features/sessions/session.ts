import { Conflict, Refused } from '../../platform/errors.ts'
import { formatDay, formatTimeRange, localInstant } from '../../vocabulary/local-time.ts'

export const sessionStatuses = ['provisional', 'confirmed', 'held', 'cancelled'] as const
export type SessionStatus = (typeof sessionStatuses)[number]
export const sessionKinds = ['workshop', 'meeting', 'visit', 'observation', 'national_event'] as const
export type SessionKind = (typeof sessionKinds)[number]
/** The kind of that name; a workshop where there is none. */
export const sessionKindOf = (name: string): SessionKind => sessionKinds.find((kind) => kind === name) ?? 'workshop'
export const sessionModes = ['venue', 'online', 'blended', 'unknown'] as const
export type SessionMode = (typeof sessionModes)[number]

/** The life of a session (domain, Lives). */
const lives: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  provisional: ['confirmed', 'cancelled'],
  confirmed: ['held', 'cancelled'],
  held: [],
  cancelled: ['provisional'],
}

export const sessionStatusLabels: Readonly<Record<SessionStatus, string>> = {
  provisional: 'Provisional',
  confirmed: 'Confirmed',
  held: 'Held',
  cancelled: 'Cancelled',
}
export const sessionKindLabels: Readonly<Record<SessionKind, string>> = {
  workshop: 'Workshop',
  meeting: 'Meeting',
  visit: 'Visit to a school',
  observation: 'Lesson observation with discussion',
  national_event: 'National event',
}
export const sessionModeLabels: Readonly<Record<SessionMode, string>> = {
  venue: 'At a venue',
  online: 'Online',
  blended: 'At a venue and online',
  unknown: 'Not known yet',
}

export const sessionBecomes = (from: SessionStatus, to: SessionStatus): boolean => lives[from].includes(to)

/** Refuses what the life of a session does not allow, in words. */
export const requireSessionBecomes = (from: SessionStatus, to: SessionStatus): void => {
  if (!sessionBecomes(from, to))
    throw new Refused(
      `This session is ${sessionStatusLabels[from].toLowerCase()}; it cannot become ${sessionStatusLabels[to].toLowerCase()}.`,
    )
}

export type SessionTime = {
  readonly onDate: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
}

/** Whether a session is taking place or has: its date was certain, and it began. */
export const hasBegun = (
  { status, onDate, startsAt }: Pick<SessionTime, 'onDate' | 'startsAt'> & { readonly status: string },
  now: Temporal.Instant,
): boolean =>
  status === 'confirmed' &&
  onDate !== null &&
  startsAt !== null &&
  Temporal.Instant.compare(now, localInstant(onDate, startsAt)) >= 0

/** When a session is, as two moments; null while its date or times are not known. */
export const periodOf = ({
  onDate,
  startsAt,
  endsAt,
}: SessionTime): { from: Temporal.Instant; to: Temporal.Instant } | null =>
  onDate && startsAt && endsAt ? { from: localInstant(onDate, startsAt), to: localInstant(onDate, endsAt) } : null

/** How many minutes a session lasts; none while its times are not known. */
export const lengthOf = (time: SessionTime): number => {
  const period = periodOf(time)
  return period ? Math.round((period.to.epochMilliseconds - period.from.epochMilliseconds) / 60_000) : 0
}

/** Wednesday 17 November 2021, 9:30am to 2:30pm; or what is known of it. */
export const whenInWords = ({ onDate, startsAt, endsAt }: SessionTime): string => {
  if (!onDate) return 'Date to be confirmed'
  return startsAt && endsAt
    ? `${formatDay(onDate)}, ${formatTimeRange(startsAt, endsAt)}`
    : `${formatDay(onDate)}, times to be confirmed`
}

export type SessionDetails = SessionTime & {
  readonly title: string | null
  readonly kind: SessionKind
  readonly mode: SessionMode
  readonly venueId: string | null
  readonly hostOrganisationId: string | null
  readonly onlineLink: string | null
  readonly practicalNotes: string | null
}

const said = (value: { toString(): string } | null): string => value?.toString() ?? ''

/** Whether the date or a time differs: only this moves a session. */
export const isMoved = (before: SessionTime, after: SessionTime): boolean =>
  said(before.onDate) !== said(after.onDate) ||
  said(before.startsAt) !== said(after.startsAt) ||
  said(before.endsAt) !== said(after.endsAt)

/** Whether anything differs that the people of the group see. */
export const isChanged = (before: SessionDetails, after: SessionDetails): boolean =>
  isMoved(before, after) ||
  (['title', 'kind', 'mode', 'venueId', 'hostOrganisationId', 'onlineLink', 'practicalNotes'] as const).some(
    (name) => (before[name] ?? '') !== (after[name] ?? ''),
  )

/** A confirmed session keeps a date and times. */
export const requireKeepsDate = (status: SessionStatus, time: SessionTime): void => {
  if (status === 'confirmed' && periodOf(time) === null)
    throw new Refused('A confirmed session needs a date, a start and an end. To take its date away, cancel it.')
}

export const requireTimesInOrder = (time: SessionTime): void => {
  const { startsAt, endsAt } = time
  if (startsAt && endsAt && Temporal.PlainTime.compare(startsAt, endsAt) >= 0)
    throw new Refused('A session ends after it starts.')
  const period = periodOf(time)
  if (period && Temporal.Instant.compare(period.from, period.to) >= 0)
    throw new Refused('The clocks go forward in this hour: it is not long enough for a session.')
}

/** Somebody else changed the session since the page was opened. */
export const requireSameVersion = (expected: number | undefined, sequence: number): void => {
  if (expected !== undefined && expected !== sequence)
    throw new Conflict(
      'Somebody has changed this session since you opened the page. Open it again to see its date as it is now.',
    )
}

/** Workshop 3, Meeting 1: what a session is called beside its title; one of the usual kind by the word of its group's year. */
export const numberedName = ({
  kind,
  usualWord,
  number,
  title,
}: {
  kind: SessionKind
  usualWord: string | null
  number: number
  title: string | null
}): string => {
  const name = usualWord
    ? `${usualWord.charAt(0).toUpperCase()}${usualWord.slice(1)} ${number}`
    : kind === 'workshop' || kind === 'meeting'
      ? `${sessionKindLabels[kind]} ${number}`
      : `${sessionKindLabels[kind]} (${number})`
  return title ? `${name}: ${title}` : name
}

/** A session as pages, mails and calendars show it. */
export type Session = SessionDetails & {
  readonly id: string
  readonly groupId: string
  readonly number: number
  /** What its group's year calls a session of this kind; null where it is of another kind than the usual one. */
  readonly usualWord: string | null
  readonly status: SessionStatus
  readonly statusReason: string | null
  readonly sequence: number
  readonly movedAt: Temporal.Instant | null
  readonly venue: string | null
  readonly location: string | null
  readonly host: string | null
  /** What the venue asks of people, besides the session's own notes. */
  readonly venueNotes: string | null
}

/** Who has left a group, and by when their school names who follows. */
export type SuccessorAwaited = {
  readonly participantId: string
  readonly placeId: string
  readonly person: string
  readonly organisation: string
  readonly byOn: Temporal.PlainDate
  readonly saysNobody: boolean
  /** Where an exception stands, in a project that keeps the same people all year. */
  readonly exception: string
}
