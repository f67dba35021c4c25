import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Joined, RefusedRow } from './report.ts'

const joined: z.ZodType<readonly Joined[]> = z.array(
  z.object({
    name: z.string(),
    email: z.string().nullable(),
    rows: z.array(z.number()),
    stretches: z.array(z.tuple([z.number(), z.number().nullable()])),
    seconds: z.number().nullable(),
  }),
)
const refused: z.ZodType<readonly RefusedRow[]> = z.array(
  z.object({ row: z.number(), what: z.string(), why: z.string() }),
)

/** A report of a session that waits to be confirmed; null where there is none, or it has been settled. */
export const reportOf = async (db: Reader, sessionId: string, id: string) => {
  const row = await db
    .selectFrom('meeting_reports')
    .selectAll()
    .where('id', '=', id)
    .where('session_id', '=', sessionId)
    .where('status', '=', 'proposed')
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        fileName: row.file_name,
        readAs: row.read_as,
        joined: stored(joined, row.joined, 'a report of a meeting'),
        refused: stored(refused, row.refused, 'a report of a meeting'),
      }
    : null
}

/** Reports of a session that wait to be confirmed, latest first. */
export const reportsWaiting = (db: Reader, sessionId: string) =>
  db
    .selectFrom('meeting_reports')
    .select(['id', 'file_name as fileName', 'sent_at as sentAt'])
    .where('session_id', '=', sessionId)
    .where('status', '=', 'proposed')
    .orderBy('sent_at', 'desc')
    .execute()

/** The addresses by which participants may appear in a report: all that are theirs today, in small letters. */
export const addressesOfParticipants = async (
  db: Reader,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await db
    .selectFrom('participants as a')
    .innerJoin('email_addresses as m', 'm.person_id', 'a.person_id')
    .select(['a.id', sql<string>`lower(m.address::text)`.as('address')])
    .where('a.id', '=', sql<string>`any(${[...participantIds]}::uuid[])`)
    .where('m.to_at', 'is', null)
    .execute()
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ address }) => address)]))
}

/** Reports that nobody has confirmed since a moment. */
export const reportsForgotten = (db: Reader, before: Temporal.Instant) =>
  db
    .selectFrom('meeting_reports')
    .select(['id', 'session_id as sessionId'])
    .where('status', '=', 'proposed')
    .where('sent_at', '<', before)
    .execute()
