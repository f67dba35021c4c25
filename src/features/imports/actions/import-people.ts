import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { isHeldPost } from '../../../vocabulary/posts.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { lockUnit, setRows } from '../doing-store.ts'
import type { UnitToDo } from './import-request.ts'

/** Makes the people of rows known, with their posts at the school; whoever is known by their address is the same person. */
export const importPeople = async (tx: Transaction, context: Context, unit: UnitToDo): Promise<readonly number[]> => {
  const { spreadsheet, unitKey } = unit
  const rows = await lockUnit(tx, spreadsheet.id, unitKey)
  unit.seen(rows.map(({ number }) => number))
  for (const { number, entry, organisationId } of rows) {
    const people = []
    for (const { name, email, post } of entry.people) {
      const person = await findOrCreatePerson(context, { name, email })
      await statePost(context, { personId: person.id, organisationId, post, held: isHeldPost(post), statedBy: 'hub' })
      people.push(person)
    }
    const made = people.filter(({ created }) => created).map(({ id }) => id)
    await setRows(tx, spreadsheet.id, [number], {
      outcome: made.length > 0 ? 'made' : 'added',
      personIds: people.map(({ id }) => id),
      madePersonIds: made,
      now: context.now,
    })
  }
  if (rows.length > 0)
    await record(tx, context, {
      name: 'import.people-made',
      subject: { type: 'import', id: spreadsheet.id },
      particulars: { rows: rows.length },
    })
  return rows.map(({ number }) => number)
}
