import type { Context } from '../../platform/context.ts'
import { hubIdsOf, hubsOfOrganisation, organisationIdsOf } from '../people/index.ts'

/**
 * What somebody is told of an organisation's history with the network (domain rule 15): its own people of everything, staff of the
 * hubs that it deals with of its stages and of what concerns their hub, everybody else nothing.
 */
export type Sight = { readonly history: boolean; readonly hubIds: readonly string[] | null }

export const nothingOfHistory: Sight = { history: false, hubIds: [] }
export const allOfHistory: Sight = { history: true, hubIds: null }

/** What the one who looks is told of an organisation. */
export const sightOf = async ({ actor, db }: Pick<Context, 'actor' | 'db'>, organisationId: string): Promise<Sight> => {
  if (organisationIdsOf(actor).includes(organisationId)) return allOfHistory
  const own = hubIdsOf(actor)
  if (own.length === 0) return nothingOfHistory
  const dealing = await hubsOfOrganisation(db, organisationId)
  return own.some((hubId) => dealing.includes(hubId)) ? { history: true, hubIds: own } : nothingOfHistory
}
