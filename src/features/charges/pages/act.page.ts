import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedList, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { isHubLead } from '../../people/index.ts'
import { decideCharges, undoDecision } from '../actions/decide-charges.ts'
import { isRestingOnMark } from '../charge.ts'
import { type ChargeDecision, isUndoable } from '../charge-act.ts'
import { type ChargeSeen, chargeOfHub } from '../charge-queries.ts'
import { actOfHub, chargesOfAct } from '../deciding-queries.ts'
import { mayMoveCharge } from '../policy.ts'
import { actView, previewView } from './act.view.ts'
import { actForm } from './charges.form.ts'

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

const mostAtOnce = 200

const chosenOf = async ({ context, body }: PageRequest, hubId: string): Promise<readonly ChargeSeen[]> => {
  const ids = [...new Set(typedList(body, 'charge').filter(isId))].slice(0, mostAtOnce)
  const charges = await Promise.all(ids.map((id) => chargeOfHub(context, hubId, id)))
  return charges.filter((charge) => charge !== null)
}

const refusalOf = (charge: ChargeSeen, decision: ChargeDecision): string | null => {
  if (charge.status !== 'proposed') return 'It has been decided already.'
  return decision === 'confirmed' && !isRestingOnMark(charge)
    ? 'The register has been corrected since: the mark it rests on stands no longer.'
    : null
}

/** What would be decided about each of several charges, by name, and what would be left out: before anything is done. */
export const previewDecision: Page = async (request) => {
  const hub = await hubOf(request)
  const charges = await chosenOf(request, hub.id)
  const isLead = isHubLead(request.context.actor, hub.id)
  const again = (form: FormState) =>
    invalid(
      previewView(request.frame, { hub, isLead, form, decision: null, reason: null, planned: charges, leftOut: [] }),
    )
  if (charges.length === 0) return redirect(`/hub/${hub.slug}/charges?status=proposed&chosen=none`)
  if (typedText(request.body, 'decision') === '')
    return page(
      previewView(request.frame, {
        hub,
        isLead,
        form: emptyForm,
        decision: null,
        reason: null,
        planned: charges,
        leftOut: [],
      }),
    )
  const parsed = parseForm(actForm, request.body)
  if (!parsed.ok) return again(parsed)
  const { reason } = parsed.value
  const decision: ChargeDecision = parsed.value.decision === 'waived' ? 'waived' : 'confirmed'
  if (!mayMoveCharge(request.context.actor, hub.id, decision))
    return again({
      typed: request.body,
      errors: [{ field: 'decision', message: 'Only a lead of the hub waives a charge' }],
    })
  const refused = charges.map((charge) => ({ ...charge, why: refusalOf(charge, decision) }))
  return page(
    previewView(request.frame, {
      hub,
      isLead,
      form: emptyForm,
      decision,
      reason,
      planned: refused.filter(({ why }) => why === null),
      leftOut: refused.flatMap(({ why, ...charge }) => (why === null ? [] : { ...charge, why })),
    }),
  )
}

export const carryOutDecision: Page = async (request) => {
  const hub = await hubOf(request)
  const parsed = parseForm(actForm, request.body)
  if (!parsed.ok) return previewDecision(request)
  const decision: ChargeDecision = parsed.value.decision === 'waived' ? 'waived' : 'confirmed'
  const chargeIds = (await chosenOf(request, hub.id)).map(({ id }) => id)
  if (chargeIds.length === 0) return redirect(`/hub/${hub.slug}/charges?status=proposed&chosen=none`)
  const { actId } = await decideCharges(request.context, {
    hubId: hub.id,
    chargeIds,
    decision,
    reason: parsed.value.reason,
  })
  return redirect(`/hub/${hub.slug}/charges/decided/${actId}`)
}

export const showDecision: Page = async (request) => {
  const { context, params, query } = request
  const hub = await hubOf(request)
  const id = params['decided'] ?? ''
  const act = found(isId(id) ? await actOfHub(context.db, hub.id, id) : null)
  const rows = await chargesOfAct(context.db, act.id)
  const charges = await Promise.all(rows.map((row) => chargeOfHub(context, row.hubId, row.id)))
  const undone = query.get('undone')
  return page(
    actView(request.frame, {
      hub,
      act,
      charges: charges.filter((charge) => charge !== null),
      isUndoable: isUndoable(act, context.now),
      undone: undone === null ? null : Number(undone) || 0,
    }),
  )
}

export const undoActHere: Page = async (request) => {
  const hub = await hubOf(request)
  const id = request.params['decided'] ?? ''
  if (!isId(id)) throw new Refused('There is nothing to undo.')
  const { undone } = await undoDecision(request.context, { hubId: hub.id, actId: id })
  return redirect(`/hub/${hub.slug}/charges/decided/${id}?undone=${undone}`)
}
