import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { followNetworkTimes, keepMailTimes } from '../actions/keep-mail-times.ts'
import { mayKeepMailTimes } from '../policy.ts'
import { mailTimesOf } from '../queries.ts'
import { timesForm } from './times.form.ts'
import { timesView } from './times.view.ts'

const hubOf = async ({ context, params }: PageRequest) =>
  params['hub'] === undefined ? null : found(await hubBySlug(context.db, params['hub']))

const draw = async (request: PageRequest, form: FormState) => {
  const { context, query } = request
  const hub = await hubOf(request)
  const notice = query.get('said') === 'saved' ? 'Saved. Mail that waits goes by it from now on.' : null
  return timesView(
    { ...request.frame, notice },
    {
      hub,
      times: await mailTimesOf(context.db, hub?.id ?? null),
      mayKeep: mayKeepMailTimes(context.actor, hub?.id ?? null),
      form,
    },
  )
}

const pathOf = ({ params }: PageRequest): string =>
  params['hub'] === undefined ? '/network/mail-times' : `/hub/${params['hub']}/mail-times`

export const showTimes: Page = async (request) => page(await draw(request, emptyForm))

export const saveTimes: Page = async (request) => {
  const form = parseForm(timesForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const hub = await hubOf(request)
  await keepMailTimes(request.context, { hubId: hub?.id ?? null, times: form.value })
  return redirect(`${pathOf(request)}?said=saved`)
}

/** A hub that had set its own goes by the network again. */
export const followNetwork: Page = async (request) => {
  await followNetworkTimes(request.context, found(await hubOf(request)).id)
  return redirect(`${pathOf(request)}?said=saved`)
}
