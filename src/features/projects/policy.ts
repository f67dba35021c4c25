import { type Actor, holdsRole } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead } from '../people/index.ts'

const isNational = (actor: Actor): boolean => holdsRole(actor, ['national_team'])

/** The national team writes the national catalogue; staff of a hub write the projects that it devises for itself. */
export const mayEditProject = (actor: Actor, hubId: string | null): boolean =>
  hubId === null ? isNational(actor) : isAtHub(actor, hubId)

/** The national team publishes and withdraws the projects of the national catalogue; leads of a hub those that it devised for itself. */
export const mayPublishProject = (actor: Actor, hubId: string | null): boolean =>
  hubId === null ? isNational(actor) : isHubLead(actor, hubId)
