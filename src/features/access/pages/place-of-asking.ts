import { found, NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import { hubBySlug } from '../../organisations/index.ts'
import type { PlaceOfAsking } from '../seer.ts'

/** The hub named by the address, or the network. */
export const placeOfAsking = async ({ context, params }: PageRequest): Promise<PlaceOfAsking> => {
  const slug = params['hub']
  if (slug === undefined)
    return {
      hubId: null,
      path: '/network/access',
      name: 'the network',
      up: { text: 'National picture', href: '/network' },
    }
  const hub = found(await hubBySlug(context.db, slug))
  return {
    hubId: hub.id,
    path: `/hub/${slug}/access`,
    name: hub.name,
    up: { text: 'Hub work', href: `/hub/${slug}` },
  }
}

/** What is not of this hub is not there. */
export const requireOf = (place: PlaceOfAsking, hubIds: readonly string[]): void => {
  if (place.hubId !== null && !hubIds.includes(place.hubId)) throw new NotFound('Not of this hub')
}
