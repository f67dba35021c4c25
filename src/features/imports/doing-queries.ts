import type { Reader } from '../../platform/database/index.ts'
import type { Entry } from '../old-lists/index.ts'
import type { Outcome } from './import.ts'

export type RowToDo = { readonly number: number; readonly entry: Entry; readonly organisationId: string }

/** What an import made that can be taken back: its requests once each, or its people row by row. */
export const rowsMade = async (db: Reader, importId: string) => {
  const rows = await db
    .selectFrom('import_rows as r')
    .leftJoin('import_schools as s', (join) =>
      join.onRef('s.import_id', '=', 'r.import_id').onRef('s.key', '=', 'r.school_key'),
    )
    .innerJoin('imports as i', 'i.id', 'r.import_id')
    .select([
      'i.offer_id',
      'r.number',
      'r.outcome',
      'r.interest_id',
      'r.person_ids',
      'r.made_person_ids',
      'r.done_at',
      's.organisation_id',
    ])
    .where('r.import_id', '=', importId)
    .where('r.outcome', 'in', ['made', 'added'])
    .where('r.undo', 'is', null)
    .orderBy('r.number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    outcome: row.outcome as Outcome,
    interestId: row.interest_id,
    personIds: row.person_ids,
    madePersonIds: row.made_person_ids,
    doneAt: row.done_at,
    offerId: row.offer_id,
    organisationId: row.organisation_id,
  }))
}
