import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayChoosePolicy, mayEditOffer } from '../../offers/index.ts'
import { choicesFor, type OfferToEdit, offerToEdit } from '../editing-queries.ts'
import { type OfferPart, partRefusal } from '../offer-parts.ts'
import { lockOfferRow, type OfferRow, setChangedAt, setPart } from '../store.ts'
import { keepFirstVersion, keepVersion } from '../version-store.ts'

type Particulars = NonNullable<Parameters<typeof record>[2]['particulars']>

/** One change of an offer by staff of its hub: locked, allowed, done, kept as a version. What is done also records it. */
export const changing = <Result>(
  context: Context,
  id: string,
  work: (tx: Transaction, context: Context, row: OfferRow) => Promise<Result>,
): Promise<Result> =>
  transaction(context, async (tx, context) => {
    const row = found(await lockOfferRow(tx, id))
    if (!mayEditOffer(context.actor, row.hub_id)) throw new NotFound('Only staff of its hub change an offer')
    if (row.status === 'withdrawn') throw new Refused('An offer that is withdrawn is not changed.')
    await keepFirstVersion(tx, row)
    const result = await work(tx, context, row)
    await setChangedAt(tx, id, after(row.updated_at, context.now))
    await keepVersion(tx, context, id, 'changed')
    return result
  })

/** What the history tells of a change of an offer. */
export const offerChanged = ({ id, hub_id }: OfferRow, particulars: Particulars) => ({
  name: 'offer.changed',
  subject: { type: 'offer', id },
  also: [{ type: 'hub', id: hub_id }],
  particulars,
})

// Each change has a time of its own, so that versions have an order.
const after = (last: Temporal.Instant, now: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(now, last) > 0 ? now : last.add({ microseconds: 1 })

export const changedMeanwhile = 'Somebody changed this after you opened it.'

export type ChangeOfferInput = {
  readonly id: string
  /** The mark of the part as whoever changes it now saw it. */
  readonly seen: string
  readonly change: OfferPart
}

/** Changes one part of an offer; what somebody else changed of that part meanwhile is not overwritten. */
export const changeOffer = (context: Context, { id, seen, change }: ChangeOfferInput): Promise<void> =>
  changing(context, id, async (tx, context, row) => {
    const offer = found(await offerToEdit(tx, row.hub_id, id))
    requireChooser(context, row, change)
    if (offer.marks[change.part] !== seen) throw new Conflict(changedMeanwhile)
    const refusal = partRefusal(change)
    if (refusal) throw new Refused(refusal)
    await requireOwn(tx, offer, change)
    await setPart(tx, id, change)
    await record(tx, context, offerChanged(row, { part: change.part }))
  })

const requireChooser = ({ actor }: Context, row: OfferRow, { part }: OfferPart): void => {
  if (part === 'policy' && !mayChoosePolicy(actor, row.hub_id))
    throw new Forbidden('Only leads of the hub choose the policy of an offer')
}

/** A venue of an offer is one of its hub's. */
export const requireVenue = async (
  tx: Transaction,
  row: { readonly hubId: string; readonly projectId: string },
  venueId: string | null,
): Promise<void> => {
  const { venues } = await choicesFor(tx, row)
  if (venueId !== null && !venues.some(({ id }) => id === venueId))
    throw new Refused('This venue belongs to another hub, or is retired.')
}

const requireOwn = async (tx: Transaction, offer: OfferToEdit, change: OfferPart): Promise<void> => {
  const at = { hubId: offer.hub.id, projectId: offer.project.id }
  if (change.part === 'dates') return requireVenue(tx, at, change.terms.venueId)
  const { policies, themes } = await choicesFor(tx, at)
  const isThere = (all: readonly { id: string }[], id: string) => all.some((each) => each.id === id)
  if (change.part === 'who' && !change.terms.themeIds.every((id) => isThere(themes, id)))
    throw new Refused('This theme belongs to another project.')
  if (change.part !== 'policy' || change.terms.policyId === null) return
  if (!isThere(policies, change.terms.policyId)) throw new Refused('This policy belongs to another hub.')
}
