import { z } from 'zod'
import { json, type Transaction } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { newId } from '../../vocabulary/ids.ts'
import { type ChangeAsked, type HubChange, particularsOf, staffAfterHandOver, staffAfterMove } from './hub-change.ts'

/** Keeps a change until its day. */
export const insertPlanned = async (
  tx: Transaction,
  { hubId, from, change }: ChangeAsked,
  { by, now }: { by: string | null; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('planned_hub_changes')
    .values({
      id,
      hub_id: hubId,
      kind: change.kind,
      due_on: from,
      particulars: json(particularsOf(change)),
      planned_at: now,
      planned_by_person_id: by,
    })
    .execute()
  return id
}

const lead = z.object({ name: z.string(), organisationId: z.uuid().nullable() })
const area = z.object({ authorityCode: z.string().nullable(), describedAs: z.string(), part: z.boolean() })
const staff = z.record(z.string(), z.enum([...staffAfterHandOver, ...staffAfterMove]))
const ids = z.array(z.uuid())
const changes: z.ZodType<HubChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('name'), name: z.string() }),
  z.object({ kind: z.literal('lead'), ends: ids, begins: z.array(lead) }),
  z.object({ kind: z.literal('area'), ends: ids, begins: z.array(area) }),
  z.object({ kind: z.literal('hand_over'), ends: ids, lead, staff, newLeadPersonId: z.uuid().nullable() }),
  z.object({ kind: z.literal('merge'), intoHubId: z.uuid(), staff }),
  z.object({
    kind: z.literal('split'),
    name: z.string(),
    slug: z.string(),
    region: z.string().nullable(),
    email: z.string().nullable(),
    lead: lead.nullable(),
    areaIds: ids,
    offerIds: ids,
    groupIds: ids,
    staff,
  }),
])

/** The change that was decided, as it was kept until its day. */
export const plannedChange = ({ kind, particulars }: { kind: string; particulars: unknown }): HubChange =>
  stored(changes, { kind, ...Object(particulars) }, 'a change of a hub that was planned')

/** A change that waits for its day, locked. */
export const lockPlanned = (tx: Transaction, id: string) =>
  tx
    .selectFrom('planned_hub_changes')
    .selectAll()
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const settlePlanned = (
  tx: Transaction,
  id: string,
  end: { done_at: Temporal.Instant } | { cancelled_at: Temporal.Instant } | { refused_because: string },
) => tx.updateTable('planned_hub_changes').set(end).where('id', '=', id).execute()
