import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import type { Database, Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { isWeekday } from '../../vocabulary/weekdays.ts'
import { questionKinds } from '../projects/index.ts'
import type { Answered, Interest } from './expression-of-interest.ts'

type OfInterest = ExpressionBuilder<Database & { i: Database['expressions_of_interest'] }, 'i'>

/** What a request answers to the questions of its project, as a column of the request `i`. */
export const answersIn = (select: OfInterest) =>
  jsonArrayFrom(
    select
      .selectFrom('interest_answers as answered')
      .select([
        'answered.question_key as key',
        'answered.kind',
        'answered.question',
        'answered.value',
        'answered.shown',
      ])
      .whereRef('answered.interest_id', '=', 'i.id')
      .orderBy('answered.position'),
  )

/** What would suit the request `i`, as a column of it. */
export const preferencesIn = (select: OfInterest) =>
  jsonArrayFrom(
    select
      .selectFrom('interest_preferences as wish')
      .leftJoin('groups as wished', (join) =>
        join.on('wish.kind', '=', 'group').on(sql`wished.id::text`, '=', sql.ref('wish.value')),
      )
      .leftJoin('venues as met', (join) =>
        join.on('wish.kind', '=', 'place').on(sql`met.id::text`, '=', sql.ref('wish.value')),
      )
      .select(['wish.kind', 'wish.value', sql<string | null>`coalesce(wished.name, met.name)`.as('name')])
      .whereRef('wish.interest_id', '=', 'i.id')
      .orderBy('wish.position'),
  )

export const answeredKept: z.ZodType<readonly Answered[]> = z.array(
  z.strictObject({
    key: z.string(),
    kind: z.enum(questionKinds),
    question: z.string(),
    value: z.union([z.string(), z.number(), z.array(z.string())]),
    shown: z.string(),
  }),
)

const wishesKept = z.array(z.strictObject({ kind: z.string(), value: z.string(), name: z.string().nullable() }))

/** The answers of a request as they are kept. */
export const answersOf = (kept: unknown): readonly Answered[] => stored(answeredKept, kept, 'the answers of a request')

/** What would suit a request, and the name of the group that it would most like to join. */
export const wishesOf = (kept: unknown): Pick<Interest, 'preferences' | 'groupPreference' | 'wishes'> => {
  const wishes = stored(wishesKept, kept, 'what would suit a request')
  const of = (kind: string) => wishes.filter((wish) => wish.kind === kind).map(({ value }) => value)
  const named = (kind: string) =>
    wishes.flatMap((wish) => (wish.kind === kind && wish.name !== null ? [wish.name] : []))
  return {
    preferences: { groups: of('group'), days: of('day').filter(isWeekday), places: of('place') },
    wishes: { groups: named('group'), places: named('place') },
    groupPreference: wishes.find(({ kind }) => kind === 'group')?.name ?? null,
  }
}

/** Groups of an offer that can still be joined, by name: for a preference. */
export const groupNamesOfOffer = (db: Reader, offerId: string): Promise<readonly { id: string; name: string }[]> =>
  db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('offer_id', '=', offerId)
    .where('status', 'in', ['forming', 'confirmed'])
    .orderBy('name')
    .execute()
