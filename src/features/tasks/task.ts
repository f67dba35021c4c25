import { localInstant } from '../../vocabulary/local-time.ts'
import type { GroupSight } from '../groups/index.ts'

export type DatedSession = {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly onDate: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
}

type Dated = { readonly id: string; readonly onDate: Temporal.PlainDate; readonly begins: Temporal.Instant }

const inOrder = (sessions: readonly DatedSession[]): readonly Dated[] =>
  sessions
    .flatMap(({ id, status, onDate, startsAt }) =>
      status === 'cancelled' || !onDate || !startsAt ? [] : [{ id, onDate, begins: localInstant(onDate, startsAt) }],
    )
    .toSorted((one, other) => Temporal.Instant.compare(one.begins, other.begins))

const following = (sessions: readonly DatedSession[], afterId: string | null, by: number): Dated | null => {
  const ordered = inOrder(sessions)
  const at = ordered.findIndex((session) => session.id === afterId)
  return at < 0 ? null : (ordered[at + by] ?? null)
}

const daysBefore = 2

/** A task is due two days before the session that follows its own; where none is known, in four weeks. */
export const suggestedDue = (
  sessions: readonly DatedSession[],
  afterId: string | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate => {
  const before = following(sessions, afterId, 1)?.onDate.subtract({ days: daysBefore })
  return before && Temporal.PlainDate.compare(before, today) > 0 ? before : today.add({ days: 28 })
}

/** When a task that follows its session is due: two days before the session after its own, today at the earliest; null where none is known. */
export const dueBeforeNext = (
  sessions: readonly DatedSession[],
  afterId: string | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null => {
  const next = following(sessions, afterId, 1)?.onDate
  if (!next || Temporal.PlainDate.compare(next, today) < 0) return null
  const due = next.subtract({ days: daysBefore })
  return Temporal.PlainDate.compare(due, today) < 0 ? today : due
}

/** A reflection can be changed until the session after next begins; without such a session, as long as the group works. */
export const changeableUntil = (sessions: readonly DatedSession[], afterId: string | null): Temporal.Instant | null =>
  following(sessions, afterId, 2)?.begins ?? null

/** Whether a reflection may be returned or changed now. */
export const isOpen = (until: Temporal.Instant | null, groupStatus: string, now: Temporal.Instant): boolean =>
  groupStatus !== 'completed' &&
  groupStatus !== 'cancelled' &&
  groupStatus !== 'merged' &&
  (until === null || Temporal.Instant.compare(now, until) < 0)

/** When mail about a task is wanted on its day. */
export const morning = Temporal.PlainTime.from('08:00')

/** Those who have not answered are reminded once, three days before a task is due. */
export const daysOfReminder = 3

/** When a reminder of a task is wanted, and until when it serves: from that morning on until midday on the day itself. */
export const reminderFor = (dueOn: Temporal.PlainDate) => ({
  wanted: localInstant(dueOn.subtract({ days: daysOfReminder }), morning),
  notAfter: localInstant(dueOn, Temporal.PlainTime.from('12:00')),
})

/** Somebody whose reflection has not come. */
export type Missing = { readonly name: string; readonly organisation: string }

export const sharedLabels = { group: 'Everyone in the group who has returned theirs', lead: 'Only the lead' } as const
export type SharedWith = keyof typeof sharedLabels

/** Who reads of a group's tasks: with its sight, the hubs whose own schools' reflections are theirs in any case, and the day. */
export type TaskReader = {
  readonly sight: GroupSight
  readonly hubIds: readonly string[]
  readonly today: Temporal.PlainDate
}

/** A task for the lead alone is read by the leads and the hub that holds the group; a partner hub reads what its own schools returned (domain rule 10). */
export const isReadBy = (
  sight: GroupSight,
  { sharedWith, isOwn }: { readonly sharedWith: SharedWith; readonly isOwn: boolean },
): boolean => sight === 'all' || (sight === 'partner' && (sharedWith === 'group' || isOwn))
