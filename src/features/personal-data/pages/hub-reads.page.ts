import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { hubNotice } from '../controller-queries.ts'
import { readsAtHub } from '../reading-queries.ts'
import { hubReadsView } from './hub-reads.view.ts'
import { pageOf, pageSize } from './paging.ts'

/** Who has read personal data at a hub: for its leads. */
export const showHubReads: Page = async ({ context, params, query, frame }) => {
  const hub = found(await hubNotice(context.db, params['hub'] ?? ''))
  const shown = pageOf(query)
  const reads = await readsAtHub(context.db, hub.id, { limit: pageSize, offset: (shown - 1) * pageSize })
  return page(hubReadsView(frame, { hub, ...reads, shown, pageSize }))
}
