import { file, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { sortFrom } from '../../../ui/components/sortable-table.ts'
import { hintsOf } from '../hints-queries.ts'
import { areasAsking, interestOfHub, offersAsked } from '../list-queries.ts'
import { listOrders, narrowedBy } from '../work-list.ts'
import { hubOf } from './hub-home.page.ts'
import { interestListView } from './list.view.ts'
import { listAsRows } from './list-csv.ts'

const pageSize = 50
const most = 100_000

const sortOf = (query: URLSearchParams) => sortFrom(query, listOrders, { by: 'received', direction: 'descending' })

const listOf = async ({ context, query }: PageRequest, hubId: string, window: { offset: number; limit: number }) => {
  const sort = sortOf(query)
  const filter = { hubId, now: context.now, narrowed: narrowedBy(query) }
  const view = { by: sort.by, descending: sort.direction === 'descending', ...window }
  const { total, rows } = await interestOfHub(context.db, filter, view)
  const hints = await hintsOf(
    context.db,
    rows.map(({ id }) => id),
  )
  return { total, rows: rows.map((row) => ({ ...row, hints: hints.get(row.id) ?? [] })) }
}

export const showInterestList: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubOf(request)
  const at = pageFrom(query)
  const [list, offers, areas] = await Promise.all([
    listOf(request, hub.id, { offset: (at - 1) * pageSize, limit: pageSize }),
    offersAsked(context.db, hub.id),
    areasAsking(context.db, hub.id),
  ])
  const chosen = narrowedBy(query)
  return page(interestListView(frame, { hub, ...list, page: at, pageSize, sort: sortOf(query), chosen, offers, areas }))
}

/** The list as it is narrowed and in its order, all of it, as a file; that it was taken out is recorded. */
export const exportInterestList: Page = async (request) => {
  const hub = await hubOf(request)
  const { rows } = await listOf(request, hub.id, { offset: 0, limit: most })
  const { baseUrl } = request.context.config
  return file({
    body: writeCsv(listAsRows(rows, (id) => `${baseUrl}/hub/${hub.slug}/interest/${id}`)),
    type: 'text/csv; charset=utf-8',
    name: `${hub.slug}-requests-${request.context.today}.csv`,
  })
}
