import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type CreateGroupInput, cancelGroup, createGroup, lockGroup } from '../../groups/index.ts'
import { findOrCreatePerson } from '../../people/index.ts'
import { endPlace, lapsePlace, placesOfGroup } from '../../places/index.ts'
import { offerBehindSessions, type PlannedDate, plannedDatesToCopy, sessionsOfGroup } from '../queries.ts'
import { hasBegun, periodOf, type SessionDetails, type SessionStatus, sessionKindOf } from '../session.ts'
import { lockSession } from '../store.ts'
import { planSession } from './change-session.ts'
import { settle } from './settle-session.ts'
import { tellOfChange } from './tell-everyone.ts'

/** Makes a group of an offer and copies the offer's planned dates into its sessions, each as certain as it was planned. */
export const formGroup = (
  context: Context,
  input: CreateGroupInput & { newLead?: { name: string; email: string } },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const { newLead, ...group } = input
    const lead = newLead ? [(await findOrCreatePerson(context, newLead)).id] : []
    const groupId = await createGroup(context, { ...group, leadPersonIds: [...input.leadPersonIds, ...lead] })
    await copyDates(tx, context, input.offerId, groupId)
    return groupId
  })

const copyDates = async (tx: Transaction, context: Context, offerId: string, groupId: string): Promise<void> => {
  const group = await lockGroup(tx, groupId)
  const offer = await offerBehindSessions(tx, offerId)
  const kind = sessionKindOf(offer?.sessionKind ?? '')
  const dates = await plannedDatesToCopy(tx, offerId)
  for (const date of dates) {
    const details = copied(date, {
      kind,
      venueId: group.venueId,
      onlineLink: group.onlineLink,
      practicalNotes: offer?.practicalNotes ?? null,
    })
    await planSession(tx, context, groupId, { ...details, number: date.position, status: statusOf(date, details) })
  }
  if (dates.length > 0)
    await record(tx, context, {
      name: 'sessions.planned',
      subject: { type: 'group', id: groupId },
      particulars: { dates: dates.length },
    })
}

const statusOf = (date: PlannedDate, details: SessionDetails): SessionStatus =>
  date.certainty === 'confirmed' && periodOf(details) ? 'confirmed' : 'provisional'

type Given = Pick<SessionDetails, 'kind' | 'venueId' | 'onlineLink' | 'practicalNotes'>

const copied = (date: PlannedDate, given: Given): SessionDetails => ({
  title: null,
  kind: given.kind,
  onDate: date.certainty === 'unknown' ? null : date.onDate,
  startsAt: date.startsAt,
  endsAt: date.endsAt,
  mode: date.mode,
  venueId: date.mode === 'online' ? null : (date.venueId ?? given.venueId),
  hostOrganisationId: null,
  onlineLink: date.mode === 'venue' ? null : (date.onlineLink ?? given.onlineLink),
  practicalNotes: [date.note, given.practicalNotes].filter(Boolean).join('\n') || null,
})

/** Calls a group off: its dates are cancelled and its places end, and everyone who was told a date hears it, once each. */
export const callOffGroup = (context: Context, input: { groupId: string; reason: string }): Promise<{ told: number }> =>
  transaction(context, async (tx, context) => {
    await cancelGroup(context, input.groupId, input.reason)
    await cancelDates(tx, context, input)
    // Told while their places still stand: afterwards nobody takes part any more.
    const told = await tellOfChange(tx, context, input.groupId)
    for (const place of await placesOfGroup(context, input.groupId)) {
      if (place.status === 'offered') await lapsePlace(context, place.id, input.reason)
      if (place.status === 'held') await endPlace(context, place.id, input.reason)
    }
    return { told }
  })

/** Cancels every date of a locked group that has not begun: what has, waits for its register. Nobody is told yet. */
export const cancelDates = async (
  tx: Transaction,
  context: Context,
  { groupId, reason }: { groupId: string; reason: string },
): Promise<void> => {
  for (const { id } of await sessionsOfGroup(tx, groupId)) {
    const session = found(await lockSession(tx, id))
    if (session.status === 'held' || session.status === 'cancelled' || hasBegun(session, context.now)) continue
    await settle(tx, context, session, {
      to: 'cancelled',
      event: 'session.cancelled',
      reason: reason.trim(),
      isNews: true,
    })
  }
}
