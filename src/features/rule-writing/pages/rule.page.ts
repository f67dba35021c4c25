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
import { isStillWritten, markOf, type WrittenRule, writePart, writingOf } from '../../project-writing/index.ts'
import { listsFor } from '../lists-queries.ts'
import { proposal, readRule, rulesToWiden, typedRule } from '../rule.form.ts'
import { withRule } from '../rule-written.ts'
import { readTree } from '../tree.form.ts'
import { afterPressing, treeIn, withTree } from '../typed-tree.ts'
import { ruleView } from './rule.view.ts'

/** The rule that the address names; a new one has an id of its own from the start, so that sent twice it is one. */
const ruleAt = (rules: readonly WrittenRule[], id: string, isNew: boolean): WrittenRule | null =>
  isNew ? null : found(isId(id) ? rules.find((rule) => rule.id === id) : null)

const opened = async (request: PageRequest) => {
  const { place, writing, path } = await writingOf(request)
  const key = request.params['rule'] ?? ''
  const typedId = typedText(request.body, 'id')
  const rule = ruleAt(writing.written.criteria, key, key === 'new')
  const id = rule?.id ?? (isId(typedId) ? typedId : newId())
  const lists = await listsFor(request.context.db, {
    projectId: writing.id,
    hubId: place.hubId,
    year: writing.written.year,
    questions: writing.written.questions,
  })
  return { place, writing, path, rule, id, lists, written: writing.written }
}

type Opened = Awaited<ReturnType<typeof opened>>

const draw = (request: PageRequest, here: Opened, form: FormState, mark: string) =>
  ruleView(request.frame, {
    place: here.place,
    path: here.path,
    title: here.written.title,
    address: `${here.path}/rules/${here.rule?.id ?? 'new'}`,
    id: here.id,
    isNew: here.rule === null,
    isPublic: here.writing.status === 'published',
    themes: here.written.themes,
    rules: rulesToWiden(here.written, here.id),
    ofHub: here.place.hubId !== null,
    lists: here.lists,
    form,
    mark,
  })

const markNow = ({ written }: Opened) => markOf(written, ['criteria'])

/** One rule, composed fact by fact. */
export const askForRule: Page = async (request) => {
  const here = await opened(request)
  if (!isStillWritten(here.writing.status)) return redirect(here.path)
  return page(draw(request, here, formFrom(typedRule(here.rule, here.lists)), markNow(here)))
}

// Buttons that add, move and remove change the form; nothing is kept before it is saved.
const afterButton = (request: PageRequest, here: Opened, mark: string): Answer | null => {
  const { body } = request
  const press = typedText(body, 'press')
  if (press === 'propose') {
    const read = readTree(treeIn(body), here.lists)
    if ('errors' in read) return invalid(draw(request, here, { typed: body, errors: read.errors }, mark))
    const sentence = proposal(read.rule, here.written, here.lists)
    return page(draw(request, here, formFrom({ ...body, sentence }), mark))
  }
  const tree = afterPressing(press, body)
  return tree && page(draw(request, here, formFrom(withTree(body, tree)), mark))
}

export const saveRule: Page = async (request) => {
  const here = await opened(request)
  const mark = typedText(request.body, 'mark')
  const pressed = afterButton(request, here, mark)
  if (pressed) return pressed
  const read = readRule(request.body, { id: here.id, written: here.written, lists: here.lists })
  if (!read.ok) return invalid(draw(request, here, read, mark))
  try {
    const criteria = withRule(here.written.criteria, read.value)
    await writePart(request.context, { id: here.writing.id, part: { criteria }, mark })
    return redirect(`${here.path}/rules`)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const isOvertaken = problem instanceof Conflict
    const message = isOvertaken
      ? `${problem.message} Your rule is below, and not saved. Look at the rules as they are now in another tab, then save again to keep yours.`
      : problem.message
    const form = { typed: request.body, errors: [{ field: '', message }] }
    return isOvertaken ? overtaken(draw(request, here, form, markNow(here))) : invalid(draw(request, here, form, mark))
  }
}
