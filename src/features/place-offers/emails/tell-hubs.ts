import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { post } from '../../../platform/mail/index.ts'
import { hubById } from '../../organisations/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { freePlaceLetter } from './deciding.email.ts'

/** The staff of a hub, or its public address where nobody is known. */
const readersAt = async (tx: Transaction, context: Context, hubId: string) => {
  const staff = await hubStaffAddresses(tx, hubId, context.today)
  if (staff.length > 0) return staff
  const hub = await hubById(tx, hubId)
  return hub?.email ? [{ address: hub.email, personId: null }] : []
}

/** Writes to the hubs concerned that a place is free and there is too little time to ask: once a day for a group. */
export const tellHubsOfFreePlace = async (
  tx: Transaction,
  context: Context,
  group: { readonly id: string; readonly hubId: string; readonly name: string; readonly projectTitle: string },
  nextHubId: string | null,
): Promise<void> => {
  const letter = freePlaceLetter(group, `${context.config.baseUrl}/groups/${group.id}`)
  for (const hubId of new Set([group.hubId, nextHubId ?? group.hubId]))
    for (const to of await readersAt(tx, context, hubId))
      await post(tx, context, to, letter, `group:${group.id}:free:${context.today}:${to.personId ?? hubId}`)
}
