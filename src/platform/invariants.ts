import { sql } from 'kysely'
import type { Reader } from './database/index.ts'

/** A rule that always holds, as a query that finds what breaks it: each row's `fault` says where. */
export type Invariant = { readonly rule: string; readonly query: string }

export type Fault = { readonly rule: string; readonly fault: string }

const mostShown = 50

/** Everything that breaks a rule, one entry a row; empty when all is well. */
export const findFaults = async (db: Reader, invariants: readonly Invariant[]): Promise<readonly Fault[]> => {
  const faults: Fault[] = []
  for (const { rule, query } of invariants) {
    const { rows } = await sql<{ fault: string }>`${sql.raw(query)} limit ${sql.lit(mostShown)}`.execute(db)
    faults.push(...rows.map(({ fault }) => ({ rule, fault })))
  }
  return faults
}

const lanes = 2

/** The same over two connections at once, for long histories: told in the order of the rules. */
export const findFaultsQuickly = async (db: Reader, invariants: readonly Invariant[]): Promise<readonly Fault[]> => {
  const found = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      findFaults(
        db,
        invariants.filter((_each, at) => at % lanes === lane),
      ),
    ),
  )
  const places = new Map(invariants.map(({ rule }, at) => [rule, at]))
  return found.flat().toSorted((one, other) => (places.get(one.rule) ?? 0) - (places.get(other.rule) ?? 0))
}

/** What must hold of the installation itself: the history's chain, and mail. */
export const platformInvariants: readonly Invariant[] = [
  {
    rule: 'The history of each thing is one unbroken chain',
    query: `select format('event %s (%s) does not follow the one before it', e.id, e.name) as fault from (
      select id, name, previous_hash, lag(hash) over (partition by subject_type, subject_id order by id) as expected from events) e
      where e.previous_hash is distinct from e.expected`,
  },
  {
    rule: 'No event has been changed since it was written',
    query: `select format('event %s (%s) has another content than its hash says', id, name) as fault from events
      where hash <> sha256(convert_to(concat_ws('|', encode(coalesce(previous_hash, ''), 'hex'), extract(epoch from occurred_at), name,
        subject_type, subject_id, actor_kind, actor_id, acting_by, particulars::text, encode(coalesce(personal_hash, ''), 'hex')), 'UTF8'))`,
  },
  {
    rule: 'Personal values of the history are as they were recorded, or erased',
    query: `select format('the personal values of event %s are not the recorded ones', e.id) as fault from events e join event_personal_values v on v.event_id = e.id
      where e.personal_hash is distinct from sha256(v.salt || convert_to(v.personal::text, 'UTF8'))`,
  },
  {
    rule: 'The application may only append to the history (rule 14)',
    query: `select format('tessellate_app may %s %s', lower(p.deed), p.name) as fault from (
      select t.name, r.deed from unnest(array['events', 'event_subjects', 'published_figures']) as t(name), unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as r(deed)) p
      where has_table_privilege('tessellate_app', p.name, p.deed)`,
  },
  {
    rule: 'No message was cut off between the mail server and our record of it (rule 8)',
    query: `select format('message %s was being sent when the program was killed: it may arrive twice, with the same Message-ID', id) as fault from messages
      where sent_at is null and failed_at is null and sending_since < now() - interval '1 hour' and attempts = 0`,
  },
]
