import type { Actor } from '../../vocabulary/actor.ts'
import { mayKeepRegisters } from '../national-registers/index.ts'

/** The national team states trusts and partnerships; a person, because it is their word that stands beside the register's. */
export const mayStatePartnerships = (actor: Actor): actor is Extract<Actor, { kind: 'person' }> =>
  actor.kind === 'person' && mayKeepRegisters(actor)
