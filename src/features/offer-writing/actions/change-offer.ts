import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayChoosePolicy, mayEditOffer } from '../../offers/index.ts'
import { choicesFor } from '../editing-queries.ts'
import { type OfferTerms, termsRefusal } from '../offer-terms.ts'
import { countDates, lockOfferRow, replaceDates, setTerms } from '../store.ts'

export type ChangeOfferInput = {
  readonly id: string
  /** When the offer had last been changed as whoever changes it now saw it. */
  readonly seenAt: string
  readonly terms: OfferTerms
}

type Row = NonNullable<Awaited<ReturnType<typeof lockOfferRow>>>

/** Changes an offer's contact, window, places, texts, theme, policy and dates; what somebody else changed meanwhile is not overwritten. */
export const changeOffer = (context: Context, { id, seenAt, terms }: ChangeOfferInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    const row = found(await lockOfferRow(tx, id))
    if (!mayEditOffer(context.actor, row.hub_id)) throw new NotFound('Only staff of its hub change an offer')
    if (row.updated_at.toString() !== seenAt) throw new Conflict('Somebody changed this offer after you opened it.')
    if (row.status === 'withdrawn') throw new Refused('An offer that is withdrawn is not changed.')
    requirePolicy(context, row, terms)
    const refusal = termsRefusal(terms, await countDates(tx, id))
    if (refusal) throw new Refused(refusal)
    requireOwn(row, terms, await choicesFor(tx, { hubId: row.hub_id, projectId: row.project_id }))
    await setTerms(tx, id, terms, after(row.updated_at, context.now))
    await replaceDates(tx, id, terms.dates)
    await record(tx, context, {
      name: 'offer.changed',
      subject: { type: 'offer', id },
      also: [{ type: 'hub', id: row.hub_id }],
      particulars: {
        opensOn: terms.opensOn?.toString() ?? null,
        closesOn: terms.closesOn?.toString() ?? null,
        venueId: terms.venueId,
        themeId: terms.themeId,
        policyId: terms.policyId === undefined ? row.policy_id : terms.policyId,
        dates: terms.dates.length,
      },
    })
  })

// Each change has a time of its own, so that whoever opened the page before it is noticed.
const after = (last: Temporal.Instant, now: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(now, last) > 0 ? now : last.add({ microseconds: 1 })

const requirePolicy = ({ actor }: Context, row: Row, { policyId }: OfferTerms): void => {
  if (policyId !== undefined && policyId !== row.policy_id && !mayChoosePolicy(actor, row.hub_id))
    throw new Forbidden('Only leads of the hub choose the policy of an offer')
}

const requireOwn = (row: Row, terms: OfferTerms, choices: Awaited<ReturnType<typeof choicesFor>>): void => {
  const isAmong = (all: readonly { id: string }[], id: string | null | undefined) =>
    !id || all.some((each) => each.id === id)
  if (!isAmong(choices.venues, terms.venueId)) throw new Refused('This venue belongs to another hub.')
  if (!isAmong(choices.themes, terms.themeId)) throw new Refused('This theme belongs to another project.')
  if (terms.policyId !== row.policy_id && !isAmong(choices.policies, terms.policyId))
    throw new Refused('This policy belongs to another hub.')
}
