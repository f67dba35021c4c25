import { type Actor, holdsRole } from '../../vocabulary/actor.ts'
import { isHubLead } from '../people/index.ts'

/** The national team states what hubs plan of its projects; the leads of a hub what it plans of the projects it devised for itself. */
export const mayStateTargets = (actor: Actor, projectHubId: string | null): boolean =>
  projectHubId === null ? holdsRole(actor, ['national_team']) : isHubLead(actor, projectHubId)
