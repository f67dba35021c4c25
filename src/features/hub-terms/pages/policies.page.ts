import { Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { mayChoosePolicy, mayEditOffer } from '../../offers/index.ts'
import { writePolicy } from '../actions/write-policy.ts'
import { type PolicyOfHub, policiesOfHub } from '../queries.ts'
import { hubOf } from './hub-of.ts'
import { policyForm } from './hub-terms.form.ts'
import { policiesView, policyView } from './policies.view.ts'

const around = async (request: PageRequest) => {
  const hub = await hubOf(request)
  return { hub, policies: await policiesOfHub(request.context.db, hub.id) }
}

export const showPolicies: Page = async (request) => {
  const { hub, policies } = await around(request)
  const mayWrite = hub.isOpen && mayChoosePolicy(request.context.actor, hub.id)
  const said = request.query.get('said') === 'written' ? 'The version is written. Choose it on your offers.' : null
  return page(
    policiesView(
      { ...request.frame, notice: said ?? request.frame.notice },
      { hub, policies, mayWrite, isStaff: mayEditOffer(request.context.actor, hub.id) },
    ),
  )
}

// Where a name is given, the next version begins with the newest; otherwise the policy is new.
const newestOf = (policies: readonly PolicyOfHub[], name: string): PolicyOfHub | null =>
  policies.find((policy) => policy.name === name) ?? null

export const askForPolicy: Page = async (request) => {
  const { hub, policies } = await around(request)
  const newest = newestOf(policies, request.query.get('of') ?? '')
  return page(policyView(request.frame, { hub, newest, seenVersion: newest?.version ?? 0, form: emptyForm }))
}

export const savePolicy: Page = async (request) => {
  const { hub, policies } = await around(request)
  const { body, frame, context } = request
  const seenVersion = Number(typedText(body, 'version').slice(0, 6)) || 0
  const again = (form: FormState) =>
    invalid(policyView(frame, { hub, newest: newestOf(policies, typedText(body, 'of')), seenVersion, form }))
  const form = parseForm(policyForm, { ...body, ...(typedText(body, 'of') ? { name: typedText(body, 'of') } : {}) })
  if (!form.ok) return again(form)
  try {
    await writePolicy(context, { hubId: hub.id, terms: form.value, seenVersion })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again({ typed: body, errors: [{ field: 'name', message: problem.message }] })
  }
  return redirect(`/hub/${hub.slug}/policies?said=written`)
}
