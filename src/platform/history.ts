import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
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
  readonly actorName: string | null
  readonly actingBy: string | null
  readonly particulars: Readonly<Record<string, Json>>
  readonly personal: Readonly<Record<string, Json>> | null
}

/** Writes what happened into the history, in the transaction in which it happens (domain rule 14). */
export const record = async (tx: Transaction, context: Context, event: Happening): Promise<void> => {
  const salt = randomBytes(16)
  const personal = event.personal === undefined ? null : JSON.stringify(event.personal)
  const { id } = await tx
    .insertInto('events')
    .values({
      occurred_at: context.now,
      name: event.name,
      subject_type: event.subject.type,
      subject_id: event.subject.id,
      ...actorColumns(context),
      request_id: context.requestId,
      particulars: json(event.particulars ?? {}),
      personal_hash:
        personal === null
          ? null
          : sql<Buffer>`sha256(${salt}::bytea || convert_to((${personal}::jsonb)::text, 'UTF8'))`,
      hash: Buffer.alloc(0),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (personal !== null) {
    await tx
      .insertInto('event_personal_values')
      .values({ event_id: id, salt, personal: sql`${personal}::jsonb` })
      .execute()
  }
  const subjects = [event.subject, ...(event.also ?? [])]
  await tx
    .insertInto('event_subjects')
    .values(subjects.map((subject) => ({ event_id: id, subject_type: subject.type, subject_id: subject.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const actorColumns = ({ actor }: Context) => {
  switch (actor.kind) {
    case 'person':
      return { actor_kind: 'person', actor_id: actor.personId, acting_by: null }
    case 'link':
      return { actor_kind: 'link', actor_id: actor.subjectId, acting_by: actor.purpose }
    case 'system':
      return { actor_kind: 'system', actor_id: null, acting_by: actor.task }
    case 'visitor':
      return { actor_kind: 'visitor', actor_id: null, acting_by: null }
  }
}

/** Everything that happened to one thing, latest first. */
export const historyOf = async (db: Reader, subject: Subject): Promise<readonly RecordedEvent[]> => {
  const rows = await db
    .selectFrom('event_subjects as s')
    .innerJoin('events as e', 'e.id', 's.event_id')
    .leftJoin('event_personal_values as v', 'v.event_id', 'e.id')
    .leftJoin('people as p', (join) => join.onRef('p.id', '=', 'e.actor_id').on('e.actor_kind', '=', 'person'))
    .select([
      'e.id',
      'e.name',
      'e.occurred_at',
      'e.subject_type',
      'e.subject_id',
      'e.actor_kind',
      'e.acting_by',
      'e.particulars',
      'v.personal',
      'p.name as actor_name',
    ])
    .where('s.subject_type', '=', subject.type)
    .where('s.subject_id', '=', subject.id)
    .orderBy('e.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    occurredAt: row.occurred_at,
    subject: { type: row.subject_type, id: row.subject_id },
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    actingBy: row.acting_by,
    particulars: row.particulars as Record<string, Json>,
    personal: row.personal as Record<string, Json> | null,
  }))
}
