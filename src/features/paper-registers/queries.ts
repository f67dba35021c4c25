import type { Reader } from '../../platform/database/index.ts'

/** The numbers of the sessions that each person of a group comes to, those called off aside. */
export const comesToSessions = async (db: Reader, groupId: string): Promise<ReadonlyMap<string, readonly number[]>> => {
  const rows = await db
    .selectFrom('who_comes_to_sessions as w')
    .innerJoin('sessions as s', 's.id', 'w.session_id')
    .select(['w.participant_id as participantId', 's.number'])
    .where('w.group_id', '=', groupId)
    .where('w.comes', '=', true)
    .where('s.status', '<>', 'cancelled')
    .orderBy('s.number')
    .execute()
  const byPerson = Map.groupBy(rows, ({ participantId }) => participantId ?? '')
  return new Map([...byPerson].map(([id, of]) => [id, of.map(({ number }) => number)]))
}
