import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { Verdict } from '../criteria/index.ts'
import type { Interest } from './expression-of-interest.ts'
import { type Waiting, waitingAmong } from './line-queries.ts'
import { liveInterest } from './queries.ts'
import { lockAsking } from './store.ts'
import type { StoodBefore } from './taking-back.ts'

const columns = [
  'criterion_id',
  'strength',
  'sentence',
  'rule',
  'answer',
  'overruled_answer',
  'overruled_reason',
  'overruled_by_person_id',
  'overruled_at',
] as const

/** The verdicts of a request as they stand, taken away to be reached again. */
export const takeVerdicts = (tx: Transaction, interestId: string) =>
  tx.deleteFrom('interest_verdicts').where('interest_id', '=', interestId).returning(columns).execute()

export type VerdictTaken = Awaited<ReturnType<typeof takeVerdicts>>[number]

/** What somebody at the hub decided of the same rule before, if its rule reads as it did. */
export const overrulingOf = (before: readonly VerdictTaken[], criterionId: string | null, rule: unknown) => {
  const same = before.find(
    (each) =>
      each.overruled_at !== null &&
      each.criterion_id === criterionId &&
      isDeepStrictEqual(each.rule, JSON.parse(JSON.stringify(rule))),
  )
  if (!same) return {}
  const { overruled_answer, overruled_reason, overruled_by_person_id, overruled_at } = same
  return { overruled_answer, overruled_reason, overruled_by_person_id, overruled_at }
}

export const keepFacts = (tx: Transaction, interestId: string, facts: Json, now: Temporal.Instant) =>
  tx
    .updateTable('expressions_of_interest')
    .set({ known_facts: json(facts), verdicts_reached_at: now })
    .where('id', '=', interestId)
    .execute()

export const insertVerdicts = async (
  tx: Transaction,
  interestId: string,
  verdicts: readonly Verdict[],
  now: Temporal.Instant,
  before: readonly VerdictTaken[],
) => {
  if (verdicts.length === 0) return
  await tx
    .insertInto('interest_verdicts')
    .values(
      verdicts.map((verdict, at) => ({
        id: newId(),
        interest_id: interestId,
        criterion_id: verdict.criterionId,
        position: at + 1,
        strength: verdict.strength,
        sentence: verdict.sentence,
        rule: json(JSON.parse(JSON.stringify(verdict.rule))),
        answer: verdict.answer,
        facts: json(JSON.parse(JSON.stringify(verdict.facts))),
        reached_at: now,
        ...overrulingOf(before, verdict.criterionId, verdict.rule),
      })),
    )
    .execute()
}

export const overrule = (
  tx: Transaction,
  verdict: {
    id: string
    interestId: string
    answer: 'yes' | 'no'
    reason: string
    by: string | null
    now: Temporal.Instant
  },
) =>
  tx
    .updateTable('interest_verdicts')
    .set({
      overruled_answer: verdict.answer,
      overruled_reason: verdict.reason,
      overruled_by_person_id: verdict.by,
      overruled_at: verdict.now,
    })
    .where('id', '=', verdict.id)
    .where('interest_id', '=', verdict.interestId)
    .returning('id')
    .executeTakeFirst()

/** Whether another request of the same organisation or person is live in the offer, with everybody who asks made to wait. */
export const lockLive = async (tx: Transaction, interest: Interest): Promise<boolean> => {
  const { offerId, organisation, personId } = interest
  await lockAsking(tx, { offerId, organisationId: personId ?? organisation.id })
  return (await liveInterest(tx, { offerId, organisationId: organisation.id, personId })) !== null
}

/** Puts a request back to where it stood, with the turn it had. */
export const restore = (tx: Transaction, id: string, before: StoodBefore) =>
  tx
    .updateTable('expressions_of_interest')
    .set({
      status: before.status,
      status_reason: before.statusReason,
      waiting_since: before.waitingSince,
      place_id: before.placeId,
      remind_at: null,
    })
    .where('id', '=', id)
    .execute()

/**
 * Everybody in line for a group, locked so that nobody is offered two places at once: who asked its own offer, and who asked the
 * offers that its partner hubs make of the same project. For an offer that was withdrawn nothing goes on by itself.
 */
export const lockWaitingLine = async (
  tx: Transaction,
  group: { readonly offerId: string | null; readonly projectId: string; readonly partnerHubIds: readonly string[] },
): Promise<readonly Waiting[]> => {
  const rows = await tx
    .selectFrom('expressions_of_interest as i')
    .select('i.id')
    .where('i.status', '=', 'waiting')
    .where('i.project_id', '=', group.projectId)
    .where((is) =>
      is(
        'i.offer_id',
        'in',
        is
          .selectFrom('offers')
          .select('id')
          .where('project_id', '=', group.projectId)
          .where('status', '<>', 'withdrawn')
          .where((of) =>
            of.or([
              ...(group.offerId === null ? [] : [of('id', '=', group.offerId)]),
              of('hub_id', '=', sql<string>`any(${[...group.partnerHubIds]}::uuid[])`),
            ]),
          ),
      ),
    )
    .orderBy('i.id')
    .forUpdate()
    .execute()
  return waitingAmong(
    tx,
    rows.map(({ id }) => id),
  )
}

/** Whether a place for fewer people would be fine too. */
export const setFewerIsFine = (tx: Transaction, interestId: string, fewerIsFine: boolean) =>
  tx.updateTable('expressions_of_interest').set({ fewer_is_fine: fewerIsFine }).where('id', '=', interestId).execute()

/** Moves somebody up in line, or with null back to where the rules put it. */
export const setMovedUp = (
  tx: Transaction,
  interestId: string,
  moved: { readonly at: Temporal.Instant; readonly reason: string } | null,
) =>
  tx
    .updateTable('expressions_of_interest')
    .set({ moved_up_at: moved?.at ?? null, moved_up_reason: moved?.reason ?? null })
    .where('id', '=', interestId)
    .execute()

/** A reminder of an offered place has been sent: once. False when it had been, or the place is offered no more. */
export const takeReminder = async (tx: Transaction, interestId: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('expressions_of_interest')
    .set({ remind_at: null })
    .where('id', '=', interestId)
    .where('status', '=', 'offered')
    .where('remind_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
