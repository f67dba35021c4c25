import type { Actor } from '../../vocabulary/actor.ts'

/** Whoever reads the mail confirms the address, and stops being told. */
export const mayAnswerDateAlert = (actor: Actor, alertId: string): boolean =>
  actor.kind === 'link' && actor.purpose === 'date-alert' && actor.subjectId === alertId
