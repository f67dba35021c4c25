import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { readsAtHub } from '../reading-queries.ts'
import { hubReadsView } from './hub-reads.view.ts'

const pageSize = 25

/** Who has read personal data at a hub: for its leads. */
export const showHubReads: Page = async ({ context, params, query, frame }) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const shown = pageFrom(query)
  const reads = await readsAtHub(context.db, hub.id, { limit: pageSize, offset: (shown - 1) * pageSize })
  return page(hubReadsView(frame, { hub, ...reads, shown, pageSize }))
}
