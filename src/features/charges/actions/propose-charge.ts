import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { noticeFor, type PolicyTerms } from '../cancellation.ts'
import type { ChargeCause, Evidence } from '../charge.ts'
import { leftToCharge } from '../limits.ts'
import { type Participation, participationById } from '../queries.ts'
import { insertCharge, lockLimit } from '../store.ts'

type Cause = {
  readonly cause: ChargeCause
  readonly policy: PolicyTerms
  readonly session: {
    readonly id: string
    readonly startsAt: Temporal.Instant
    readonly sequence: number
    readonly mode: string
  }
  readonly freeUntil: Temporal.Instant | null
  readonly noticeGivenAt: Temporal.Instant | null
  readonly markId: string | null
  readonly mark?: Evidence['mark']
  readonly claimed?: string
}

const evidenceOf = (given: Cause): Evidence => ({
  policyName: given.policy.name,
  policyVersion: given.policy.version,
  wording: given.policy.wording,
  noticeDays: noticeFor(given.policy, given.session.mode).days,
  noticeKind: noticeFor(given.policy, given.session.mode).kind,
  amountPence: given.policy.amountPence,
  sessionStartsAt: given.session.startsAt.toString(),
  sessionSequence: given.session.sequence,
  freeUntil: given.freeUntil?.toString() ?? null,
  noticeGivenAt: given.noticeGivenAt?.toString() ?? null,
  markId: given.markId,
  ...(given.mark === undefined ? {} : { mark: given.mark }),
  ...(given.claimed === undefined ? {} : { claimed: given.claimed }),
})

/** Lets one at a time charge under a policy that charges once, or no more than so much. */
export const lockLimits = async (
  tx: Transaction,
  { policy, placeId, organisationId }: Pick<Participation, 'policy' | 'placeId' | 'organisationId'>,
): Promise<void> => {
  if (policy?.cap?.of === 'organisation') await lockLimit(tx, 'organisations', organisationId)
  if (policy?.once || policy?.cap) await lockLimit(tx, 'places', placeId)
}

/** Proposes a charge with what it rests on; a person decides about it (domain rule 7). At most one for each participant and session. */
export const proposeCharge = async (
  tx: Transaction,
  context: Context,
  who: Participation,
  given: Cause,
): Promise<string | null> => {
  const { policy, session, cause } = given
  await lockLimits(tx, { ...who, policy })
  // What others were charged meanwhile counts: the terms are read again once nobody else can add to it.
  const now = await participationById(tx, who.id)
  const amountPence = Math.min(policy.amountPence, now?.policy ? leftToCharge(now.policy) : 0)
  if (amountPence === 0) return null
  const id = await insertCharge(tx, {
    placeId: who.placeId,
    participantId: who.id,
    sessionId: session.id,
    hubId: who.hubId,
    policyId: policy.id,
    cause,
    amountPence,
    evidence: evidenceOf(given),
    now: context.now,
  })
  if (id === null) return null
  await record(tx, context, {
    name: 'charge.proposed',
    subject: { type: 'charge', id },
    also: [
      { type: 'session', id: session.id },
      { type: 'place', id: who.placeId },
      { type: 'organisation', id: who.organisationId },
    ],
    particulars: { cause, pence: amountPence, policyId: policy.id, participantId: who.id },
  })
  return id
}
