import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { PersonNamed } from './expression-of-interest.ts'

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
        part: 'other',
        person_id: person.personId,
      })),
    )
    .execute()

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
