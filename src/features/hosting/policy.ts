import type { Actor } from '../../vocabulary/actor.ts'

/** Whoever holds the link that was mailed to a school says whether it hosts a session. */
export const mayAnswerHosting = (actor: Actor, hostingId: string): boolean =>
  actor.kind === 'link' && actor.purpose === 'host' && actor.subjectId === hostingId
