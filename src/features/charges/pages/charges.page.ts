import type { Context } from '../../../platform/context.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import { file, invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { entriesOf } from '../../ledger/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { moveCharge } from '../actions/move-charge.ts'
import { notePayment } from '../actions/note-payment.ts'
import { causeLabels, chargeStatusLabels, isRestingOnMark, nextOf } from '../charge.ts'
import { type ChargeSeen, chargeOfHub, chargesCounted, chargesOfHub, chargeTotals } from '../charge-queries.ts'
import { paymentStateOf } from '../deciding-queries.ts'
import { chargeEvents } from '../events.ts'
import { mayMoveCharge } from '../policy.ts'
import { chargeView } from './charge.view.ts'
import { decisionForm, filterOf, paymentForm } from './charges.form.ts'
import { chargesView } from './charges.view.ts'

const pageSize = 50
const mostRows = 100_000

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showCharges: Page = async (request) => {
  const { context, query, frame } = request
  const hub = await hubOf(request)
  const filter = filterOf(query)
  const asked = Number(query.get('page') ?? '1')
  const counted = await chargesCounted(context.db, hub.id, filter)
  const pages = Math.max(1, Math.ceil(counted.count / pageSize))
  const at = Number.isInteger(asked) && asked > 0 ? Math.min(asked, pages) : 1
  const [charges, totals] = await Promise.all([
    chargesOfHub(context.db, hub.id, filter, { offset: (at - 1) * pageSize, limit: pageSize }),
    chargeTotals(context.db, hub.id),
  ])
  const isLead = isHubLead(context.actor, hub.id)
  return page(
    chargesView(frame, { hub, charges, totals, filter, counted, page: at, pageSize, isLead, form: emptyForm }),
  )
}

const pounds = (pence: number): string => (pence / 100).toFixed(2)

/** The charges that are asked for as a file. */
export const downloadCharges: Page = async (request) => {
  const hub = await hubOf(request)
  const charges = await chargesOfHub(request.context.db, hub.id, filterOf(request.query), {
    offset: 0,
    limit: mostRows,
  })
  const head = [
    'School or provider',
    'For',
    'Group',
    'Session',
    'Session on',
    'Cause',
    'Reason named',
    'Amount',
    'Status',
    'Owed',
    'Proposed',
    'Decided',
    'Why',
    'Charge',
  ]
  const rows = charges.map((charge) => [
    charge.organisation,
    charge.participant,
    charge.group,
    String(charge.session),
    charge.on_date?.toString() ?? '',
    causeLabels[charge.cause],
    charge.claimed ?? '',
    pounds(charge.amount_pence),
    chargeStatusLabels[charge.status],
    pounds(charge.owed),
    localDate(charge.proposed_at).toString(),
    charge.decided_at ? localDate(charge.decided_at).toString() : '',
    charge.status_reason ?? '',
    charge.id,
  ])
  return file({ body: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8', name: `charges-${hub.slug}.csv` })
}

const chargeHere = async (request: PageRequest) => {
  const { context, params } = request
  const hub = await hubOf(request)
  const id = params['id'] ?? ''
  const charge = found(isId(id) ? await chargeOfHub(context, hub.id, id) : null)
  const [past, entries, payments] = await Promise.all([
    pastOf(context, charge.id),
    entriesOf(context.db, { chargeId: charge.id }),
    paymentStateOf(context.db, charge),
  ])
  const isLead = isHubLead(context.actor, hub.id)
  const today = context.today
  return { hub, charge, past, entries, payments, isLead, today, next: possible(context, charge) }
}

// What was paid is noted with its day and amount, below.
const possible = (context: Context, charge: ChargeSeen) =>
  nextOf(charge.status)
    .filter((to) => to !== 'paid' && mayMoveCharge(context.actor, charge.hub_id, to))
    .filter((to) => to !== 'confirmed' || isRestingOnMark(charge))

const pastOf = async (context: Context, chargeId: string) =>
  (await historyOf(context.db, { type: 'charge', id: chargeId })).map((event) => ({
    sentence: chargeEvents[event.name as keyof typeof chargeEvents] ?? event.name,
    at: event.occurredAt,
    by: event.actorName,
    reason: typeof event.personal?.['reason'] === 'string' ? event.personal['reason'] : null,
  }))

const saved: Readonly<Record<string, string>> = { '1': 'The decision is saved.', payment: 'It is noted.' }

export const showCharge: Page = async (request) => {
  const notice = wordedAs(saved, request.query.get('saved')) ?? request.frame.notice
  const here = await chargeHere(request)
  return page(chargeView({ ...request.frame, notice }, { ...here, form: emptyForm, paymentForm: emptyForm }))
}

export const decideCharge: Page = async (request) => {
  const { context, body, frame, path } = request
  const here = await chargeHere(request)
  const parsed = parseForm(decisionForm, body)
  if (!parsed.ok) return invalid(chargeView(frame, { ...here, form: parsed, paymentForm: emptyForm }))
  await moveCharge(context, { chargeId: here.charge.id, to: parsed.value.decision, reason: parsed.value.reason })
  return redirect(`${path}?saved=1`)
}

export const savePayment: Page = async (request) => {
  const { context, body, frame } = request
  const here = await chargeHere(request)
  const parsed = parseForm(paymentForm, body)
  if (!parsed.ok) return invalid(chargeView(frame, { ...here, form: emptyForm, paymentForm: parsed }))
  try {
    await notePayment(context, { chargeId: here.charge.id, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Conflict || problem instanceof Refused)) throw problem
    const again = { typed: body, errors: [{ field: 'amount', message: problem.message }] }
    return overtaken(chargeView(frame, { ...(await chargeHere(request)), form: emptyForm, paymentForm: again }))
  }
  return redirect(`/hub/${here.hub.slug}/charges/${here.charge.id}?saved=payment`)
}
