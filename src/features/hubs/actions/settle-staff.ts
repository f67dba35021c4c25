import { record } from '../../../platform/history.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import { settleHubRoles } from '../../people/index.ts'
import type { StaffChoices, StaffFate } from '../hub-change.ts'
import { type StaffMember, staffOfHub } from '../queries.ts'
import type { Changing } from './change-facts.ts'

export type Settling = {
  readonly staff: StaffChoices
  /** What becomes of a part nobody chose about: whoever came after the choice was made. */
  readonly otherwise: StaffFate
  readonly otherHubId: string | null
  readonly reason: string
  readonly letter: (member: StaffMember, fate: StaffFate) => Letter
}

const isEnding = (fate: StaffFate): boolean => fate === 'ends' || fate === 'goes'
const isGoing = (fate: StaffFate): boolean => fate === 'both' || fate === 'goes'

/** Settles the parts of a hub's staff as they were chosen person by person, and tells each of them once. */
export const settleStaff = async (changing: Changing, settling: Settling): Promise<void> => {
  const { tx, context, hub, from } = changing
  const { otherHubId } = settling
  const members = (await staffOfHub(tx, hub.hub.id, context.today)).map((member) => ({
    ...member,
    fate: settling.staff[member.roleId] ?? settling.otherwise,
  }))
  const going = otherHubId === null ? [] : members.filter(({ fate }) => isGoing(fate))
  await settleHubRoles(context, {
    hubId: hub.hub.id,
    ends: members.filter(({ fate }) => isEnding(fate)).map(({ roleId }) => roleId),
    gives: going.map(({ personId, role }) => ({ personId, role, hubId: otherHubId ?? hub.hub.id, from })),
    reason: settling.reason,
  })
  await record(tx, context, {
    name: 'hub.staff-settled',
    subject: { type: 'hub', id: hub.hub.id },
    also: [
      ...(otherHubId === null ? [] : [{ type: 'hub', id: otherHubId }]),
      ...members.map(({ personId }) => ({ type: 'person', id: personId })),
    ],
    particulars: { from: from.toString(), fates: members.map(({ roleId, fate }) => ({ roleId, fate })) },
  })
  // Somebody with two parts gets one letter, about the better of them.
  const best = members.toSorted((one, other) => Number(isEnding(one.fate)) - Number(isEnding(other.fate)))
  for (const member of Map.groupBy(best, ({ personId }) => personId).values())
    if (member[0]) await tell(changing, member[0], settling.letter(member[0], member[0].fate))
}

/** Sends a letter about a change of a hub: the same change tells the same person once. */
export const tell = async (
  { tx, context, hub, from }: Changing,
  to: { readonly personId: string; readonly address: string | null },
  letter: Letter,
): Promise<void> => {
  if (to.address === null) return
  const key = `hub-change:${hub.hub.id}:${from.toString()}:${letter.subject}:${to.personId}`
  await post(tx, context, { address: to.address, personId: to.personId }, letter, key)
}
