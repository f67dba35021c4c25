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

// Somebody holds a post as the request says, until the post has ended; and who was to hold it later does once it has begun since.
const heldOn = (today: Temporal.PlainDate) => sql<boolean | null>`case
  when n.post_held and exists (select from posts t where t.person_id = n.person_id and t.organisation_id = i.organisation_id and t.post = n.post)
    and not exists (select from posts t where t.person_id = n.person_id and t.organisation_id = i.organisation_id and t.post = n.post
      and (t.to_on is null or t.to_on >= ${today})) then false
  when not n.post_held and exists (select from posts t where t.person_id = n.person_id and t.organisation_id = i.organisation_id
    and t.post = n.post and t.held and t.from_on <= ${today} and t.from_on > i.created_at::date and (t.to_on is null or t.to_on >= ${today})) then true
  else n.post_held end`

/** What each request says that rules may ask: who would come and since when they hold their post, what is agreed to, what is answered. */
export const statedIn = async (
  db: Reader,
  interestIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Stated>> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .select(['i.id', 'i.commitments'])
    .select((select) => answersIn(select as Parameters<typeof answersIn>[0]).as('answers'))
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom('interest_people as n')
          .select(['n.post', 'n.person_id as personId', heldOn(today).as('held')])
          .select(
            sql<string | null>`(select min(t.from_on)::text from posts t where t.person_id = n.person_id
              and t.organisation_id = i.organisation_id and t.post = n.post
              and (t.to_on is null or t.to_on >= ${today}))`.as('since'),
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
