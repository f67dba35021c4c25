import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, unitsInWords } from '../../groups/index.ts'
import type { ParticipantSeen, PlaceSeen } from '../../places/index.ts'
import { numberedName, type SuccessorAwaited, whenInWords } from '../session.ts'
import type { SessionToldSeen } from './group-sessions.view.ts'

export type Said =
  | 'made'
  | 'changed'
  | 'confirmed'
  | 'told'
  | 'added'
  | 'saved'
  | 'cancelled'
  | 'called-off'
  | 'replaced'
  | 'stays'

export type GroupPage = {
  readonly group: GroupSeen
  readonly sessions: readonly SessionToldSeen[]
  readonly places: readonly PlaceSeen[]
  readonly people: readonly ParticipantSeen[]
  readonly clashes: readonly { sessionId: string; name: string }[]
  /** Who has left, and whose school is asked who follows. */
  readonly successors: readonly SuccessorAwaited[]
  /** How many can be written to, and how many of them have dates yet to be told. */
  readonly reached: number
  readonly waiting: number
  readonly may: { readonly run: boolean; readonly plan: boolean; readonly place: boolean }
  /** The hub whose lead the reader is, if they are: its leads see who sees the group. */
  readonly ledAt: string | null
  readonly feedUrl: string | null
  readonly history: readonly {
    sentence: string
    about: string | null
    occurredAt: Temporal.Instant
    actorName: string | null
    actorKind: string
    personal: unknown
  }[]
  readonly said: Said | null
  readonly today: Temporal.PlainDate
}

const count = (figure: number, one: string, many: string): string => `${figure} ${figure === 1 ? one : many}`

const formingSentence = (group: GroupSeen): string => {
  const { one, many } = unitsInWords(group)
  const missing = group.organisationsMinimum - group.organisationsTaken
  return missing > 0
    ? `${count(missing, `more ${one} is`, `more ${many} are`)} needed to go ahead.`
    : 'Enough have joined, so it can be confirmed.'
}

const openEnds = ({ sessions, waiting }: GroupPage): string => {
  const toConfirm = sessions.filter((session) => session.status === 'provisional').length
  const dates = toConfirm > 0 ? ` ${count(toConfirm, 'date is', 'dates are')} still to be confirmed.` : ''
  return `${dates}${waiting > 0 ? ` ${count(waiting, 'person has', 'people have')} dates yet to hear.` : ''}`
}

/** A session that has begun or was before today, and whose register has not been taken yet. */
export const registerDue = ({ sessions, today }: GroupPage) =>
  sessions.find(
    (session) =>
      session.status === 'confirmed' && session.onDate && Temporal.PlainDate.compare(session.onDate, today) <= 0,
  )

const nextOf = (data: GroupPage): string => {
  const { sessions, today } = data
  const due = registerDue(data)
  if (due)
    return today.equals(due.onDate ?? today)
      ? `Today: ${numberedName(due)}, ${whenInWords(due)}.`
      : `The register of ${numberedName(due)}, ${whenInWords(due)}, has not been taken yet.`
  const next = sessions.find(
    (session) =>
      session.status === 'confirmed' && session.onDate && Temporal.PlainDate.compare(session.onDate, today) >= 0,
  )
  return next ? `Next: ${numberedName(next)}, ${whenInWords(next)}.` : 'No confirmed date is to come.'
}

/** Where the group stands, in a sentence beside its state: what is, and what happens next. */
export const statusSentence = (data: GroupPage): string => {
  const { joining } = data.group
  return joining
    ? `It becomes part of ${joining.name} on ${formatInstant(joining.at)}; until then that can be taken back. ${standing(data)}`
    : standing(data)
}

const standing = (data: GroupPage): string => {
  const { group } = data
  if (group.status === 'forming') return formingSentence(group)
  if (group.status === 'confirmed' || group.status === 'running') return `${nextOf(data)}${openEnds(data)}`
  if (group.status === 'completed') return 'Nothing changes here any more.'
  if (group.mergedInto) return `It is part of ${group.mergedInto.name} now. ${group.statusReason ?? ''}`
  return group.statusReason ?? ''
}
