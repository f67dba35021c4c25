import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { NamedPerson, NeedsTold, PlaceStatus } from './place.ts'
import { hubsOfPlace, interestsOfPlace } from './queries.ts'

export type NewPlace = {
  groupId: string
  projectId: string
  organisationId: string
  personId: string | null
  peopleCount: number
  /** The partner hub out of whose share it is. */
  partnerHubId: string | null
  status: 'offered' | 'held'
  respondBy: Temporal.Instant | null
  /** The place in another group that this one goes on with. */
  continuesId?: string
  now: Temporal.Instant
}

/** Adds a place; null when the organisation or person has a live one in the project, even one given at this very moment. */
export const insertPlace = async (tx: Transaction, place: NewPlace): Promise<string | null> => {
  const row = await tx
    .insertInto('places')
    .values({
      id: newId(),
      group_id: place.groupId,
      project_id: place.projectId,
      organisation_id: place.organisationId,
      person_id: place.personId,
      people_count: place.peopleCount,
      partner_hub_id: place.partnerHubId,
      status: place.status,
      offered_at: place.status === 'offered' ? place.now : null,
      respond_by: place.respondBy,
      held_at: place.status === 'held' ? place.now : null,
      continues_place_id: place.continuesId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type LockedPlace = {
  readonly id: string
  readonly groupId: string
  readonly organisationId: string
  readonly personId: string | null
  readonly peopleCount: number
  readonly status: PlaceStatus
  readonly respondBy: Temporal.Instant | null
  readonly partnerHubId: string | null
  /** Partner hubs whose own organisation holds the place. */
  readonly hubIds: readonly string[]
  /** The requests that the place was given to: whoever holds a link of one of them answers for this place, and for no other. */
  readonly interestIds: readonly string[]
}

export const lockPlace = async (
  tx: Transaction,
  id: string,
  today: Temporal.PlainDate,
): Promise<LockedPlace | null> => {
  const row = await tx.selectFrom('places').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row
    ? {
        id: row.id,
        groupId: row.group_id,
        organisationId: row.organisation_id,
        personId: row.person_id,
        peopleCount: row.people_count,
        status: row.status as PlaceStatus,
        respondBy: row.respond_by,
        partnerHubId: row.partner_hub_id,
        hubIds: await hubsOfPlace(tx, row.id, today),
        interestIds: await interestsOfPlace(tx, row.id),
      }
    : null
}

export type PlaceMove = {
  status: PlaceStatus
  reason?: string | null
  heldAt?: Temporal.Instant
  endedAt?: Temporal.Instant
}

export const setPlaceStatus = (tx: Transaction, id: string, move: PlaceMove) =>
  tx
    .updateTable('places')
    .set({
      status: move.status,
      status_reason: move.reason ?? null,
      ...(move.heldAt ? { held_at: move.heldAt } : {}),
      ...(move.endedAt ? { ended_at: move.endedAt } : {}),
    })
    .where('id', '=', id)
    .execute()

export const setPeopleCount = (tx: Transaction, id: string, peopleCount: number) =>
  tx.updateTable('places').set({ people_count: peopleCount }).where('id', '=', id).execute()

export const insertParticipants = async (
  tx: Transaction,
  placeId: string,
  people: readonly (Omit<NamedPerson, 'part'> & { readonly part: NamedPerson['part'] | 'substitute' })[],
  how: { status: 'named' | 'taking_part'; from: Temporal.PlainDate; until?: Temporal.PlainDate },
): Promise<readonly string[]> => {
  if (people.length === 0) return []
  const ids = people.map(() => newId())
  await tx
    .insertInto('participants')
    .values(
      people.map((person, at) => ({
        id: ids[at] ?? newId(),
        place_id: placeId,
        person_id: person.personId,
        part: person.part,
        post: person.post,
        status: how.status,
        access_needs: person.accessNeeds?.trim() || null,
        needs: person.needs && person.needs.length > 0 ? [...person.needs] : null,
        from_on: how.from,
        to_on: how.until ?? null,
      })),
    )
    .execute()
  return ids
}

/** Moves everybody who takes part under a place on: those who take part now, or the end of it. */
export const setParticipantsOfPlace = (
  tx: Transaction,
  placeId: string,
  how: { status: 'taking_part' | 'completed' | 'left'; until?: Temporal.PlainDate },
) =>
  tx
    .updateTable('participants')
    .set({ status: how.status, ...(how.until ? { to_on: how.until } : {}) })
    .where('place_id', '=', placeId)
    .where('to_on', 'is', null)
    .execute()

export const setParticipant = (
  tx: Transaction,
  id: string,
  person: Pick<NamedPerson, 'part' | 'post' | 'accessNeeds'>,
) =>
  tx
    .updateTable('participants')
    .set((set) => ({
      part: person.part,
      post: person.post,
      // What somebody said of themselves stays.
      access_needs: set
        .case()
        .when('needs_told_at', 'is not', null)
        .then(set.ref('access_needs'))
        .else(person.accessNeeds?.trim() || null)
        .end(),
    }))
    .where('id', '=', id)
    .execute()

export const endParticipants = async (
  tx: Transaction,
  ids: readonly string[],
  until: Temporal.PlainDate,
): Promise<void> => {
  if (ids.length === 0) return
  await tx.updateTable('participants').set({ status: 'left', to_on: until }).where('id', 'in', ids).execute()
}

export const setGroupOfPlace = (tx: Transaction, id: string, to: { groupId: string; partnerHubId: string | null }) =>
  tx.updateTable('places').set({ group_id: to.groupId, partner_hub_id: to.partnerHubId }).where('id', '=', id).execute()

export const setOrganisationOfPlace = (tx: Transaction, id: string, organisationId: string) =>
  tx.updateTable('places').set({ organisation_id: organisationId }).where('id', '=', id).execute()

/** Notes what somebody needs wherever they take part today; gives the places concerned. */
export const setNeedsOfPerson = (
  tx: Transaction,
  personId: string,
  { kinds, words }: NeedsTold,
  now: Temporal.Instant,
) =>
  tx
    .updateTable('participants')
    .set({ access_needs: words, needs: kinds.length > 0 ? [...kinds] : null, needs_told_at: now })
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .where('status', 'in', ['named', 'taking_part'])
    .returning('place_id as placeId')
    .execute()
