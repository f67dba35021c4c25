import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { nightSetting } from './night-queries.ts'

type Announcement = {
  rule: string
  months: number
  announcedOn: Temporal.PlainDate
  dueOn: Temporal.PlainDate
  records: number
  people: number
}

/** Notes what will be cleared on a day; null when that has been said already. */
export const insertAnnouncement = async (tx: Transaction, said: Announcement): Promise<string | null> =>
  (
    await tx
      .insertInto('retention_sweeps')
      .values({
        id: newId(),
        rule: said.rule,
        months: said.months,
        announced_on: said.announcedOn,
        due_on: said.dueOn,
        records_announced: said.records,
        people_announced: said.people,
      })
      .onConflict((conflict) => conflict.columns(['rule', 'due_on']).doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** What is due today and not done, held so that it is done once. */
export const lockDueSweeps = (tx: Transaction, today: Temporal.PlainDate) =>
  tx
    .selectFrom('retention_sweeps')
    .select(['id', 'rule', 'months', 'due_on', 'announced_on'])
    .where('carried_out_at', 'is', null)
    .where('due_on', '<=', today)
    .orderBy('due_on')
    .forUpdate()
    .execute()

export const noteCarriedOut = (
  tx: Transaction,
  done: { id: string; now: Temporal.Instant; records: number; people: number },
) =>
  tx
    .updateTable('retention_sweeps')
    .set({ carried_out_at: done.now, records_cleared: done.records, people_affected: done.people })
    .where('id', '=', done.id)
    .execute()

export const noteNight = (tx: Transaction, today: Temporal.PlainDate) =>
  tx
    .insertInto('settings')
    .values({ name: nightSetting, value: json(today.toString()) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json(today.toString()) }))
    .execute()

/** Old readings are deleted by the one function that may. */
export const forgetReads = async (tx: Transaction, before: Temporal.PlainDate): Promise<number> => {
  const { rows } = await sql<{ gone: number }>`select forget_personal_reads(${before}::timestamptz) as gone`.execute(tx)
  return rows[0]?.gone ?? 0
}

export const saveMonths = (
  tx: Transaction,
  { rule, months, by, now }: { rule: string; months: number; by: string; now: Temporal.Instant },
) =>
  tx
    .insertInto('retention_settings')
    .values({ rule, months, changed_at: now, changed_by_person_id: by })
    .onConflict((conflict) =>
      conflict.column('rule').doUpdateSet({ months, changed_at: now, changed_by_person_id: by }),
    )
    .execute()

/** Seals everything recorded until an hour ago: nothing older is still being written. */
export const insertSeal = (tx: Transaction, now: Temporal.Instant) =>
  sql`
  insert into history_seals (up_to_event_id, events, digest, sealed_at)
  select max(id), count(*), bit_xor(('x' || substr(encode(hash, 'hex'), 1, 16))::bit(64)::bigint), ${now}
  from events where recorded_at < now() - interval '1 hour' having count(*) > 0
  on conflict do nothing`.execute(tx)
