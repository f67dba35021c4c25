import { type Actor, holdsRole } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'

/** The national team, and the operator by a command, keep the bank holidays up to date. */
export const mayKeepBankHolidays = (actor: Actor): boolean =>
  actor.kind === 'system' || holdsRole(actor, ['national_team'])

/** The national team states the days of the whole network, which no schedule takes. */
export const mayStateNationalDays = (actor: Actor): boolean =>
  actor.kind === 'system' || holdsRole(actor, ['national_team'])

/** The national team states the terms and holidays of any authority, the staff of a hub those of the authorities that it serves. */
export const mayStateTerms = (actor: Actor, hubId: string | null): boolean =>
  actor.kind === 'system' || (hubId === null ? holdsRole(actor, ['national_team']) : isAtHub(actor, hubId))
