import type { Reader } from '../../platform/database/index.ts'
import { localDate, localInstant } from '../../vocabulary/local-time.ts'
import { isOpenAt } from './code.ts'

/** The sessions whose code is good at a moment. */
export const sessionsOpenAt = async (db: Reader, now: Temporal.Instant) => {
  const rows = await db
    .selectFrom('sessions as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .select([
      's.id',
      's.group_id as groupId',
      's.number',
      's.on_date',
      's.starts_at',
      's.ends_at',
      's.mode',
      'g.name as group',
    ])
    .where('s.on_date', '=', localDate(now))
    .where('s.status', 'in', ['confirmed', 'held'])
    .where('g.status', '<>', 'completed')
    .execute()
  return rows.filter(({ on_date: on, starts_at: from, ends_at: to }) =>
    on && from && to ? isOpenAt({ from: localInstant(on, from), to: localInstant(on, to) }, now) : false,
  )
}
export type OpenSession = Awaited<ReturnType<typeof sessionsOpenAt>>[number]

/** The parts of somebody in a group: of the person, or the one part that a mailed link stands for. */
export const partsIn = (db: Reader, groupId: string, who: { personId: string } | { participantId: string }) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['a.id', 'e.name'])
    .where('p.group_id', '=', groupId)
    .where('a.to_on', 'is', null)
    .where('personId' in who ? 'a.person_id' : 'a.id', '=', 'personId' in who ? who.personId : who.participantId)
    .execute()
