import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type SessionRow, sessionOf, sessionRows } from './queries.ts'
import type { Session } from './session.ts'

export type FeedEntry = Session & {
  readonly groupName: string
  readonly projectTitle: string
  readonly hubName: string
  readonly hubEmail: string | null
}

const feedRows = (db: Reader) =>
  sessionRows(db)
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .innerJoin('projects as j', 'j.id', 'g.project_id')
    .innerJoin('hubs as h', 'h.id', 'g.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['g.name as groupName', 'j.title as projectTitle', 'h.email as hubEmail'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hubName'))
    .where('s.on_date', 'is not', null)
    .where('s.starts_at', 'is not', null)
    .where('s.ends_at', 'is not', null)
    .orderBy('s.on_date')
    .orderBy('s.starts_at')

const entryOf = (
  row: SessionRow & { groupName: string; projectTitle: string; hubName: string; hubEmail: string | null },
): FeedEntry => ({
  ...sessionOf(row),
  groupName: row.groupName,
  projectTitle: row.projectTitle,
  hubName: row.hubName,
  hubEmail: row.hubEmail,
})

/** A session that is still to come, with the group and hub whose it is. */
export type SessionToCome = FeedEntry & { readonly hubId: string }

const toCome = (db: Reader) => feedRows(db).select('g.hub_id as hubId')
const sessionToCome = (row: Parameters<typeof entryOf>[0] & { hubId: string }): SessionToCome => ({
  ...entryOf(row),
  hubId: row.hubId,
})

/** The confirmed sessions between two days: of a hub's groups, or of all. */
export const sessionsToCome = async (
  db: Reader,
  hubId: string | null,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<readonly SessionToCome[]> => {
  const rows = await toCome(db)
    .where('s.status', '=', 'confirmed')
    .where('s.on_date', '>=', from)
    .where('s.on_date', '<=', to)
    .$if(hubId !== null, (query) => query.where('g.hub_id', '=', hubId))
    .execute()
  return rows.map(sessionToCome)
}

/** One session that has a date and was neither held nor cancelled; of a hub's groups, or of any. */
export const sessionComing = async (
  db: Reader,
  hubId: string | null,
  sessionId: string,
): Promise<SessionToCome | null> => {
  const row = await toCome(db)
    .where('s.id', '=', sessionId)
    .where('s.status', 'in', ['provisional', 'confirmed'])
    .$if(hubId !== null, (query) => query.where('g.hub_id', '=', hubId))
    .executeTakeFirst()
  return row ? sessionToCome(row) : null
}

export type Feed = { readonly name: string; readonly entries: readonly FeedEntry[] }

/** The dated sessions of a person, a group or a hub, whichever the id belongs to; null when it is none of them. */
export const feedOf = async (db: Reader, subjectId: string, today: Temporal.PlainDate): Promise<Feed | null> => {
  const person = await db
    .selectFrom('people')
    .select('name')
    .where('id', '=', subjectId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (person) return { name: `Tessellate: ${person.name}`, entries: await entriesOfPerson(db, subjectId, today) }
  const group = await db.selectFrom('groups').select('name').where('id', '=', subjectId).executeTakeFirst()
  if (group)
    return {
      name: group.name,
      entries: (await feedRows(db).where('s.group_id', '=', subjectId).execute()).map(entryOf),
    }
  const hub = await db
    .selectFrom('hub_names')
    .select('name')
    .where('hub_id', '=', subjectId)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return hub ? { name: hub.name, entries: await entriesOfHub(db, subjectId) } : null
}

// The sessions of its groups and of those that it shares as a partner: when and where they are, never who comes (domain rule 10).
const entriesOfHub = async (db: Reader, hubId: string): Promise<readonly FeedEntry[]> => {
  const rows = await feedRows(db)
    .where((where) =>
      where.or([
        where('g.hub_id', '=', hubId),
        where.exists(
          where
            .selectFrom('group_partner_hubs as b')
            .select('b.group_id')
            .whereRef('b.group_id', '=', 'g.id')
            .where('b.hub_id', '=', hubId),
        ),
      ]),
    )
    .execute()
  return rows.map(entryOf)
}

const entriesOfPerson = async (
  db: Reader,
  personId: string,
  today: Temporal.PlainDate,
): Promise<readonly FeedEntry[]> => {
  const rows = await feedRows(db)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('who_comes_to_sessions as w')
            .innerJoin('participants as a', 'a.id', 'w.participant_id')
            .innerJoin('places as p', 'p.id', 'a.place_id')
            .select('a.id')
            .where('a.person_id', '=', personId)
            .whereRef('w.session_id', '=', 's.id')
            .where('w.comes', '=', true)
            .where((here) => here.or([here('a.to_on', 'is', null), here('a.part', '=', 'substitute')]))
            .where('p.status', 'in', ['held', 'completed']),
        ),
        // Somebody who leads until a day has the dates until then.
        where.exists(
          where
            .selectFrom('roles as r')
            .select('r.id')
            .where('r.person_id', '=', personId)
            .where('r.role', '=', 'group_lead')
            .whereRef('r.group_id', '=', 's.group_id')
            .where((open) =>
              open.or([
                open('r.to_on', 'is', null),
                open.and([open('r.to_on', '>=', today), open('r.to_on', '>=', open.ref('s.on_date'))]),
              ]),
            ),
        ),
      ]),
    )
    .execute()
  return rows.map(entryOf)
}
