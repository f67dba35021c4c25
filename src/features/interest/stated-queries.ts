import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored, storedWords } from '../../platform/database/stored.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import type { Said, Stated } from '../criteria/index.ts'
import { answersByKey } from './expression-of-interest.ts'
import { answersIn, answersOf } from './said-queries.ts'

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

const told = z.array(
  z.object({
    name: z.string(),
    value: z.union([z.boolean(), z.string(), z.number(), z.array(z.string())]),
    by: z.enum(['sender', 'hub']),
    source: z.string().nullable(),
    on: z.string(),
  }),
)

const saidOf = (facts: unknown): Readonly<Record<string, Said>> =>
  Object.fromEntries(
    stored(told, facts, 'the facts told of a request').map(({ name, source, ...said }) => [
      name,
      { ...said, ...(source === null ? {} : { source }) },
    ]),
  )

/** What each request says that rules may ask: who would come and since when they hold their post, what is agreed to, what is answered. */
export const statedIn = async (db: Reader, interestIds: readonly string[]): Promise<ReadonlyMap<string, Stated>> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .select(['i.id', 'i.commitments'])
    .select((select) => answersIn(select as Parameters<typeof answersIn>[0]).as('answers'))
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('interest_people as n')
          .select(['n.post', 'n.post_held as held', 'n.person_id as personId'])
          .select(
            sql<string | null>`(select min(t.from_on)::text from posts t where t.person_id = n.person_id
              and t.organisation_id = i.organisation_id and t.post = n.post and t.to_on is null)`.as('since'),
          )
          .whereRef('n.interest_id', '=', 'i.id')
          .orderBy('n.position'),
      ).as('people'),
    )
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('interest_facts as f')
          .select(['f.name', 'f.value', 'f.told_by as by', 'f.source'])
          .select(sql<string>`f.told_on::text`.as('on'))
          .whereRef('f.interest_id', '=', 'i.id'),
      ).as('facts'),
    )
    .where('i.id', '=', sql<string>`any(${interestIds}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ id, commitments, answers, people, facts }) => [
      id,
      {
        people: people.map(({ post, held, since }) => ({ post: post as PostKind, held, since: day(since) })),
        personIds: people.flatMap(({ personId }) => personId ?? []),
        commitments: storedWords(commitments, 'the commitments of a request'),
        answers: answersByKey(answersOf(answers)),
        said: saidOf(facts),
      },
    ]),
  )
}

/** Requests that nobody has decided on, of which something has changed since their verdicts: a stage, the register, a place, the rules. */
export const verdictsOvertaken = async (db: Reader): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`select i.id from expressions_of_interest i
    where i.status in ('received', 'confirmed', 'waiting') and i.verdicts_reached_at is not null and (
      exists (select from stage_records r where r.organisation_id = any (array(select line_of_organisation(i.organisation_id)))
        and r.recorded_at > i.verdicts_reached_at)
      or exists (select from organisation_changes c where c.organisation_id = i.organisation_id and c.recorded_at > i.verdicts_reached_at)
      or exists (select from places l where l.organisation_id = i.organisation_id and greatest(l.held_at, l.ended_at) > i.verdicts_reached_at)
      or exists (select from offer_rule_sets r where r.offer_id = i.offer_id and r.in_force_at > i.verdicts_reached_at)
      or exists (select from project_versions v where v.project_id = i.project_id and v.act = 'corrected' and v.made_at > i.verdicts_reached_at))
    order by i.id limit 200`.execute(db)
  return rows.map(({ id }) => id)
}
