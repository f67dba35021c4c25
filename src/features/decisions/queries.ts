import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { roomLeftFor, roomOfGroups } from '../groups/index.ts'
import type { Note } from './note.ts'

export type GroupToChoose = {
  readonly id: string
  readonly name: string
  readonly organisationsLeft: number
  readonly peopleLeft: number
}

/** Groups of a project that the hub holds or shares and that take places, with the room that is left for its schools. */
export const groupsToChoose = async (
  db: Reader,
  hubId: string,
  projectId: string,
): Promise<readonly GroupToChoose[]> => {
  const rows = await db
    .selectFrom('groups as g')
    .select(['g.id', 'g.name'])
    .where('g.project_id', '=', projectId)
    .where('g.status', 'in', ['forming', 'confirmed', 'running'])
    .where((is) =>
      is.or([
        is('g.hub_id', '=', hubId),
        is('g.id', 'in', is.selectFrom('group_partner_hubs as s').select('s.group_id').where('s.hub_id', '=', hubId)),
      ]),
    )
    .orderBy('g.name')
    .execute()
  const rooms = await roomOfGroups(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, name }) => {
    const room = rooms.get(id)
    const left = room ? roomLeftFor(room, hubId) : { organisations: 0, people: 0 }
    return { id, name, organisationsLeft: left.organisations, peopleLeft: left.people }
  })
}

/** The number of the latest change to a request: what is read after it shows that change, or a later one. */
export const latestChange = async (db: Reader, interestId: string): Promise<number> => {
  const row = await db
    .selectFrom('event_subjects as s')
    .innerJoin('events as e', 'e.id', 's.event_id')
    .select(sql<number>`max(e.id)`.as('latest'))
    .where('s.subject_type', '=', 'interest')
    .where('s.subject_id', '=', interestId)
    .executeTakeFirst()
  return row?.latest ?? 0
}

/** What the hub has noted beside a request, the latest first. */
export const notesOf = async (db: Reader, interestId: string): Promise<readonly Note[]> => {
  const rows = await db
    .selectFrom('interest_notes as t')
    .leftJoin('people as p', 'p.id', 't.written_by_person_id')
    .select(['t.id', 't.body', 't.written_at', 't.written_by_person_id', 'p.name'])
    .where('t.interest_id', '=', interestId)
    .orderBy('t.written_at', 'desc')
    .orderBy('t.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    writtenAt: row.written_at,
    by: row.written_by_person_id ? { id: row.written_by_person_id, name: row.name ?? 'somebody' } : null,
  }))
}
