import type { Actor } from '../../vocabulary/actor.ts'
import type { GroupSight } from '../groups/index.ts'
import { personIdOf } from '../people/index.ts'

/** Who takes part marks themselves, signed in or by the link in their mail, where a code of the session lets them. */
export const mayMarkOneself = (
  actor: Actor,
  participant: { readonly id: string; readonly personId: string },
): boolean => (actor.kind === 'link' ? actor.subjectId === participant.id : personIdOf(actor) === participant.personId)

/** The register of a group is taken by its leads and by the staff of its hubs, partner hubs among them. */
export const mayTakeRegister = (sight: GroupSight): boolean => sight === 'all' || sight === 'partner'
