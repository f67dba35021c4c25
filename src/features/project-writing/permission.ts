import { Forbidden, NotFound } from '../../platform/errors.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { mayEditProject, mayPublishProject } from '../projects/index.ts'

/** Who writes: of a project that a hub devised for itself, others learn nothing before it is published (domain rule 9). */
export const requireWriter = (actor: Actor, hubId: string | null): void => {
  if (mayEditProject(actor, hubId)) return
  if (hubId !== null) throw new NotFound('Only staff of a hub write its own projects')
  throw new Forbidden('Only the national team writes the national catalogue')
}

/** Who publishes, corrects what is public, and withdraws. */
export const requirePublisher = (actor: Actor, hubId: string | null): void => {
  requireWriter(actor, hubId)
  if (!mayPublishProject(actor, hubId)) throw new Forbidden('Only a lead of the hub publishes, corrects and withdraws')
}
