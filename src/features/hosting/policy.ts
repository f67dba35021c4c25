import type { Actor } from '../../vocabulary/actor.ts'

/** Whoever holds a link that was mailed to somebody of a school says whether it hosts a session. */
export const mayAnswerHosting = (
  actor: Actor,
  asking: { readonly id: string; readonly askingIds: readonly string[] },
): boolean =>
  actor.kind === 'link' && actor.purpose === 'host' && [asking.id, ...asking.askingIds].includes(actor.subjectId)
