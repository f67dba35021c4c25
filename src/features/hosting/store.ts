import { refusedBy, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { HostingStatus, PlaceDetails } from './hosting.ts'

export type Willingness = {
  readonly organisationId: string
  readonly isWilling: boolean
  readonly room: number | null
}

export const saveWillingness = async (
  tx: Transaction,
  groupId: string,
  stated: readonly Willingness[],
  now: Temporal.Instant,
): Promise<void> => {
  if (stated.length === 0) return
  await tx
    .insertInto('host_willingness')
    .values(
      stated.map(({ organisationId, isWilling, room }) => ({
        group_id: groupId,
        organisation_id: organisationId,
        is_willing: isWilling,
        people_room: room,
        stated_at: now,
      })),
    )
    .onConflict((there) =>
      there.constraint('host_willingness_pkey').doUpdateSet((set) => ({
        is_willing: set.ref('excluded.is_willing'),
        people_room: set.ref('excluded.people_room'),
        stated_at: set.ref('excluded.stated_at'),
      })),
    )
    .execute()
}

/** Asks a school to host a session; null when somebody is asked or hosts it already. */
export const insertHosting = async (
  tx: Transaction,
  hosting: { readonly sessionId: string; readonly organisationId: string; readonly now: Temporal.Instant },
): Promise<string | null> => {
  const id = newId()
  try {
    await tx
      .insertInto('hostings')
      .values({
        id,
        session_id: hosting.sessionId,
        organisation_id: hosting.organisationId,
        status: 'asked',
        asked_at: hosting.now,
      })
      .execute()
    return id
  } catch (problem) {
    if (refusedBy(problem) === 'hostings_one_live_a_session') return null
    throw problem
  }
}

/** Keeps that somebody of a school is asked by mail: gives what their link stands for. */
export const insertAsking = async (
  tx: Transaction,
  asking: { readonly hostingId: string; readonly personId: string; readonly now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('host_askings')
    .values({ id, hosting_id: asking.hostingId, person_id: asking.personId, asked_at: asking.now })
    .execute()
  return id
}

export const lockHosting = (tx: Transaction, id: string) =>
  tx
    .selectFrom('hostings')
    .select(['id', 'session_id as sessionId', 'organisation_id as organisationId', 'status'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const setHosting = (
  tx: Transaction,
  id: string,
  { status, now, details }: { status: HostingStatus; now: Temporal.Instant | null; details?: PlaceDetails },
) =>
  tx
    .updateTable('hostings')
    .set({
      status,
      answered_at: now,
      ...(details ? { room: details.room, parking: details.parking, way_in: details.wayIn, lunch: details.lunch } : {}),
    })
    .where('id', '=', id)
    .execute()
