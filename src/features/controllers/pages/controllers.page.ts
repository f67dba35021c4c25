import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { leaveToNetwork, stateController } from '../actions/state-controller.ts'
import { holdingOn } from '../controller.ts'
import { controllerAt, hubsThatDiffer, leadOrganisations, statementsOf } from '../queries.ts'
import { controllerForm } from './controllers.form.ts'
import { hubControllerView, networkControllerView } from './controllers.view.ts'

const said: Readonly<Record<string, string>> = {
  stated: 'Saved. Privacy notices say so from that day.',
  left: 'Your hub follows the network from today.',
}

const hubOf = async ({ context, params }: PageRequest) =>
  params['hub'] === undefined ? null : found(await hubBySlug(context.db, params['hub']))

const draw = async (request: PageRequest, form: FormState) => {
  const { context, query } = request
  const { db, today } = context
  const hub = await hubOf(request)
  const frame = { ...request.frame, notice: wordedAs(said, query.get('said')) }
  const all = await statementsOf(db, hub?.id ?? null)
  const shown = { all, today, holding: holdingOn(all, today), form }
  if (hub === null) return networkControllerView(frame, { ...shown, hubs: await hubsThatDiffer(db, today) })
  const [network, leads] = [await controllerAt(db, null, today), await leadOrganisations(db, hub.id, today)]
  return hubControllerView(frame, { ...shown, hub, network: network.controller, leads })
}

const pathOf = ({ params }: PageRequest): string =>
  params['hub'] === undefined ? '/network/controllers' : `/hub/${params['hub']}/controller`

const seenIn = ({ body }: PageRequest): string | null => {
  const seen = typedText(body, 'seen')
  return isId(seen) ? seen : null
}

export const showController: Page = async (request) => page(await draw(request, emptyForm))

export const saveController: Page = async (request): Promise<Answer> => {
  const form = parseForm(controllerForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const hub = await hubOf(request)
  try {
    await stateController(request.context, { hubId: hub?.id ?? null, seen: seenIn(request), stated: form.value })
    return redirect(`${pathOf(request)}?said=stated`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const again = await draw(request, { typed: request.body, errors: [{ field: 'from', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(again) : invalid(again)
  }
}

export const followNetwork: Page = async (request) => {
  const hub = found(await hubOf(request))
  await leaveToNetwork(request.context, { hubId: hub.id, seen: seenIn(request) })
  return redirect(`${pathOf(request)}?said=left`)
}
