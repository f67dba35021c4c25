import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { moveCharge } from '../actions/move-charge.ts'
import { isChargeStatus, isRestingOnMark, nextOf } from '../charge.ts'
import { type ChargeSeen, chargeOfHub, chargesOfHub, chargeTotals } from '../charge-queries.ts'
import { chargeEvents } from '../events.ts'
import { mayMoveCharge } from '../policy.ts'
import { decisionForm } from './charges.form.ts'
import { chargesView, chargeView } from './charges.view.ts'

export const showCharges: Page = async ({ context, params, query, frame }) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const asked = query.get('status') ?? ''
  const status = isChargeStatus(asked) ? asked : null
  const [charges, totals] = await Promise.all([
    chargesOfHub(context.db, hub.id, status),
    chargeTotals(context.db, hub.id),
  ])
  return page(chargesView(frame, { hub, charges, totals, status }))
}

const chargeHere = async (context: Context, params: Readonly<Record<string, string>>) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const id = params['id'] ?? ''
  const charge = found(isId(id) ? await chargeOfHub(context, hub.id, id) : null)
  return {
    hub,
    charge,
    isLead: isHubLead(context.actor, hub.id),
    next: possible(context, charge),
    past: await pastOf(context, charge.id),
  }
}

const possible = (context: Context, charge: ChargeSeen) =>
  nextOf(charge.status)
    .filter((to) => mayMoveCharge(context.actor, charge.hub_id, to))
    .filter((to) => to !== 'confirmed' || isRestingOnMark(charge))

const pastOf = async (context: Context, chargeId: string) =>
  (await historyOf(context.db, { type: 'charge', id: chargeId })).map((event) => ({
    sentence: chargeEvents[event.name as keyof typeof chargeEvents] ?? event.name,
    at: event.occurredAt,
    by: event.actorName,
    reason: typeof event.personal?.['reason'] === 'string' ? event.personal['reason'] : null,
  }))

export const showCharge: Page = async ({ context, params, query, frame }) => {
  const notice = query.has('saved') ? 'The decision is saved.' : frame.notice
  return page(chargeView({ ...frame, notice }, { ...(await chargeHere(context, params)), form: emptyForm }))
}

export const decideCharge: Page = async ({ context, params, body, frame, path }) => {
  const here = await chargeHere(context, params)
  const parsed = parseForm(decisionForm, body)
  if (!parsed.ok) return invalid(chargeView(frame, { ...here, form: parsed }))
  await moveCharge(context, { chargeId: here.charge.id, to: parsed.value.decision, reason: parsed.value.reason })
  return redirect(`${path}?saved=1`)
}
