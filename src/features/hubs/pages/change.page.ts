import type { Context } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { type Answer, invalid, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import type { FormState } from '../../../ui/fields.ts'
import type { Html } from '../../../ui/html.ts'
import type { Parsed } from '../../../vocabulary/form.ts'
import { type HubThroughTime, hubThroughTime, searchOrganisations } from '../../organisations/index.ts'
import { changeHub } from '../actions/change-hub.ts'
import type { ChangeAsked, NewLead } from '../hub-change.ts'
import type { LeadTyped } from './changes.form.ts'

export const hubHere = async ({ context, params }: PageRequest): Promise<HubThroughTime> =>
  found(await hubThroughTime(context.db, params['hub'] ?? ''))

type Wrong = Extract<Parsed<unknown>, { ok: false }>
export const wrong = (typed: FormState['typed'], field: string, message: string): Wrong => ({
  ok: false,
  errors: [{ field, message }],
  typed,
})

/** The organisation that was typed: found by its number, or by name alone; what is wrong with it where no organisation has that number. */
export const organisationTyped = async (
  context: Context,
  { name, number }: LeadTyped,
): Promise<NewLead | { readonly problem: string }> => {
  if (number === '') return { name, organisationId: null }
  const known = /^\d{6}(\d{2})?$/.test(number) ? await searchOrganisations(context.db, number, { most: 1 }) : []
  const [organisation] = known
  if (!organisation) return { problem: 'No organisation has this number. Enter six digits (URN) or eight (UKPRN)' }
  return { name: name || organisation.name, organisationId: organisation.id }
}

type Drawing = (form: FormState) => Html | Promise<Html>

/** Changes a hub and goes back to its page; what the rules forbid is said beside the day. */
export const change = async (
  { context, body }: PageRequest,
  hub: HubThroughTime,
  asked: Omit<ChangeAsked, 'hubId'>,
  draw: Drawing,
): Promise<Answer> => {
  try {
    const outcome = await changeHub(context, { hubId: hub.hub.id, ...asked })

    return redirect(`/network/hubs/${hub.hub.slug}?said=${outcome}`)
  } catch (problem) {
    if (problem instanceof Refused) return invalid(await draw(wrong(body, 'from', problem.message)))
    throw problem
  }
}

export const drawn = async (draw: Drawing, form: FormState): Promise<Answer> => page(await draw(form))
export const drawnAgain = async (draw: Drawing, form: FormState): Promise<Answer> => invalid(await draw(form))
