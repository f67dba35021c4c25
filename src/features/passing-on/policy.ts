import type { Actor } from '../../vocabulary/actor.ts'

/** Whoever sent the request agrees, or not, by the link that was mailed to them alone. */
export const mayAnswerPassing = (actor: Actor, passingId: string): boolean =>
  actor.kind === 'link' && actor.purpose === 'passing-on' && actor.subjectId === passingId
