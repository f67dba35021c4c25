import type { Transaction } from '../../platform/database/index.ts'
import type { Decision } from './move.ts'

/** Two who decide at once wait for each other here. */
export const lockMove = (tx: Transaction, id: string) =>
  tx
    .selectFrom('person_moves')
    .select(['id', 'person_id as personId', 'from_organisation_id as fromId', 'to_organisation_id as toId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type Decided = {
  readonly moveId: string
  readonly participantId: string
  readonly decision: Decision
  readonly placeId: string
  readonly successorId: string | null
  readonly by: string | null
  readonly now: Temporal.Instant
}

export const insertDecision = (tx: Transaction, decided: Decided) =>
  tx
    .insertInto('move_decisions')
    .values({
      move_id: decided.moveId,
      participant_id: decided.participantId,
      decision: decided.decision,
      place_id: decided.placeId,
      successor_person_id: decided.successorId,
      decided_by_person_id: decided.by,
      decided_at: decided.now,
    })
    .execute()
