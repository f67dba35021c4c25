import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Fact, FactKind } from './correction.ts'
import type { NewArea, NewLead } from './hub-change.ts'

/** Hubs locked in the same order by everybody: of two who change them at once the second sees what the first did. */
export const lockHubs = (tx: Transaction, ids: readonly string[]) =>
  tx
    .selectFrom('hubs')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

type Since = { readonly from: Temporal.PlainDate; readonly now: Temporal.Instant }
const lastDayBefore = (from: Temporal.PlainDate) => from.subtract({ days: 1 })

export type NewHub = {
  readonly slug: string
  readonly name: string
  readonly region: string | null
  readonly email: string | null
}

/** Makes a hub that opens on a day; null when its address is taken. */
export const insertHub = async (tx: Transaction, hub: NewHub, { from, now }: Since): Promise<string | null> => {
  const row = await tx
    .insertInto('hubs')
    .values({
      id: newId(),
      slug: hub.slug,
      region: hub.region,
      email: hub.email,
      opened_on: from,
      details_from_on: from,
    })
    .onConflict((conflict) => conflict.constraint('hubs_slug_is_unique').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await tx.insertInto('hub_names').values({ hub_id: row.id, name: hub.name, from_on: from, recorded_at: now }).execute()
  return row.id
}

/** Ends today's name and begins another. */
export const replaceName = async (tx: Transaction, hubId: string, name: string, since: Since): Promise<void> => {
  await tx
    .updateTable('hub_names')
    .set({ to_on: lastDayBefore(since.from) })
    .where('hub_id', '=', hubId)
    .where('to_on', 'is', null)
    .execute()
  await tx
    .insertInto('hub_names')
    .values({ hub_id: hubId, name, from_on: since.from, recorded_at: since.now })
    .execute()
}

export const endLeads = (tx: Transaction, ids: readonly string[], from: Temporal.PlainDate) =>
  ids.length === 0
    ? null
    : tx
        .updateTable('hub_lead_organisations')
        .set({ to_on: lastDayBefore(from) })
        .where('id', 'in', [...ids])
        .execute()

export const insertLeads = (tx: Transaction, hubId: string, leads: readonly NewLead[], { from, now }: Since) =>
  leads.length === 0
    ? null
    : tx
        .insertInto('hub_lead_organisations')
        .values(
          leads.map(({ name, organisationId }) => ({
            id: newId(),
            hub_id: hubId,
            name,
            organisation_id: organisationId,
            from_on: from,
            recorded_at: now,
          })),
        )
        .execute()

export const endAreas = (tx: Transaction, ids: readonly string[], from: Temporal.PlainDate) =>
  ids.length === 0
    ? null
    : tx
        .updateTable('hub_areas')
        .set({ to_on: lastDayBefore(from) })
        .where('id', 'in', [...ids])
        .execute()

export const insertAreas = (tx: Transaction, hubId: string, areas: readonly NewArea[], { from, now }: Since) =>
  areas.length === 0
    ? null
    : tx
        .insertInto('hub_areas')
        .values(
          areas.map(({ authorityCode, describedAs, part }) => ({
            id: newId(),
            hub_id: hubId,
            authority_code: authorityCode,
            described_as: describedAs,
            part,
            from_on: from,
            recorded_at: now,
          })),
        )
        .execute()

export type HubDetails = {
  readonly website: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly about: string | null
}
type HubRow = Awaited<ReturnType<typeof lockHubs>>[number]

/** Puts new details in the hub's row; what stood there before is kept up to the day before, unless it began today. */
export const replaceDetails = async (
  tx: Transaction,
  before: HubRow,
  details: HubDetails,
  { from, now }: Since,
): Promise<void> => {
  const { id: hubId, website, email, telephone, about, area_described, details_from_on } = before
  const isOlder = details_from_on === null || Temporal.PlainDate.compare(details_from_on, from) < 0
  if (isOlder)
    await tx
      .insertInto('former_hub_details')
      .values({
        id: newId(),
        ...{ hub_id: hubId, website, email, telephone, about, area_described },
        from_on: details_from_on,
        to_on: lastDayBefore(from),
        recorded_at: now,
      })
      .execute()
  await tx
    .updateTable('hubs')
    .set({ ...details, details_from_on: isOlder ? from : details_from_on })
    .where('id', '=', hubId)
    .execute()
}

/** Writes the privacy notice anew from a day; one that began that very day is written over. An empty one only ends the last. */
export const replaceNotice = async (
  tx: Transaction,
  hubId: string,
  notice: string | null,
  { from, now }: Since,
): Promise<void> => {
  await tx.deleteFrom('hub_privacy_notices').where('hub_id', '=', hubId).where('from_on', '=', from).execute()
  await tx
    .updateTable('hub_privacy_notices')
    .set({ to_on: lastDayBefore(from) })
    .where('hub_id', '=', hubId)
    .where('to_on', 'is', null)
    .execute()
  if (notice === null) return
  await tx
    .insertInto('hub_privacy_notices')
    .values({ id: newId(), hub_id: hubId, notice, from_on: from, recorded_at: now })
    .execute()
}

const factTables = {
  name: { table: 'hub_names', text: 'name' },
  lead: { table: 'hub_lead_organisations', text: 'name' },
  area: { table: 'hub_areas', text: 'described_as' },
} as const

/** Writes a fact as it should have been, and lets the one it replaced end the day before. */
export const correctFact = async (
  tx: Transaction,
  corrected: {
    readonly kind: FactKind
    readonly before: Fact
    readonly text: string
    readonly from: Temporal.PlainDate | null
    readonly neighbour: Fact | null
  },
): Promise<void> => {
  const { kind, before, text, from, neighbour } = corrected
  const place = factTables[kind]
  if (neighbour && from)
    await tx
      .updateTable(place.table)
      .set({ to_on: lastDayBefore(from) })
      .where('id', '=', neighbour.id)
      .execute()
  await tx
    .updateTable(place.table)
    .set({ [place.text]: text, from_on: from })
    .where('id', '=', before.id)
    .execute()
}
