import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { actingOf } from '../vocabulary/actor.ts'
import type { Json } from '../vocabulary/json.ts'
import type { Context } from './context.ts'
import { json, type Reader, type Transaction } from './database/index.ts'

export type Subject = { readonly type: string; readonly id: string }

/** What happened: `name` is noun.past-participle; `particulars` hold ids and figures, `personal` what names or describes a person. */
export type Happening = {
  readonly name: string
  readonly subject: Subject
  readonly also?: readonly Subject[]
  readonly particulars?: Json
  readonly personal?: Json
}

export type RecordedEvent = {
  readonly id: number
  readonly name: string
  readonly occurredAt: Temporal.Instant
  readonly subject: Subject
  readonly actorKind: string
  /** "Rohan Petrescu for Nadia Rosewarne" where one acted for the other. */
  readonly actorName: string | null
  readonly actingBy: string | null
  /** The piece of work in which it happened. */
  readonly requestId: string | null
  readonly particulars: Readonly<Record<string, Json>>
  readonly personal: Readonly<Record<string, Json>> | null
}

/** Writes what happened into the history, in the transaction in which it happens (domain rule 14). */
export const record = async (tx: Transaction, context: Context, event: Happening): Promise<void> => {
  const salt = randomBytes(16)
  const personal = event.personal === undefined ? null : JSON.stringify(event.personal)
  const { kind, id, by } = actorColumns(context)
  const subjects = [event.subject, ...(event.also ?? [])]
  await sql`
    with event as (
      insert into events (occurred_at, name, subject_type, subject_id, actor_kind, actor_id, acting_by, request_id, particulars, personal_hash, hash)
      values (${context.now}, ${event.name}, ${event.subject.type}, ${event.subject.id}, ${kind}, ${id}, ${by}, ${context.requestId},
        ${json(event.particulars ?? {})}, sha256(${salt}::bytea || convert_to((${personal}::jsonb)::text, 'UTF8')), '')
      returning id
    ), personal as (
      insert into event_personal_values (event_id, salt, personal)
      select id, ${salt}::bytea, ${personal}::jsonb from event where ${personal}::jsonb is not null
    )
    insert into event_subjects (event_id, subject_type, subject_id)
    select distinct event.id, about.type, about.id
    from event, unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::uuid[]) as about (type, id)`.execute(
    tx,
  )
}

const actorColumns = ({ actor }: Context) => {
  const acting = actingOf(actor)
  // Whatever is done while somebody acts for another, by a link too, is done in the name of one by the other.
  if (acting) return { kind: 'person', id: acting.forId, by: acting.byId }
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', id: actor.personId, by: null }
    case 'link':
      return { kind: 'link', id: actor.subjectId, by: actor.purpose }
    case 'system':
      return { kind: 'system', id: null, by: actor.task }
    case 'visitor':
      return { kind: 'visitor', id: null, by: null }
  }
}

// What happened to a record that was merged into this one is told with it, under the id it had then.
const itself = (id: string) =>
  sql<string>`any (array(select ${id}::uuid union all select record_id from merged_records where into_id = ${id}::uuid))`

const told = (db: Reader) =>
  db
    .selectFrom('event_subjects as s')
    .innerJoin('events as e', 'e.id', 's.event_id')
    .leftJoin('event_personal_values as v', 'v.event_id', 'e.id')
    .leftJoin('people as p', (join) => join.onRef('p.id', '=', 'e.actor_id').on('e.actor_kind', '=', 'person'))
    .leftJoin('people as b', (join) =>
      join.on('e.actor_kind', '=', 'person').onRef(sql<string>`b.id::text`, '=', 'e.acting_by'),
    )
    .select([
      'e.id',
      'e.name',
      'e.occurred_at',
      'e.subject_type',
      'e.subject_id',
      'e.actor_kind',
      'e.acting_by',
      'e.request_id',
      'e.particulars',
      'v.personal',
      sql<string | null>`concat_ws(' for ', b.name, p.name)`.as('actor_name'),
    ])
    .orderBy('e.id', 'desc')
    .distinctOn('e.id')

type Row = Awaited<ReturnType<ReturnType<typeof told>['execute']>>[number]

const eventOf = (row: Row): RecordedEvent => ({
  id: row.id,
  name: row.name,
  occurredAt: row.occurred_at,
  subject: { type: row.subject_type, id: row.subject_id },
  actorKind: row.actor_kind,
  actorName: row.actor_name || null,
  actingBy: row.acting_by,
  requestId: row.request_id,
  particulars: row.particulars as Record<string, Json>,
  personal: row.personal as Record<string, Json> | null,
})

/** Everything that happened to one thing, latest first; and to what was merged into it. */
export const historyOf = async (db: Reader, subject: Subject): Promise<readonly RecordedEvent[]> =>
  (
    await told(db).where('s.subject_type', '=', subject.type).where('s.subject_id', '=', itself(subject.id)).execute()
  ).map(eventOf)

/** What happened of one name to several things of a kind, latest first, each told with the thing it happened to: one question. */
export const happenedTo = async (
  db: Reader,
  { type, ids, name }: { readonly type: string; readonly ids: readonly string[]; readonly name: string },
): Promise<readonly RecordedEvent[]> =>
  ids.length === 0
    ? []
    : (
        await told(db)
          .where('s.subject_type', '=', type)
          .where('s.subject_id', 'in', [...ids])
          .where('e.name', '=', name)
          .whereRef('e.subject_id', '=', 's.subject_id')
          .execute()
      ).map(eventOf)
