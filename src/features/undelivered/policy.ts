import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, personIdOf } from '../people/index.ts'

type Concerned = { readonly personId: string; readonly hubIds: readonly string[] }

/** Whether an address is tried again is for the person, or for the staff of a hub that knows them. */
export const mayTryAgain = (actor: Actor, { personId, hubIds }: Concerned): boolean =>
  personIdOf(actor) === personId || hubIds.some((hubId) => isAtHub(actor, hubId))

/** The staff of a hub that knows somebody whom no mail reaches propose another address; nobody does for people with a part in running hubs or the network. */
export const mayCorrectAddress = (
  actor: Actor,
  { hubIds, isStaff }: Concerned & { readonly isStaff: boolean },
): boolean => !isStaff && hubIds.some((hubId) => isAtHub(actor, hubId))
