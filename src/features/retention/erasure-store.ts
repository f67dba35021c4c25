import { type RawBuilder, sql } from 'kysely'
import { json as asJson, type Transaction } from '../../platform/database/index.ts'
import {
  belongsTo,
  changesOf,
  type DataSubject,
  goesWhole,
  type Holding,
  holdings,
  stillHolds,
} from '../personal-fields/index.ts'

/** Erases the rows of a holding that meet the condition on `t`: deletes them, or clears and replaces their fields. Says how many. */
export const eraseRows = async (tx: Transaction, holding: Holding, when: RawBuilder<boolean>): Promise<number> => {
  const table = sql.table(holding.table)
  if (goesWhole(holding)) {
    const { numAffectedRows } = await sql`delete from ${table} t where ${when}`.execute(tx)
    return Number(numAffectedRows ?? 0)
  }
  const changes = changesOf(holding)
  if (changes.length === 0) return 0
  const set = changes.map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { numAffectedRows } =
    await sql`update ${table} t set ${sql.join(set)} where ${stillHolds(holding)} and ${when}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Holds the person's row, so that nothing about them begins while they are erased; whether they are there to be erased. */
export const lockPerson = async (tx: Transaction, personId: string): Promise<boolean> =>
  (await tx
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined

const holdingOf = (key: string): Holding => {
  const found = holdings.find((holding) => holding.key === key)
  if (!found) throw new Error(`Nothing held is called ${key}`)
  return found
}

/** Signed links about the person, whenever they were made, open no more. */
export const endLinks = (tx: Transaction, subject: DataSubject, now: Temporal.Instant) =>
  sql`
  insert into ended_links (subject_id, purpose, ended_at)
  select id, purpose, ${now} from (
    select unnest(${[...subject.personIds]}::uuid[]) as id, '' as purpose
    union select id, '' from participants where person_id = any(${[...subject.personIds]}::uuid[])
    union select q.id, '' from task_requests q join participants a on a.id = q.participant_id where a.person_id = any(${[...subject.personIds]}::uuid[])
    union select s.id, '' from statements s join participants a on a.id = s.participant_id where a.person_id = any(${[...subject.personIds]}::uuid[])
    union select p.id, '' from places p where p.person_id = any(${[...subject.personIds]}::uuid[])
    union select t.id, '' from expressions_of_interest t where ${belongsTo(holdingOf('interest-sent'), subject)}
    union select t.id, 'headteacher' from expressions_of_interest t where ${belongsTo(holdingOf('interest-headteacher'), subject)}
    union select t.id, '' from invitations t where ${belongsTo(holdingOf('invitations'), subject)}
    union select t.id, '' from address_changes t where t.person_id = any(${[...subject.personIds]}::uuid[])
  ) theirs on conflict do nothing`.execute(tx)

/** Their parts end today, and their statements are withdrawn: both stay, as of an erased person. */
export const endWhatTheyHold = async (
  tx: Transaction,
  personId: string,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<void> => {
  await sql`update roles set to_on = greatest(from_on, ${today}::date) where person_id = ${personId} and (to_on is null or to_on > ${today})`.execute(
    tx,
  )
  await sql`update statements set withdrawn_at = ${now}, withdrawn_reason = 'The person was erased'
    where withdrawn_at is null and participant_id in (select id from participants where person_id = ${personId})`.execute(
    tx,
  )
}

/** Mail to them that was not sent is not sent: its jobs go before it. */
export const removeQueuedMail = (tx: Transaction, subject: DataSubject) =>
  sql`
  select graphile_worker.remove_job('message:' || t.id) from messages t
  where t.sent_at is null and ${belongsTo(holdingOf('messages'), subject)}`.execute(tx)

/** The demonstration forgets a member of its cast who was erased. */
export const removeFromCast = async (tx: Transaction, { addresses }: DataSubject): Promise<void> => {
  const row = await tx
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'demonstration-cast')
    .executeTakeFirst()
  const cast = row?.value
  if (!Array.isArray(cast)) return
  const rest = (cast as readonly { email?: string }[]).filter(
    ({ email }) => !addresses.includes(String(email).toLowerCase()),
  )
  if (rest.length < cast.length)
    await tx
      .updateTable('settings')
      .set({ value: asJson(rest as never) })
      .where('name', '=', 'demonstration-cast')
      .execute()
}

export const markErased = (tx: Transaction, { personIds }: DataSubject, now: Temporal.Instant) =>
  tx
    .updateTable('people')
    .set({ erased_at: now })
    .where('id', 'in', [...personIds])
    .execute()
