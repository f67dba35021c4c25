import { type Page, page } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { sortFrom } from '../../../ui/components/sortable-table.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { isInterestStatus } from '../../interest/index.ts'
import { offersCounted } from '../hub-home-queries.ts'
import { interestOfHub, listOrders } from '../queries.ts'
import { hubOf } from './hub-home.page.ts'
import { interestListView } from './list.view.ts'

const pageSize = 50

export const showInterestList: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubOf(request)
  const chosen = {
    offer: query.get('offer') ?? '',
    status: query.get('status') ?? '',
    q: (query.get('q') ?? '').trim().slice(0, 100),
  }
  const sort = sortFrom(query, listOrders, { by: 'received', direction: 'descending' })
  const at = pageFrom(query)
  const filter = {
    hubId: hub.id,
    offerId: isId(chosen.offer) ? chosen.offer : null,
    status: isInterestStatus(chosen.status) ? chosen.status : null,
    words: chosen.q,
  }
  const [{ total, rows }, offers] = await Promise.all([
    interestOfHub(context.db, filter, {
      by: sort.by,
      descending: sort.direction === 'descending',
      offset: (at - 1) * pageSize,
      limit: pageSize,
    }),
    offersCounted(context.db, hub.id),
  ])
  const status = filter.status ?? ''
  return page(
    interestListView(frame, { hub, rows, total, page: at, pageSize, sort, chosen: { ...chosen, status }, offers }),
  )
}
