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
import { type FormState, formFrom } from '../../../ui/fields.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { afterPressing, listsFor, readTree, treeIn, withRule, withTree } from '../../rule-writing/index.ts'
import { composeOwnRules } from '../actions/compose-own-rules.ts'
import { proposal, readOwnRule, typedOwnRule } from '../own-rule.form.ts'
import { ownRuleView } from './own-rule.view.ts'
import { rulesHere } from './own-rules.page.ts'

const opened = async (request: PageRequest) => {
  const { rules, path } = await rulesHere(request)
  const key = request.params['rule'] ?? ''
  const typedId = typedText(request.body, 'id')
  const rule = key === 'new' ? null : found(rules.composed.find(({ id }) => id === key))
  // A new one has an id of its own from the start, so that sent twice it is one.
  const id = rule?.id ?? (isId(typedId) ? typedId : newId())
  const { project, hub, year } = rules.offer
  const lists = await listsFor(request.context.db, { projectId: project.id, hubId: hub.id, year })
  return { rules, path, rule, id, lists }
}

type Opened = Awaited<ReturnType<typeof opened>>

const draw = (request: PageRequest, here: Opened, form: FormState, mark: string) =>
  ownRuleView(request.frame, {
    rules: here.rules,
    path: here.path,
    address: `${here.path}/${here.rule?.id ?? 'new'}`,
    id: here.id,
    isNew: here.rule === null,
    lists: here.lists,
    form,
    mark,
  })

const begunTo = ({ query }: PageRequest, { rules }: Opened): string =>
  query.get('does') ?? (rules.allowed.mayNarrow ? 'required' : '')

/** One rule of the hub's own, composed fact by fact. */
export const askForOwnRule: Page = async (request) => {
  const here = await opened(request)
  if (here.rules.offer.status === 'withdrawn') return redirect(here.path)
  return page(
    draw(request, here, formFrom(typedOwnRule(here.rule, begunTo(request, here), here.lists)), here.rules.mark),
  )
}

// Buttons that add, move and remove change the form; nothing is kept before it is saved.
const afterButton = (request: PageRequest, here: Opened, mark: string): Answer | null => {
  const { body } = request
  const press = typedText(body, 'press')
  if (press !== 'propose') {
    const tree = afterPressing(press, body)
    return tree && page(draw(request, here, formFrom(withTree(body, tree)), mark))
  }
  const read = readTree(treeIn(body), here.lists)
  if ('errors' in read) return invalid(draw(request, here, { typed: body, errors: read.errors }, mark))
  const sentence = proposal(read.rule, here.rules, here.lists)
  return page(draw(request, here, formFrom({ ...body, sentence }), mark))
}

export const saveOwnRule: Page = async (request) => {
  const here = await opened(request)
  const mark = typedText(request.body, 'mark')
  const pressed = afterButton(request, here, mark)
  if (pressed) return pressed
  const read = readOwnRule(request.body, here)
  if (!read.ok) return invalid(draw(request, here, read, mark))
  try {
    const rules = withRule(here.rules.composed, read.value)
    await composeOwnRules(request.context, { offerId: here.rules.offer.id, rules, mark })
    return redirect(here.path)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const isOvertaken = problem instanceof Conflict
    const message = isOvertaken
      ? `${problem.message} Your rule is below, and not saved. Look at the rules as they are now in another tab, then save again to keep yours.`
      : problem.message
    const form = { typed: request.body, errors: [{ field: '', message }] }
    return isOvertaken
      ? overtaken(draw(request, here, form, here.rules.mark))
      : invalid(draw(request, here, form, mark))
  }
}
