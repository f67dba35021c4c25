import type { Actor } from '../../vocabulary/actor.ts'
import { organisationIdsOf, personIdOf } from '../people/index.ts'

type Part = { readonly personId: string; readonly organisationId: string }

/** People read their own attendance, tasks and charges in a group; who leads an organisation reads them of everybody who takes part for it. */
export const mayReadPart = (actor: Actor, part: Part): boolean =>
  personIdOf(actor) === part.personId || organisationIdsOf(actor).includes(part.organisationId)

/** Who takes part in a group reads the names and schools of all who do. */
export const mayReadNames = (actor: Actor, takingPart: readonly { readonly personId: string }[]): boolean =>
  takingPart.some(({ personId }) => personIdOf(actor) === personId)
