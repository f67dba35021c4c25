import { type Actor, holdsRole } from '../../vocabulary/actor.ts'

/** The national team, and the operator at the command line, read the registers and settle what they leave open. */
export const mayKeepRegisters = (actor: Actor): boolean =>
  actor.kind === 'system' || holdsRole(actor, ['national_team'])
