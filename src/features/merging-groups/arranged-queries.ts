import type { Reader } from '../../platform/database/index.ts'
import type { Arranged, ArrangedStatus } from './arranged.ts'

const mergers = (db: Reader) =>
  db
    .selectFrom('group_mergers as m')
    .innerJoin('groups as f', 'f.id', 'm.from_group_id')
    .innerJoin('groups as i', 'i.id', 'm.into_group_id')
    .select(['m.id', 'm.from_group_id as fromId', 'f.name as from', 'm.into_group_id as intoId', 'i.name as into'])
    .select(['m.status', 'm.reason', 'm.leads_join as leadsJoin', 'm.adds_room as addsRoom', 'm.why_not as whyNot'])
    .select(['m.arranged_by_person_id as byPersonId', 'm.due_at as dueAt'])
type Row = Awaited<ReturnType<ReturnType<typeof mergers>['execute']>>[number]

const arrangedOf = (row: Row | undefined): Arranged | null =>
  row ? { ...row, status: row.status as ArrangedStatus } : null

/** What is arranged of a group, where it is about to become part of another. */
export const arrangedOfGroup = async (db: Reader, groupId: string): Promise<Arranged | null> =>
  arrangedOf(
    await mergers(db).where('m.from_group_id', '=', groupId).where('m.status', '=', 'arranged').executeTakeFirst(),
  )

/** The latest that was arranged of a group, whatever came of it. */
export const latestOfGroup = async (db: Reader, groupId: string): Promise<Arranged | null> =>
  arrangedOf(
    await mergers(db)
      .where('m.from_group_id', '=', groupId)
      .orderBy('m.arranged_at', 'desc')
      .orderBy('m.id', 'desc')
      .executeTakeFirst(),
  )

export const arrangedById = async (db: Reader, id: string): Promise<Arranged | null> =>
  arrangedOf(await mergers(db).where('m.id', '=', id).executeTakeFirst())

/** What is due by now, the first arranged first. */
export const mergersDue = async (db: Reader, now: Temporal.Instant): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('group_mergers')
      .select('id')
      .where('status', '=', 'arranged')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('id')
      .limit(200)
      .execute()
  ).map(({ id }) => id)
