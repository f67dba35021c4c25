import type { Transaction } from '../../platform/database/index.ts'

export type NewEpisode = {
  readonly id: string
  readonly sessionId: string
  readonly byId: string
  readonly forId: string
  readonly reason: string
  readonly begunAt: Temporal.Instant
  readonly lapsesAt: Temporal.Instant
}

export const insertEpisode = (tx: Transaction, episode: NewEpisode) =>
  tx
    .insertInto('acting_episodes')
    .values({
      id: episode.id,
      session_id: episode.sessionId,
      by_person_id: episode.byId,
      for_person_id: episode.forId,
      reason: episode.reason,
      begun_at: episode.begunAt,
      lapses_at: episode.lapsesAt,
    })
    .execute()

/** Of two who begin to act in one session, one waits here for the other. */
export const lockSession = (tx: Transaction, sessionId: string) =>
  tx.selectFrom('signed_in_sessions').select('id').where('id', '=', sessionId).forUpdate().execute()

/** Ends an episode that has not ended, and says whose it was. */
export const closeEpisode = async (tx: Transaction, id: string, endedAt: Temporal.Instant) =>
  (await tx
    .updateTable('acting_episodes')
    .set({ ended_at: endedAt })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['id', 'by_person_id as byId', 'for_person_id as forId'])
    .executeTakeFirst()) ?? null

/** An episode, locked. */
export const lockEpisode = (tx: Transaction, id: string) =>
  tx
    .selectFrom('acting_episodes')
    .select(['id', 'by_person_id as byId', 'for_person_id as forId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
