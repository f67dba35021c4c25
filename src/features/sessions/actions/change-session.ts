import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type LockedGroup, lockGroup, mayPlanGroup, takesPlaces } from '../../groups/index.ts'
import { groupOfSession, leadsElsewhere, leadsOfGroup, nextNumber, sessionsOfGroup } from '../queries.ts'
import {
  isChanged,
  isMoved,
  numberedName,
  periodOf,
  requireKeepsDate,
  requireSameVersion,
  requireTimesInOrder,
  type SessionDetails,
  type SessionKind,
  type SessionStatus,
  type SessionTime,
  whenInWords,
} from '../session.ts'
import {
  freeLeads,
  insertSession,
  type LockedSession,
  lockLeads,
  lockSession,
  occupyLeads,
  setSessionDetails,
} from '../store.ts'
import { tellOfChange } from './tell-everyone.ts'

/** Locks the group, then its session, for somebody who may set its dates. */
export const sessionToChange = async (
  tx: Transaction,
  context: Context,
  sessionId: string,
): Promise<{ group: LockedGroup; session: LockedSession }> => {
  const group = await lockGroup(tx, found(await groupOfSession(tx, sessionId)))
  requireMayPlan(context, group)
  return { group, session: found(await lockSession(tx, sessionId)) }
}

/** Refuses whoever may not set the dates of a group. */
export const requireMayPlan = (context: Context, group: LockedGroup): void => {
  if (!mayPlanGroup(context.actor, group))
    throw new Forbidden('Only the lead hub and the leads set the dates of a group')
}

/** Takes the leads' time for a session, or says which session they are in already (domain rule 4). */
export const occupyTime = async (
  tx: Transaction,
  context: Context,
  groupId: string,
  session: SessionTime & { id: string; status: SessionStatus },
): Promise<void> => {
  const period = periodOf(session)
  await freeLeads(tx, session.id)
  if (!period || session.status === 'cancelled') return
  const leads = await leadsOfGroup(tx, groupId, session.onDate ?? context.today)
  await lockLeads(tx, leads)
  const clash = await leadsElsewhere(tx, session.id, leads, period)
  if (clash)
    throw new Refused(
      `${clash.lead} leads ${numberedName({ ...clash, kind: clash.kind as SessionKind })} of ${clash.group} at that time: ${whenInWords(clash)}. Choose another time, or another lead.`,
    )
  if (!(await occupyLeads(tx, session.id, leads, period)))
    throw new Refused('A lead of this group is in another session at that time.')
}

/** Adds a session to a group: provisional until its date is confirmed. One that was added already under the number it was to have is that session. */
export const addSession = (
  context: Context,
  input: { groupId: string; status?: 'provisional' | 'confirmed'; details: SessionDetails; number?: number },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    requireMayPlan(context, group)
    if (!takesPlaces(group.status)) throw new Refused('This group is over: it meets no more.')
    const added = (await sessionsOfGroup(tx, group.id)).find(({ number }) => number === input.number)
    if (added && !isChanged(added, input.details)) return added.id
    return planSession(tx, context, group.id, {
      ...input.details,
      status: input.status ?? 'provisional',
      number: await nextNumber(tx, group.id),
    })
  })

/** Puts a session in a locked group's year. */
export const planSession = async (
  tx: Transaction,
  context: Context,
  groupId: string,
  session: SessionDetails & { status: SessionStatus; number: number },
): Promise<string> => {
  requireTimesInOrder(session)
  requireKeepsDate(session.status, session)
  const id = await insertSession(tx, groupId, session)
  await occupyTime(tx, context, groupId, { ...session, id })
  await record(tx, context, {
    name: 'session.added',
    subject: { type: 'session', id },
    also: [{ type: 'group', id: groupId }],
    particulars: { number: session.number, ...timeInFigures(session) },
  })
  return id
}

const timeInFigures = ({ onDate, startsAt, endsAt }: SessionTime) => ({
  on: onDate?.toString() ?? null,
  from: startsAt?.toString() ?? null,
  to: endsAt?.toString() ?? null,
})

export type MoveSessionInput = {
  readonly sessionId: string
  readonly sequence?: number
  readonly details: Partial<SessionDetails>
}

/** Changes a locked session of a locked group; says whether anything differs afterwards. Nobody is told yet. */
export const changeLocked = async (
  tx: Transaction,
  context: Context,
  session: LockedSession,
  details: Partial<SessionDetails>,
): Promise<boolean> => {
  if (session.status !== 'provisional' && session.status !== 'confirmed')
    throw new Refused(`A session that is ${session.status} is not moved.`)
  const after: LockedSession = { ...session, ...details }
  if (!isChanged(session, after)) return false
  requireTimesInOrder(after)
  requireKeepsDate(session.status, after)
  const moved = isMoved(session, after)
  await setSessionDetails(tx, session.id, after, { movedAt: moved ? context.now : null })
  if (moved) await occupyTime(tx, context, session.groupId, after)
  await record(tx, context, {
    name: moved ? 'session.moved' : 'session.changed',
    subject: { type: 'session', id: session.id },
    also: [{ type: 'group', id: session.groupId }],
    particulars: {
      number: session.number,
      sequence: session.sequence + 1,
      before: timeInFigures(session),
      after: timeInFigures(after),
    },
  })
  return true
}

/**
 * Moves a session, or changes its venue, link or notes: it stays the same session with the next sequence number, its
 * state stays, and everyone who was told hears of it once.
 */
export const moveSession = (context: Context, input: MoveSessionInput): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    const { group, session } = await sessionToChange(tx, context, input.sessionId)
    requireSameVersion(input.sequence, session.sequence)
    const changed = await changeLocked(tx, context, session, input.details)
    return { told: changed ? await tellOfChange(tx, context, group.id) : 0 }
  })

// At a host's, the host is the place: a venue set before would send people elsewhere.
const venueAfter = (
  { organisationId, waits = false }: { readonly organisationId: string | null; readonly waits?: boolean },
  usual: string | null,
): string | null => (organisationId !== null || waits ? null : usual)

/** Settles which organisation hosts a session; with none it goes back to the usual venue, unless it waits for another host. */
export const hostSession = (
  context: Context,
  input: {
    sessionId: string
    organisationId: string | null
    sequence?: number
    waits?: boolean
    /** Whoever changes several hosts at once tells of them by `tellOfHosts`. */
    isToldLater?: boolean
  },
): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    const { group, session } = await sessionToChange(tx, context, input.sessionId)
    requireSameVersion(input.sequence, session.sequence)
    if (session.status === 'held' || session.status === 'cancelled')
      throw new Refused(`A session that is ${session.status} gets no new host.`)
    if (session.hostOrganisationId === input.organisationId) return { told: 0 }
    const after = {
      ...session,
      hostOrganisationId: input.organisationId,
      venueId: venueAfter(input, session.venueId ?? group.venueId),
      mode: session.mode === 'unknown' ? ('venue' as const) : session.mode,
    }
    await setSessionDetails(tx, session.id, after, { movedAt: null })
    await record(tx, context, {
      name: 'session.hosted',
      subject: { type: 'session', id: session.id },
      also: [
        { type: 'group', id: group.id },
        ...(input.organisationId ? [{ type: 'organisation', id: input.organisationId }] : []),
      ],
      particulars: { number: session.number, organisationId: input.organisationId },
    })
    return { told: input.isToldLater ? 0 : await tellOfChange(tx, context, group.id) }
  })

/** Tells of several new hosts at once: one mail to each who had been told a date of theirs (domain rule 8). */
export const tellOfHosts = (context: Context, groupId: string): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, groupId)
    requireMayPlan(context, group)
    return { told: await tellOfChange(tx, context, group.id) }
  })
