import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Particulars, TasksDone } from './completion.ts'
import { onceAtLeast, type Terms } from './terms.ts'

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

/** What a project asks for a place to be completed. */
export const termsOfProject = async (db: Reader, projectId: string): Promise<Terms> =>
  (await db
    .selectFrom('completion_terms')
    .select(['least_share as leastShare', 'least_tasks as leastTasks'])
    .where('project_id', '=', projectId)
    .executeTakeFirst()) ?? onceAtLeast

/**
 * Of how many tasks the places and participants of a group were asked, and to how many a reflection came back, by their ids: what
 * was asked where a place was before it came into this group counts as well.
 */
export const tasksOfYear = async (db: Reader, groupId: string): Promise<ReadonlyMap<string, TasksDone>> => {
  const { rows } = await sql<TasksDone & { id: string }>`
    with recursive chain as (
      select p.id as place, p.id as earlier from places p where p.group_id = ${groupId}
      union all select c.place, p.continues_place_id from chain c join places p on p.id = c.earlier where p.continues_place_id is not null
    ), taking as (
      select c.place, a.id as participant, a.person_id from chain c join participants a on a.place_id = c.earlier
    ), tasks_of as (
      select t.place, t.person_id, q.task_id, exists (
          select from reflections r where r.task_id = q.task_id and r.participant_id = q.participant_id) as returned
      from taking t join task_requests q on q.participant_id = t.participant
    )
    select place as id, count(distinct task_id)::int as asked, (count(distinct task_id) filter (where returned))::int as returned
    from tasks_of group by place
    union all
    select a.id, count(distinct o.task_id)::int, (count(distinct o.task_id) filter (where o.returned))::int
    from tasks_of o join participants a on a.place_id = o.place and a.person_id = o.person_id group by a.id`.execute(db)
  return new Map(rows.map(({ id, asked, returned }) => [id, { asked, returned }]))
}

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
  tasksReturned: z.number().optional(),
  tasksSet: z.number().optional(),
  inPerson: z.boolean().optional(),
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
