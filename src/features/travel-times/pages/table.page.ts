import { found, Refused } from '../../../platform/errors.ts'
import { historyOf } from '../../../platform/history.ts'
import { file, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { discardTable, putInForce, takeBack } from '../actions/keep-table.ts'
import { travelTimesEvents } from '../events.ts'
import { besideInForce, tableAtHub, waysAsked, waysOf } from '../queries.ts'
import { tableView } from './table.view.ts'
import { hubAsked } from './tables.page.ts'

const pageSize = 50

const tableAt = async (request: PageRequest) => {
  const hub = await hubAsked(request)
  return { hub, table: found(await tableAtHub(request.context.db, hub.id, request.params['table'] ?? '')) }
}

const draw = async (request: PageRequest, form: FormState) => {
  const { hub, table } = await tableAt(request)
  const { db } = request.context
  const number = pageFrom(request.query)
  const isOpen = table.status === 'waiting' || table.status === 'in_force'
  const [history, ways, asked, beside] = await Promise.all([
    historyOf(db, { type: 'travel-table', id: table.id }),
    waysOf(db, table.id, { offset: (number - 1) * pageSize, limit: pageSize }),
    isOpen ? waysAsked(db, { hubId: hub.id, year: table.year, tableId: table.id }) : [],
    table.status === 'waiting' ? besideInForce(db, table) : null,
  ])
  const sentences: Readonly<Record<string, string>> = travelTimesEvents
  return tableView(request.frame, {
    hub,
    table,
    asked,
    beside,
    ways,
    page: {
      page: number,
      pageSize,
      total: table.ways,
      noun: 'ways',
      href: (each) => `/hub/${hub.slug}/travel-times/${table.id}?page=${each}`,
    },
    past: history.map((event) => ({
      title: sentences[event.name] ?? event.name,
      at: event.occurredAt,
      by: event.actorName,
    })),
    form,
  })
}

export const showTable: Page = async (request) => page(await draw(request, emptyForm))

type Deed = (context: PageRequest['context'], which: { hubId: string; id: string }) => Promise<void>

const doing =
  (deed: Deed, to: (base: string, id: string) => string): Page =>
  async (request) => {
    const { hub, table } = await tableAt(request)
    try {
      await deed(request.context, { hubId: hub.id, id: table.id })
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      return invalid(await draw(request, { typed: {}, errors: [{ field: '', message: problem.message }] }))
    }
    return redirect(to(`/hub/${hub.slug}/travel-times`, table.id))
  }

export const use = doing(putInForce, (base, id) => `${base}/${id}`)
export const takeTableBack = doing(takeBack, (base, id) => `${base}/${id}`)
export const discard = doing(discardTable, (base) => base)

/** The rows that were not taken, with the reason: to mend and bring again. */
export const showRefusedRows: Page = async (request) => {
  const { table } = await tableAt(request)
  const rows = table.refused.map(({ row, reason }) => [
    row.school,
    row.urn,
    row.postcode,
    [row.to, row.toUrn, row.toPostcode].filter(Boolean).join(' '),
    row.minutes,
    String(row.number),
    reason,
  ])
  return file({
    body: writeCsv([['School', 'URN', 'Postcode', 'Venue', 'Minutes', 'Row', 'Reason'], ...rows]),
    type: 'text/csv; charset=utf-8',
    name: `${table.fileName.replace(/\.\w{1,5}$/, '')}-refused.csv`,
  })
}
