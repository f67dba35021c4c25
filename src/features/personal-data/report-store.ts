import { json, type Transaction } from '../../platform/database/index.ts'
import type { Report } from './report.ts'
import { recordsIn } from './report.ts'

type NewRequest = { id: string; personId: string; askedBy: string; reason: string | null; now: Temporal.Instant }

/** Holds the person as they are, so that they are not erased meanwhile; undefined when they are not there. */
export const holdPerson = (tx: Transaction, personId: string) =>
  tx
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()

export const insertAccessRequest = (tx: Transaction, { id, personId, askedBy, reason, now }: NewRequest) =>
  tx
    .insertInto('subject_access_requests')
    .values({ id, person_id: personId, asked_by_person_id: askedBy, reason, asked_at: now })
    .execute()

/** The request, held, while its report is not made; undefined when it is made or gone. */
export const lockUnmade = (tx: Transaction, id: string) =>
  tx
    .selectFrom('subject_access_requests')
    .select(['id', 'person_id', 'asked_by_person_id', 'asked_at'])
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const saveReport = (tx: Transaction, id: string, report: Report, now: Temporal.Instant) =>
  tx
    .updateTable('subject_access_requests')
    .set({ made_at: now, records: recordsIn(report), report: json(report as never) })
    .where('id', '=', id)
    .execute()
