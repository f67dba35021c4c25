import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { Away, Stretch } from './day.ts'
import type { Proposal } from './proposal.ts'

const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** Keeps what is proposed for a group; what was proposed before and not accepted is dropped. */
export const insertProposal = async (
  tx: Transaction,
  proposal: Pick<Proposal, 'groupId' | 'asked' | 'alternatives' | 'nothingFits'>,
  now: Temporal.Instant,
): Promise<string> => {
  const id = newId()
  await tx
    .updateTable('schedule_proposals')
    .set({ status: 'dropped', ended_at: now })
    .where('group_id', '=', proposal.groupId)
    .where('status', '=', 'open')
    .execute()
  await tx
    .insertInto('schedule_proposals')
    .values({
      id,
      group_id: proposal.groupId,
      asked: json(plainJson(proposal.asked)),
      alternatives: json(plainJson(proposal.alternatives)),
      nothing_fits: proposal.nothingFits === null ? null : json(plainJson(proposal.nothingFits)),
      status: 'open',
      made_at: now,
    })
    .execute()
  return id
}

export const endProposal = (
  tx: Transaction,
  id: string,
  end: { readonly accepted: number; readonly now: Temporal.Instant },
) =>
  tx
    .updateTable('schedule_proposals')
    .set({ status: 'accepted', accepted: end.accepted, ended_at: end.now })
    .where('id', '=', id)
    .execute()

export type WhoseTimes = { readonly personId: string } | { readonly venueId: string }
const whose = (of: WhoseTimes) =>
  'personId' in of ? { person_id: of.personId, venue_id: null } : { person_id: null, venue_id: of.venueId }

/** Puts the times that somebody or a venue can in the place of what was stated before. */
export const replaceTimes = async (
  tx: Transaction,
  of: WhoseTimes,
  { can, away }: { readonly can: readonly Stretch[]; readonly away: readonly Away[] },
  now: Temporal.Instant,
): Promise<void> => {
  const column = 'personId' in of ? 'person_id' : 'venue_id'
  const id = 'personId' in of ? of.personId : of.venueId
  await tx.deleteFrom('possible_times').where(column, '=', id).execute()
  await tx.deleteFrom('impossible_days').where(column, '=', id).execute()
  const stated = { ...whose(of), stated_at: now }
  if (can.length > 0)
    await tx
      .insertInto('possible_times')
      .values(can.map(({ day, from, to }) => ({ id: newId(), ...stated, weekday: day, from_at: from, to_at: to })))
      .execute()
  if (away.length > 0)
    await tx
      .insertInto('impossible_days')
      .values(away.map(({ from, to }) => ({ id: newId(), ...stated, from_on: from, to_on: to })))
      .execute()
}
