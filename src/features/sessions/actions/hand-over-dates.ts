import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import type { Invitation } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import type { Session } from '../session.ts'
import { keepTold } from '../store.ts'
import { sequenceFor } from '../telling.ts'
import { addresseeOf } from '../telling-queries.ts'
import { occupyTime, requireMayPlan } from './change-session.ts'
import { datedOf, invitationsOf, toldOf } from './join-dates.ts'

/** Somebody whose calendar changes: with the sessions concerned, and what goes with the mail to them. */
export type CalendarChanged = {
  readonly name: string
  readonly address: string | null
  readonly sessions: readonly Session[]
  readonly invitations: readonly Invitation[]
}

type Dated = Awaited<ReturnType<typeof datedOf>>
type News = { readonly kind: 'new' | 'cancelled'; readonly method: 'REQUEST' | 'CANCEL' }

const isFrom = ({ status, onDate }: Session, from: Temporal.PlainDate): boolean =>
  (status === 'provisional' || status === 'confirmed') &&
  onDate !== null &&
  Temporal.PlainDate.compare(onDate, from) >= 0

const change = async (
  tx: Transaction,
  context: Context,
  { dated, personId, news, sessions }: { dated: Dated; personId: string; news: News; sessions: readonly Session[] },
): Promise<CalendarChanged | null> => {
  const addressee = await addresseeOf(tx, personId)
  if (!addressee) return null
  const { name, address } = addressee
  const items = sessions.map((session) => {
    const before = dated.told.find((each) => each.sessionId === session.id && each.personId === personId) ?? null
    return { session, news, sequence: sequenceFor(session, before) }
  })
  if (address !== null) await keepTold(tx, toldOf(items, personId), context.now)
  const invitations = address === null ? [] : invitationsOf(context, dated, { attendee: { name, address }, items })
  return { name, address, sessions, invitations }
}

/**
 * The sessions of a group from a day on pass from one lead to another, whose roles have been changed already: time is taken for
 * whoever leads then (domain rule 4), and both calendars change. Gives what each is to be told; the mail is whoever’s who asks.
 */
export const handOverDates = (
  context: Context,
  input: {
    readonly groupId: string
    readonly fromPersonId: string
    readonly toPersonId: string
    readonly from: Temporal.PlainDate
  },
): Promise<{ readonly left: CalendarChanged | null; readonly taken: CalendarChanged | null }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    requireMayPlan(context, group)
    const dated = await datedOf(tx, group.id)
    const ahead = dated.sessions.filter((session) => isFrom(session, input.from))
    for (const session of ahead) await occupyTime(tx, context, group.id, session)
    const isTold = (personId: string) => (session: Session) =>
      dated.told.some(
        (each) => each.sessionId === session.id && each.personId === personId && each.method === 'REQUEST',
      )
    const left = await change(tx, context, {
      dated,
      personId: input.fromPersonId,
      news: { kind: 'cancelled', method: 'CANCEL' },
      sessions: ahead.filter(isTold(input.fromPersonId)),
    })
    const taken = await change(tx, context, {
      dated,
      personId: input.toPersonId,
      news: { kind: 'new', method: 'REQUEST' },
      sessions: ahead.filter((session) => session.status === 'confirmed' && !isTold(input.toPersonId)(session)),
    })
    await record(tx, context, {
      name: 'sessions.handed-over',
      subject: { type: 'group', id: group.id },
      particulars: { sessions: ahead.length, from: input.from.toString() },
    })
    return { left, taken }
  })
