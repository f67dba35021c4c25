import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Particulars } from './completion.ts'

/** Places of a group that are held, and how many offers are still open. */
export const placesToComplete = async (db: Reader, groupId: string) => {
  const rows = await db
    .selectFrom('places as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.status', 'o.id as organisationId', 'o.name as organisation', 'o.urn'])
    .where('p.group_id', '=', groupId)
    .where('p.status', 'in', ['held', 'offered'])
    .orderBy('o.name')
    .execute()
  return {
    held: rows.filter(({ status }) => status === 'held'),
    offered: rows.filter(({ status }) => status === 'offered').length,
  }
}

/** Sessions of a group that are neither held nor cancelled. */
export const sessionsToCome = async (db: Reader, groupId: string): Promise<number> =>
  (
    await db
      .selectFrom('sessions')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('group_id', '=', groupId)
      .where('status', 'in', ['provisional', 'confirmed'])
      .executeTakeFirstOrThrow()
  ).count

/** The stage a project leads through, and the one that follows it on the pathway. */
export const stagesOfProject = async (db: Reader, projectId: string) => {
  const stage = await db
    .selectFrom('projects as p')
    .innerJoin('stages as s', 's.id', 'p.stage_id')
    .select(['s.id', 's.name', 's.position', 's.pathway_id', 's.beside_stage_id'])
    .where('p.id', '=', projectId)
    .executeTakeFirst()
  if (!stage) return null
  // A stage taken beside another leads to none: the other does.
  if (stage.beside_stage_id !== null) return { id: stage.id, name: stage.name, next: null }
  const next = await db
    .selectFrom('stages')
    .select(['id', 'name'])
    .where('pathway_id', '=', stage.pathway_id)
    .where('position', '>', stage.position)
    .where('beside_stage_id', 'is', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return { id: stage.id, name: stage.name, next: next ?? null }
}

/** How far a school has come in a stage this year, if anything is recorded. */
export const stageStatusOf = async (
  db: Reader,
  which: { organisationId: string; stageId: string; year: number },
): Promise<string | null> =>
  (
    await db
      .selectFrom('stage_records')
      .select('status')
      .where('organisation_id', '=', which.organisationId)
      .where('stage_id', '=', which.stageId)
      .where('year', '=', which.year)
      .executeTakeFirst()
  )?.status ?? null

const particulars: z.ZodType<Particulars> = z.object({
  project: z.string(),
  projectCode: z.string().nullable(),
  year: z.number(),
  group: z.string(),
  hub: z.string(),
  organisation: z.string(),
  sessionsAttended: z.number(),
  sessionsHeld: z.number(),
  hours: z.number(),
})

const statementsSeen = (db: Reader) =>
  db
    .selectFrom('statements as t')
    .innerJoin('participants as a', 'a.id', 't.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['t.id', 't.code', 't.group_id', 't.particulars', 't.issued_at', 't.withdrawn_at', 't.withdrawn_reason'])
    .select(sql<string | null>`case when e.erased_at is null then e.name end`.as('name'))

type Row = Awaited<ReturnType<ReturnType<typeof statementsSeen>['execute']>>[number]
const seen = (row: Row) => ({
  ...row,
  particulars: stored(particulars, row.particulars, 'a statement of participation'),
})
export type StatementSeen = ReturnType<typeof seen>

/** The statement with a code, whoever asks: whoever holds one can check it. */
export const statementByCode = async (db: Reader, code: string): Promise<StatementSeen | null> => {
  const row = await statementsSeen(db).where('t.code', '=', code).executeTakeFirst()
  return row ? seen(row) : null
}

/** The statements of a group, by organisation and name. */
export const statementsOfGroup = async (db: Reader, groupId: string): Promise<readonly StatementSeen[]> =>
  (
    await statementsSeen(db)
      .where('t.group_id', '=', groupId)
      .orderBy(sql`t.particulars->>'organisation'`)
      .orderBy('e.name')
      .execute()
  ).map(seen)
