import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import { file, invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { academicYear, academicYearOf } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { localDate } from '../../../vocabulary/local-time.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { entriesOf } from '../../ledger/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { moveGrant, noteRepayment } from '../actions/move-grant.ts'
import { workOutGrants } from '../actions/work-out-grants.ts'
import { grantEvents } from '../events.ts'
import { grantStatusLabels, nextOfGrant } from '../grant.ts'
import { grantKindLabels } from '../grant-rule.ts'
import { mayMoveGrant } from '../policy.ts'
import { grantOfHub, grantsOfHub, grantTotals, owedOfGrant } from '../queries.ts'
import { grantView } from './grant.view.ts'
import { grantFilterOf, grantForm, repaymentForm } from './grants.form.ts'
import { grantsView } from './grants.view.ts'

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showGrants: Page = async (request) => {
  const { context, query, frame } = request
  const hub = await hubOf(request)
  const filter = grantFilterOf(query)
  const [grants, totals] = await Promise.all([grantsOfHub(context.db, hub.id, filter), grantTotals(context.db, hub.id)])
  const due = query.get('due')
  const worked = due === null ? null : Number(due) > 0 ? `${Number(due)} more are due.` : 'Nothing more is due.'
  const notice = query.get('chosen') === 'none' ? 'Choose the grants first.' : worked
  const year = academicYearOf(context.today)
  return page(
    grantsView(
      { ...frame, notice: notice ?? frame.notice },
      { hub, grants, totals, filter, year, mayApprove: mayMoveGrant(context.actor, hub.id, 'approved') },
    ),
  )
}

/** Works out what is due in the year of today. */
export const workOut: Page = async (request) => {
  const hub = await hubOf(request)
  const due = await workOutGrants(request.context, { hubId: hub.id, year: academicYearOf(request.context.today) })
  return redirect(`/hub/${hub.slug}/grants?due=${due}`)
}

const pounds = (pence: number): string => (pence / 100).toFixed(2)

export const downloadGrants: Page = async (request) => {
  const hub = await hubOf(request)
  const grants = await grantsOfHub(request.context.db, hub.id, grantFilterOf(request.query))
  const head = [
    'Paid to',
    'Kind',
    'Rule',
    'For',
    'Group',
    'Year',
    'Sessions',
    'Days',
    'Amount',
    'Status',
    'Due',
    'Decided',
    'Why',
    'Grant',
  ]
  const rows = grants.map((grant) => [
    grant.organisation,
    grantKindLabels[grant.kind],
    grant.rule,
    grant.lead ?? grant.organisation,
    grant.group,
    String(academicYear(grant.year)),
    String(grant.evidence.sessions),
    String(grant.evidence.days),
    pounds(grant.pence),
    grantStatusLabels[grant.status],
    localDate(grant.dueAt).toString(),
    grant.decidedAt ? localDate(grant.decidedAt).toString() : '',
    grant.reason ?? '',
    grant.id,
  ])
  return file({ body: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8', name: `grants-${hub.slug}.csv` })
}

const grantHere = async (request: PageRequest) => {
  const { context, params } = request
  const hub = await hubOf(request)
  const id = params['grant'] ?? ''
  const grant = found(isId(id) ? await grantOfHub(context.db, hub.id, id) : null)
  const [entries, owed, past] = await Promise.all([
    entriesOf(context.db, { grantId: id }),
    owedOfGrant(context.db, id),
    historyOf(context.db, { type: 'grant', id }),
  ])
  return {
    hub,
    grant,
    entries,
    owed,
    today: context.today,
    isLead: isHubLead(context.actor, hub.id),
    next: nextOfGrant(grant.status).filter((to) => mayMoveGrant(context.actor, hub.id, to)),
    past: past.map((event) => ({
      sentence: grantEvents[event.name as keyof typeof grantEvents] ?? event.name,
      at: event.occurredAt,
      by: event.actorName,
      reason: typeof event.personal?.['reason'] === 'string' ? event.personal['reason'] : null,
    })),
  }
}

const saved: Readonly<Record<string, string>> = { '1': 'The decision is saved.', repaid: 'It is noted.' }

export const showGrant: Page = async (request) => {
  const notice = wordedAs(saved, request.query.get('saved')) ?? request.frame.notice
  const here = await grantHere(request)
  return page(grantView({ ...request.frame, notice }, { ...here, form: emptyForm, repayment: emptyForm }))
}

export const decideGrant: Page = async (request) => {
  const { context, body, frame, path } = request
  const here = await grantHere(request)
  const parsed = parseForm(grantForm, body)
  if (!parsed.ok) return invalid(grantView(frame, { ...here, form: parsed, repayment: emptyForm }))
  const { decision, reason, onDate } = parsed.value
  await moveGrant(context, { grantId: here.grant.id, to: decision, reason, ...(onDate ? { onDate } : {}) })
  return redirect(`${path}?saved=1`)
}

export const saveRepayment: Page = async (request) => {
  const { context, body, frame } = request
  const here = await grantHere(request)
  const parsed = parseForm(repaymentForm, body)
  if (!parsed.ok) return invalid(grantView(frame, { ...here, form: emptyForm, repayment: parsed }))
  try {
    await noteRepayment(context, { grantId: here.grant.id, ...parsed.value })
  } catch (problem) {
    if (!(problem instanceof Conflict || problem instanceof Refused)) throw problem
    const again = { typed: body, errors: [{ field: 'amount', message: problem.message }] }
    return overtaken(grantView(frame, { ...(await grantHere(request)), form: emptyForm, repayment: again }))
  }
  return redirect(`/hub/${here.hub.slug}/grants/${here.grant.id}?saved=repaid`)
}
