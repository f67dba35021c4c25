import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { fewestShown } from './evaluation.ts'

/** The evaluation of a group with its questions; null while none has been opened. */
export const evaluationOfGroup = async (db: Reader, groupId: string) => {
  const row = await db
    .selectFrom('evaluations')
    .select(['id', 'opened_at as openedAt', 'closes_on as closesOn'])
    .where('group_id', '=', groupId)
    .executeTakeFirst()
  return row ? { ...row, questions: await questionsOf(db, row.id) } : null
}

const questionsOf = async (db: Reader, evaluationId: string) => {
  const rows = await db
    .selectFrom('evaluation_questions')
    .select(['id', 'question', 'kind'])
    .where('evaluation_id', '=', evaluationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind === 'words' ? ('words' as const) : ('agreement' as const) }))
}

/** What the participants of a project were promised. */
export const benefitsPromised = (db: Reader, projectId: string) =>
  db
    .selectFrom('project_outcomes')
    .select(['id', 'outcome'])
    .where('project_id', '=', projectId)
    .where('audience', '=', 'participants')
    .orderBy('position')
    .execute()

/** How many sessions of a group have been held. */
export const sessionsHeld = async (db: Reader, groupId: string): Promise<number> =>
  (
    await db
      .selectFrom('sessions')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('group_id', '=', groupId)
      .where('status', '=', 'held')
      .executeTakeFirstOrThrow()
  ).count

/** All answers to an evaluation, without whose they are; words in an order that says nothing of who wrote when. */
export const answersOf = (db: Reader, evaluationId: string) =>
  db
    .selectFrom('evaluation_answers as a')
    .innerJoin('evaluation_questions as q', 'q.id', 'a.question_id')
    .select(['a.question_id', 'a.agreement', 'a.words'])
    .where('q.evaluation_id', '=', evaluationId)
    .orderBy(sql`md5(coalesce(a.words, ''))`)
    .execute()

/** How many people have answered. */
export const peopleAnswered = async (db: Reader, evaluationId: string): Promise<number> =>
  (
    await db
      .selectFrom('evaluation_answers as a')
      .innerJoin('evaluation_questions as q', 'q.id', 'a.question_id')
      .select(sql<number>`count(distinct a.participant_id)`.as('count'))
      .where('q.evaluation_id', '=', evaluationId)
      .executeTakeFirstOrThrow()
  ).count

/** What the evaluations of all groups of a project come to, question by question, in numbers alone; a question that few have answered says only how many. */
export const evaluationInNumbers = async (db: Reader, projectId: string) => {
  const { rows } = await sql<{ question: string; n: number; mean: number | null; groups: number }>`
    select q.question, count(a.agreement)::int as n, count(distinct v.group_id) filter (where a.agreement is not null)::int as groups,
      case when count(a.agreement) >= ${fewestShown} then round(avg(a.agreement), 1)::float8 end as mean
    from evaluations v join groups g on g.id = v.group_id join evaluation_questions q on q.evaluation_id = v.id left join evaluation_answers a on a.question_id = q.id
    where g.project_id = ${projectId} and q.kind = 'agreement' group by q.question order by min(q.position), q.question`.execute(
    db,
  )
  return rows
}

/** A project by its title; null where there is none. */
export const projectNamed = (db: Reader, projectId: string) =>
  db.selectFrom('projects').select(['id', 'title', 'code']).where('id', '=', projectId).executeTakeFirst()

/** Who answers by a personal link, in which group, and what they have said so far. */
export const answererById = async (db: Reader, participantId: string) => {
  const row = await db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('projects as j', 'j.id', 'g.project_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['a.id', 'e.name', 'g.id as groupId', 'g.name as group', 'j.title as project'])
    .where('a.id', '=', participantId)
    .where('e.erased_at', 'is', null)
    .executeTakeFirst()
  const evaluation = row ? await evaluationOfGroup(db, row.groupId) : null
  if (!row || !evaluation) return null
  const given = await db
    .selectFrom('evaluation_answers as a')
    .innerJoin('evaluation_questions as q', 'q.id', 'a.question_id')
    .select(['a.question_id', 'a.agreement', 'a.words'])
    .where('q.evaluation_id', '=', evaluation.id)
    .where('a.participant_id', '=', participantId)
    .execute()
  return { ...row, evaluation, given }
}
