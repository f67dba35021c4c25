import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { GroupStatus, Joining, Room } from './group.ts'
import type { Held } from './policy.ts'
import { roomOfGroups } from './room-queries.ts'
import type { SharedRoom } from './shares.ts'

export type LockedGroup = Held &
  Room &
  Joining & {
    readonly name: string
    readonly status: GroupStatus
    readonly projectId: string
    readonly offerId: string | null
    readonly year: number
    readonly organisationsMinimum: number
    readonly venueId: string | null
    readonly onlineLink: string | null
    readonly projectTitle: string
    /** Its room, with what each of its hubs has of it. */
    readonly shared: SharedRoom
  }

/** The group's row, locked: whoever changes its room, places or dates waits here for whoever came first. */
export const lockGroupRow = async (tx: Transaction, id: string): Promise<LockedGroup | null> => {
  const row = await tx
    .selectFrom('groups as g')
    .innerJoin('projects as p', 'p.id', 'g.project_id')
    .selectAll('g')
    .select(['p.unit', 'p.audiences', 'p.title'])
    .where('g.id', '=', id)
    .forUpdate('g')
    .executeTakeFirst()
  if (!row) return null
  const shared = (await roomOfGroups(tx, [id])).get(id)
  if (!shared) return null
  return {
    id: row.id,
    hubId: row.hub_id,
    partnerHubIds: shared.partners.map(({ hubId }) => hubId),
    shared,
    name: row.name,
    status: row.status as GroupStatus,
    projectId: row.project_id,
    projectTitle: row.title,
    offerId: row.offer_id,
    year: row.year,
    unit: row.unit as Joining['unit'],
    audiences: row.audiences,
    organisationsRoom: row.organisations_room,
    organisationsTaken: row.organisations_taken,
    peopleRoom: row.people_room,
    peopleTaken: row.people_taken,
    organisationsMinimum: row.organisations_minimum,
    venueId: row.venue_id,
    onlineLink: row.online_link,
  }
}

export type NewGroup = {
  hubId: string
  offerId: string
  projectId: string
  year: number
  themeId: string | null
  name: string
  organisationsRoom: number
  peopleRoom: number
  organisationsMinimum: number
  venueId: string | null
  onlineLink: string | null
  policyId: string | null
  continuesGroupId: string | null
  now: Temporal.Instant
}

/** One at a time makes groups of an offer, so that of two who press the button the second sees the first. */
export const lockOffer = (tx: Transaction, offerId: string) =>
  tx.selectFrom('offers').select('id').where('id', '=', offerId).forNoKeyUpdate().executeTakeFirst()

/** Whether an offer has a group of this name that has not been called off. */
export const hasGroupNamed = async (tx: Transaction, offerId: string, name: string): Promise<boolean> =>
  (await tx
    .selectFrom('groups')
    .select('id')
    .where('offer_id', '=', offerId)
    .where('name', '=', name)
    .where('status', 'not in', ['cancelled', 'merged'])
    .executeTakeFirst()) !== undefined

export const insertGroup = async (tx: Transaction, group: NewGroup): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('groups')
    .values({
      id,
      hub_id: group.hubId,
      offer_id: group.offerId,
      project_id: group.projectId,
      year: group.year,
      theme_id: group.themeId,
      name: group.name,
      organisations_room: group.organisationsRoom,
      people_room: group.peopleRoom,
      organisations_minimum: group.organisationsMinimum,
      venue_id: group.venueId,
      online_link: group.onlineLink,
      policy_id: group.policyId,
      continues_group_id: group.continuesGroupId,
      created_at: group.now,
    })
    .execute()
  return id
}

export const insertPartners = async (tx: Transaction, groupId: string, hubIds: readonly string[]): Promise<void> => {
  if (hubIds.length === 0) return
  await tx
    .insertInto('group_partner_hubs')
    .values(hubIds.map((hubId) => ({ group_id: groupId, hub_id: hubId })))
    .execute()
}

export const deletePartner = (tx: Transaction, groupId: string, hubId: string) =>
  tx.deleteFrom('group_partner_hubs').where('group_id', '=', groupId).where('hub_id', '=', hubId).execute()

export const setGroupStatus = (
  tx: Transaction,
  id: string,
  status: GroupStatus,
  how: { reason?: string | null; completedAt?: Temporal.Instant; mergedIntoId?: string } = {},
) =>
  tx
    .updateTable('groups')
    .set({
      status,
      status_reason: how.reason ?? null,
      ...(how.completedAt ? { completed_at: how.completedAt } : {}),
      ...(how.mergedIntoId ? { merged_into_id: how.mergedIntoId } : {}),
    })
    .where('id', '=', id)
    .execute()

export type GroupDetails = {
  name: string
  organisationsRoom: number
  peopleRoom: number
  organisationsMinimum: number
  venueId: string | null
  onlineLink: string | null
}

export const setGroupDetails = (tx: Transaction, id: string, details: GroupDetails) =>
  tx
    .updateTable('groups')
    .set({
      name: details.name,
      organisations_room: details.organisationsRoom,
      people_room: details.peopleRoom,
      organisations_minimum: details.organisationsMinimum,
      venue_id: details.venueId,
      online_link: details.onlineLink,
    })
    .where('id', '=', id)
    .execute()
