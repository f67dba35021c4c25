import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
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
import { hubBySlug } from '../../organisations/index.ts'
import { listsFor, rearranged } from '../../rule-writing/index.ts'
import { composeOwnRules, dropComposedRules, putOwnRulesInForce } from '../actions/compose-own-rules.ts'
import { aboutOffer } from '../own-rule.form.ts'
import { rulesOfOffer } from '../queries.ts'
import { tryOwnRules } from '../trying-queries.ts'
import { ownRulesView, ownTrialView } from './own-rules.view.ts'

/** The rules of the offer of the address, for the staff of its hub; those of other hubs are not there. */
export const rulesHere = async ({ context, params }: PageRequest) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  const id = params['offer'] ?? ''
  const rules = found(isId(id) ? await rulesOfOffer(context.db, hub.id, id) : null)
  return { rules, path: `/hub/${hub.slug}/offers/${id}/rules` }
}

const draw = async (request: PageRequest, form: FormState) => {
  const { rules, path } = await rulesHere(request)
  const { project, hub, year } = rules.offer
  const lists = await listsFor(request.context.db, { projectId: project.id, hubId: hub.id, year })
  const said = request.query.get('said')
  return ownRulesView(request.frame, { rules, path, about: aboutOffer(rules, lists), form, said })
}

/** What the project asks, and what the hub asks beside it or takes besides. */
export const showOwnRules: Page = async (request) => page(await draw(request, emptyForm))

const act = async (
  { context }: PageRequest,
  { rules }: Awaited<ReturnType<typeof rulesHere>>,
  press: string,
  mark: string,
) => {
  const composing = { offerId: rules.offer.id, mark }
  if (press === 'in-force') return putOwnRulesInForce(context, composing)
  if (press === 'drop') return dropComposedRules(context, composing)
  const changed = rearranged(rules.composed, press)
  return changed ? composeOwnRules(context, { ...composing, rules: changed }) : undefined
}

export const actOnOwnRules: Page = async (request): Promise<Answer> => {
  const here = await rulesHere(request)
  const press = typedText(request.body, 'press')
  try {
    await act(request, here, press, typedText(request.body, 'mark'))
    return redirect(press === 'in-force' ? `${here.path}?said=in-force` : here.path)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const isOvertaken = problem instanceof Conflict
    const message = isOvertaken ? `${problem.message} These are the rules now: choose again.` : problem.message
    const drawn = await draw(request, { typed: {}, errors: [{ field: '', message }] })
    return isOvertaken ? overtaken(drawn) : invalid(drawn)
  }
}

/** Whose verdict would change if what is composed were in force: numbers first, then organisations, never people. */
export const showOwnTrial: Page = async (request) => {
  const { rules, path } = await rulesHere(request)
  return page(ownTrialView(request.frame, { rules, path, ...(await tryOwnRules(request.context, rules)) }))
}
