import type { Context } from '../../../platform/context.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { authoritiesListed, hubsFound, hubsListed, tilesLaid } from '../hub-queries.ts'
import type { Everything } from './hub-list.view.ts'
import { hubsView } from './hubs.view.ts'

const everyHub = async ({ db }: Context): Promise<Everything> => {
  const [hubs, tiles] = await Promise.all([hubsListed(db), tilesLaid(db)])
  return { hubs, tiles, authorities: await authoritiesListed(db, hubs) }
}

export const showHubs: Page = async ({ context, query, frame }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const found = words === '' ? null : await hubsFound(context.db, words)
  return page(hubsView(frame, { words, found, everything: words === '' ? await everyHub(context) : null }))
}
