import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { enter } from '../../ledger/index.ts'
import { hubById } from '../../organisations/index.ts'
import { isAtHub, personIdOf } from '../../people/index.ts'
import { toldOfGrant } from '../act-queries.ts'
import { grantApprovedLetter, grantDroppedLetter } from '../emails/grant.email.ts'
import { entryFor, type GrantStatus, needsReason, requireGrantBecomes, restsOnInWords } from '../grant.ts'
import { mayMoveGrant } from '../policy.ts'
import { type GrantSeen, grantOfHub, owedOfGrant } from '../queries.ts'
import { lockGrant, setGrantStatus } from '../store.ts'

type Move = {
  readonly grantId: string
  readonly to: GrantStatus
  readonly reason: string | null
  /** The day it was paid, where it was. */
  readonly onDate?: Temporal.PlainDate
}

const events: Readonly<Record<GrantStatus, string>> = {
  due: 'grant.due',
  approved: 'grant.approved',
  paid: 'grant.paid',
  void: 'grant.voided',
  clawed_back: 'grant.clawed-back',
}

// To everybody but the staff of its hub there is no such grant (domain rule 9).
const lockedInSight = async (tx: Transaction, context: Context, id: string): Promise<GrantSeen> => {
  const known = found(await lockGrant(tx, id))
  return found(isAtHub(context.actor, known.hub_id) ? await grantOfHub(tx, known.hub_id, id) : null)
}

const requireNotToCome = (context: Context, onDate: Temporal.PlainDate): void => {
  if (Temporal.PlainDate.compare(onDate, context.today) > 0) throw new Refused('The day cannot be still to come.')
}

/** Decides about a grant: approves it, notes it as paid, makes it void or claws it back, with a reason where something is taken away. */
export const moveGrant = (context: Context, input: Move): Promise<void> =>
  transaction(context, async (tx, context) => {
    const grant = await lockedInSight(tx, context, input.grantId)
    const reason = input.reason?.trim() || null
    if (!mayMoveGrant(context.actor, grant.hubId, input.to))
      throw new Forbidden('Only a lead of the hub approves a grant, makes it void or claws it back')
    requireGrantBecomes(grant.status, input.to)
    if (needsReason(input.to) && reason === null) throw new Refused('Say why, so that it can be read later.')
    const onDate = input.onDate ?? context.today
    requireNotToCome(context, onDate)
    const kind = entryFor(grant.status, input.to)
    if (kind !== null) await enter(context, { about: { grantId: grant.id }, kind, pence: grant.pence, onDate })
    const by = personIdOf(context.actor) ?? ''
    await setGrantStatus(tx, grant.id, { status: input.to, reason, by, now: context.now })
    await record(tx, context, {
      name: events[input.to],
      subject: { type: 'grant', id: grant.id },
      also: [{ type: 'organisation', id: grant.organisationId }],
      particulars: { from: grant.status, pence: grant.pence, on: onDate.toString() },
      ...(reason ? { personal: { reason } } : {}),
    })
    await tell(tx, context, grant, input.to)
  })

// Who had been told of it is told when it is taken away; what was only due nobody had heard of.
const tell = async (tx: Transaction, context: Context, grant: GrantSeen, to: GrantStatus): Promise<void> => {
  const isDropped = to === 'clawed_back' || (to === 'void' && grant.status === 'approved')
  if (to !== 'approved' && !isDropped) return
  const whom = await toldOfGrant(tx, grant.id)
  const hub = found(await hubById(tx, grant.hubId))
  if (!whom) return
  const told = {
    ...grant,
    name: whom.name,
    hub: hub.name,
    hubEmail: hub.email,
    restsOn: restsOnInWords(grant.evidence),
    isOfLead: grant.lead !== null,
  }
  const letter =
    to === 'approved'
      ? grantApprovedLetter(told)
      : grantDroppedLetter({ ...told, status: to === 'void' ? 'void' : 'clawed_back' })
  // Approved again after that was undone, it is another letter.
  await post(tx, context, whom, letter, `grant:${grant.id}:${to}:${context.now}`)
}

/** Notes what came back of a grant that was clawed back. `owed` is what was still to come when the form was opened: sent twice it is noted once. */
export const noteRepayment = (
  context: Context,
  input: { grantId: string; pence: Pence; onDate: Temporal.PlainDate; owed: Pence },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const grant = await lockedInSight(tx, context, input.grantId)
    if (!mayMoveGrant(context.actor, grant.hubId, 'paid')) throw new Forbidden('Staff of the hub note what came back')
    const owed = await owedOfGrant(tx, grant.id)
    if (grant.status !== 'clawed_back' || owed <= 0) throw new Refused('Nothing is to come back of this grant.')
    if (owed !== input.owed) throw new Conflict('Something has come back since you opened this. Look at it first.')
    if (input.pence <= 0 || input.pence > owed) throw new Refused(`It can be at most ${formatMoney(owed)}.`)
    requireNotToCome(context, input.onDate)
    await enter(context, { about: { grantId: grant.id }, kind: 'payment', pence: input.pence, onDate: input.onDate })
    await record(tx, context, {
      name: 'grant.repaid',
      subject: { type: 'grant', id: grant.id },
      also: [{ type: 'organisation', id: grant.organisationId }],
      particulars: { pence: input.pence, on: input.onDate.toString(), owed: owed - input.pence },
    })
  })
