import { sql } from 'kysely'
import { refusedBy, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { SessionDetails, SessionKind, SessionMode, SessionStatus } from './session.ts'

export type LockedSession = SessionDetails & {
  readonly id: string
  readonly groupId: string
  readonly number: number
  readonly status: SessionStatus
  readonly sequence: number
}

export const lockSession = async (tx: Transaction, id: string): Promise<LockedSession | null> => {
  const row = await tx.selectFrom('sessions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    groupId: row.group_id,
    number: row.number,
    status: row.status as SessionStatus,
    sequence: row.sequence,
    kind: row.kind as SessionKind,
    title: row.title,
    onDate: row.on_date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mode: row.mode as SessionMode,
    venueId: row.venue_id,
    hostOrganisationId: row.host_organisation_id,
    onlineLink: row.online_link,
    practicalNotes: row.practical_notes,
  }
}

const columns = (details: SessionDetails) => ({
  title: details.title,
  kind: details.kind,
  on_date: details.onDate,
  starts_at: details.startsAt,
  ends_at: details.endsAt,
  mode: details.mode,
  venue_id: details.venueId,
  host_organisation_id: details.hostOrganisationId,
  online_link: details.onlineLink,
  practical_notes: details.practicalNotes,
})

export const insertSession = async (
  tx: Transaction,
  groupId: string,
  session: SessionDetails & { number: number; status: SessionStatus },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('sessions')
    .values({ id, group_id: groupId, number: session.number, status: session.status, ...columns(session) })
    .execute()
  return id
}

export const setSessionDetails = (
  tx: Transaction,
  id: string,
  details: SessionDetails,
  how: { movedAt: Temporal.Instant | null },
) =>
  tx
    .updateTable('sessions')
    .set((set) => ({
      ...columns(details),
      sequence: set('sequence', '+', 1),
      ...(how.movedAt ? { moved_at: how.movedAt } : {}),
    }))
    .where('id', '=', id)
    .execute()

/** A new state; `isNews` when people who were told the session have to be told this. */
export const setSessionStatus = (
  tx: Transaction,
  id: string,
  status: SessionStatus,
  how: { reason?: string | null; isNews: boolean },
) =>
  tx
    .updateTable('sessions')
    .set((set) => ({
      status,
      status_reason: how.reason ?? null,
      ...(how.isNews ? { sequence: set('sequence', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute()

/** Makes those who plan for the same leads wait for each other, so that a clash is seen and named before the database refuses it. */
export const lockLeads = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
  for (const personId of [...personIds].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`leads:${personId}`}, 5))`.execute(tx)
}

export const freeLeads = (tx: Transaction, sessionId: string) =>
  tx.deleteFrom('session_leads').where('session_id', '=', sessionId).execute()

/** The leads are taken for the time of the session; false when the database knows of another at that time (domain rule 4). */
export const occupyLeads = async (
  tx: Transaction,
  sessionId: string,
  personIds: readonly string[],
  period: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<boolean> => {
  if (personIds.length === 0) return true
  try {
    await tx
      .insertInto('session_leads')
      .values(
        personIds.map((personId) => ({
          session_id: sessionId,
          person_id: personId,
          during: sql<string>`tstzrange(${period.from}, ${period.to}, '[)')`,
        })),
      )
      .execute()
    return true
  } catch (problem) {
    if (refusedBy(problem) === 'session_leads_not_in_two_sessions_at_once') return false
    throw problem
  }
}

export type Told = {
  readonly sessionId: string
  readonly personId: string
  readonly sequence: number
  readonly method: 'REQUEST' | 'CANCEL'
  /** The SEQUENCE that went into their calendar. */
  readonly sentSequence: number
}

export const keepTold = async (tx: Transaction, told: readonly Told[], at: Temporal.Instant): Promise<void> => {
  if (told.length === 0) return
  await tx
    .insertInto('session_invitations')
    .values(
      told.map((each) => ({
        session_id: each.sessionId,
        person_id: each.personId,
        sequence: each.sequence,
        method: each.method,
        sent_at: at,
        sent_sequence: each.sentSequence,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'person_id']).doUpdateSet((set) => ({
        sequence: set.ref('excluded.sequence'),
        method: set.ref('excluded.method'),
        sent_at: set.ref('excluded.sent_at'),
        sent_sequence: set.ref('excluded.sent_sequence'),
      })),
    )
    .execute()
}
