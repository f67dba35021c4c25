import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { localDate } from '../../vocabulary/local-time.ts'
import type { Said } from '../criteria/index.ts'
import type { Asked, PersonNamed } from './expression-of-interest.ts'

/** The hub, or the operator for it, has entered the request: it needs no confirmed address to count. */
export const markEntered = (tx: Transaction, id: string, now: Temporal.Instant) =>
  tx.updateTable('expressions_of_interest').set({ entered_at: now }).where('id', '=', id).execute()

/** People who are named behind those whom the request names already. */
export const insertNamed = (
  tx: Transaction,
  interestId: string,
  from: number,
  people: readonly (PersonNamed & { readonly personId: string })[],
) =>
  tx
    .insertInto('interest_people')
    .values(
      people.map((person, at) => ({
        id: newId(),
        interest_id: interestId,
        position: from + at,
        name: person.name,
        email: person.email,
        post: person.post,
        post_held: person.held,
        part: person.part,
        person_id: person.personId,
      })),
    )
    .execute()

/** So many of a request are not named yet. */
export const setUnnamed = (tx: Transaction, interestId: string, unnamed: number) =>
  tx.updateTable('expressions_of_interest').set({ unnamed_people: unnamed }).where('id', '=', interestId).execute()

/** Nobody is named any more, so that people can be named anew. */
export const removeNamed = (tx: Transaction, interestId: string) =>
  tx.deleteFrom('interest_people').where('interest_id', '=', interestId).execute()

/** Somebody else comes in place of the one who is named there. */
export const replaceNamed = (
  tx: Transaction,
  {
    interestId,
    position,
    person,
  }: {
    readonly interestId: string
    readonly position: number
    readonly person: Omit<PersonNamed, 'part'> & { readonly personId: string }
  },
) =>
  tx
    .updateTable('interest_people')
    .set({
      name: person.name,
      email: person.email,
      post: person.post,
      post_held: person.held,
      person_id: person.personId,
    })
    .where('interest_id', '=', interestId)
    .where('position', '=', position)
    .execute()

type Told = { readonly name: string; readonly value: Said['value'] } & (
  | { readonly by: 'sender'; readonly source: null; readonly personId: null }
  | { readonly by: 'hub'; readonly source: string; readonly personId: string | null }
)

/** Keeps a fact that was told of a request, in the place of what was told of it before. */
export const writeFact = (
  tx: Transaction,
  interestId: string,
  { name, value, by, source, personId }: Told,
  told: { readonly on: Temporal.PlainDate; readonly now: Temporal.Instant },
) => {
  const said = {
    value: json(typeof value === 'object' ? [...value] : value),
    ...{ told_by: by, source, told_on: told.on, told_by_person_id: personId, recorded_at: told.now },
  }
  return tx
    .insertInto('interest_facts')
    .values({ interest_id: interestId, name, ...said })
    .onConflict((there) => there.constraint('interest_facts_once').doUpdateSet(said))
    .execute()
}

/** Keeps what was told on the way to a form. */
export const writeTold = async (
  tx: Transaction,
  interestId: string,
  { told = {} }: Pick<Asked, 'told'>,
  now: Temporal.Instant,
): Promise<void> => {
  for (const [name, value] of Object.entries(told)) {
    const fact = { name, value, by: 'sender', source: null, personId: null } as const
    await writeFact(tx, interestId, fact, { on: localDate(now), now })
  }
}

type Saying = Pick<Asked, 'answers' | 'preferences'>

/** Keeps what a request answers and what would suit it, of which nothing is kept yet. */
export const writeSaid = async (tx: Transaction, interestId: string, said: Saying): Promise<void> => {
  await writeAnswers(tx, interestId, said)
  await writePreferences(tx, interestId, said)
}

/** What a request answers and wishes is taken away, so that it can be said anew. */
export const clearSaid = async (tx: Transaction, interestId: string): Promise<void> => {
  await tx.deleteFrom('interest_answers').where('interest_id', '=', interestId).execute()
  await tx.deleteFrom('interest_preferences').where('interest_id', '=', interestId).execute()
}

/** The answers of a request, all of them anew. */
export const rewriteAnswers = async (
  tx: Transaction,
  interestId: string,
  answers: Saying['answers'],
): Promise<void> => {
  await tx.deleteFrom('interest_answers').where('interest_id', '=', interestId).execute()
  await writeAnswers(tx, interestId, { answers })
}

/** What a request says in its own row, written anew; who sent it and what became of it stay. */
export const updateAsked = (tx: Transaction, interestId: string, asked: Asked) =>
  tx
    .updateTable('expressions_of_interest')
    .set({
      theme_id: asked.themeId,
      fewer_is_fine: asked.fewerIsFine,
      travel_limit_miles: asked.travelLimitMiles,
      access_needs: asked.accessNeeds,
      comments: asked.comments,
      commitments: json([...asked.commitments]),
      unnamed_people: asked.unnamed ?? 0,
    })
    .where('id', '=', interestId)
    .execute()

const writeAnswers = async (
  tx: Transaction,
  interestId: string,
  { answers }: Pick<Saying, 'answers'>,
): Promise<void> => {
  if (answers.length === 0) return
  await tx
    .insertInto('interest_answers')
    .values(
      answers.map(({ key, kind, question, value, shown }, position) => ({
        ...{ interest_id: interestId, question_key: key, position, kind, question, shown },
        value: json(typeof value === 'object' ? [...value] : value),
      })),
    )
    .execute()
}

const writePreferences = async (tx: Transaction, interestId: string, { preferences }: Saying): Promise<void> => {
  const rows = (
    [
      ['group', preferences.groups],
      ['day', preferences.days],
      ['place', preferences.places],
    ] as const
  ).flatMap(([kind, wishes]) => wishes.map((value, at) => ({ interest_id: interestId, kind, position: at + 1, value })))
  if (rows.length > 0) await tx.insertInto('interest_preferences').values(rows).execute()
}

/** What was confirmed for a request goes along with it to another hub: the headteacher's agreement. */
export const copyAgreements = async (tx: Transaction, { from, to }: { from: string; to: string }): Promise<void> => {
  const agreed = await tx
    .selectFrom('expressions_of_interest')
    .select(['headteacher_name', 'headteacher_email', 'headteacher_asked_at', 'headteacher_answer_by'])
    .select(['headteacher_confirmed_at', 'agreed_with_id'])
    .where('id', '=', from)
    .executeTakeFirstOrThrow()
  await tx.updateTable('expressions_of_interest').set(agreed).where('id', '=', to).execute()
}
