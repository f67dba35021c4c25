import type { Actor } from '../../vocabulary/actor.ts'

/** The national team writes, publishes and withdraws the projects of the national catalogue. */
export const mayPublishProject = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.roles.some(({ name }) => name === 'national_team')
