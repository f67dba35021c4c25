import { Conflict, found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import {
  type Answer,
  fileRefused,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import type { Html } from '../../../ui/html.ts'
import { filesTaken, typeOfFile } from '../../../vocabulary/file-taken.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { saveStep, sendFile } from '../actions/save-step.ts'
import { isFieldOf, type Step, timesSaved, typedIn } from '../interest-form.ts'
import { closedFormView } from './closed-form.view.ts'
import { withKnownPerson } from './known-people.form.ts'
import { knownPeople } from './known-people.page.ts'
import { errorsIn, type OpenForm, openForm } from './open-form.page.ts'
import { overviewView } from './overview.view.ts'
import { type StepShown, stepView } from './step.view.ts'

/** Where a form stands: its steps, who helps, how to come back. */
export const showForm: Page = async (request) => {
  const open = await openForm(request)
  if (open.closed !== null) return closed(request, open)
  return page(
    overviewView(request.frame, {
      ...open,
      url: `${request.context.config.baseUrl}${open.asking.about.base}`,
      done: open.steps.filter(({ key }) => isDone(open, key)).map(({ key }) => key),
    }),
  )
}

export const isDone = (open: OpenForm, key: string): boolean =>
  (open.form.saved[key] !== undefined || open.form.changes !== null) && errorsIn(open, key).length === 0

/** The window has closed: what was typed is kept, and what can be done is said. */
export const closed = (request: PageRequest, open: OpenForm): Answer =>
  page(closedFormView(request.frame, { ...open, sentence: open.closed ?? '' }))

const stepOf = ({ params }: PageRequest, { steps }: OpenForm): Step =>
  found(steps.find(({ key }) => key === params['step']) ?? null)

const draw = async (
  request: PageRequest,
  open: OpenForm,
  step: Step,
  more: Pick<StepShown, 'state'> & Partial<StepShown>,
) =>
  stepView(request.frame, {
    ...open,
    step,
    times: timesSaved(open.form, step.key),
    known: step.key === 'people' || step.key === 'agreement' ? await knownPeople(request.context, open) : null,
    ...more,
  })

// A step that was never saved begins without errors, although much is missing from it.
const stateOf = (open: OpenForm, step: Step): FormState => ({
  typed: open.form.typed,
  errors: open.form.saved[step.key] ? errorsIn(open, step.key) : [],
})

export const showStep: Page = async (request) => {
  const open = await openForm(request)
  if (open.closed !== null) return closed(request, open)
  const step = stepOf(request, open)
  return page(await draw(request, open, step, { state: stateOf(open, step) }))
}

const nextPath = (open: OpenForm, step: Step): string => {
  const { base } = open.asking.about
  const at = open.steps.findIndex(({ key }) => key === step.key)
  const after = [...open.steps.slice(at + 1), ...open.steps.slice(0, at)]
  const next = after.find(({ key }) => !isDone(open, key))
  return next ? `${base}/${next.key}` : `${base}/check`
}

/** Keeps what was typed in a step, and goes on to the next; what is wrong with it is said, and kept as well. */
export const saveTyped: Page = async (request) => {
  const open = await openForm(request)
  const step = stepOf(request, open)
  if (step.key.startsWith('file-')) return saveFile(request, open, step)
  const typed = await pressedKnown(request, open, step)
  try {
    const times = Number(typedText(request.body, 'times')) || 0
    await saveStep(request.context, { formId: open.form.id, step: step.key, typed, times })
  } catch (problem) {
    if (problem instanceof Conflict) return overtakenBy(request, step, typed)
    throw problem
  }
  return afterSaving(request, step)
}

const afterSaving = async (request: PageRequest, step: Step): Promise<Answer> => {
  const now = await openForm(request)
  if (now.closed !== null) return closed(request, now)
  const { base } = now.asking.about
  const press = typedText(request.body, 'press')
  if (press.startsWith('known-')) return redirect(`${base}/${step.key}`)
  if (press === 'later') return redirect(base)
  const errors = errorsIn(now, step.key)
  if (errors.length > 0) return invalid(await draw(request, now, step, { state: { typed: now.form.typed, errors } }))
  return redirect(nextPath(now, step))
}

const pressedKnown = async (request: PageRequest, open: OpenForm, { key }: Step): Promise<Typed> => {
  const press = typedText(request.body, 'press')
  if (key !== 'people' || !press.startsWith('known-')) return request.body
  const person = (await knownPeople(request.context, open))?.people.find(({ id }) => `known-${id}` === press)
  return person ? withKnownPerson(request.body, person, open.details.people.most) : request.body
}

// Both are shown, and what was typed here replaces the other only when it is sent once more.
const overtakenBy = async (request: PageRequest, step: Step, typed: Typed): Promise<Answer> => {
  const open = await openForm(request)
  const others = Object.fromEntries(Object.entries(open.form.typed).filter(([field]) => !isFieldOf(step.key, field)))
  const state = { ...formFrom({ ...others, ...typedIn(step.key, typed) }), errors: [conflict] }
  return overtaken(await draw(request, open, step, { state, overtaken: typedIn(step.key, open.form.typed) }))
}

const conflict = {
  field: 'differs',
  message:
    'Somebody has saved this step since you opened it. What you typed is below and not saved yet: compare the two, then save again to put yours in its place.',
}

const saveFile = async (request: PageRequest, open: OpenForm, step: Step): Promise<Answer> => {
  const key = step.key.slice(5)
  const wrong = (message: string): Promise<Html> =>
    draw(request, open, step, { state: { typed: {}, errors: [{ field: `answer_${key}`, message }] } })
  const { upload, context } = request
  if (!upload) {
    const isMissing = open.details.questions.some((each) => each.key === key && each.isRequired) && !open.files[key]
    if (isMissing) return invalid(await wrong(`Choose a file for “${step.title}”`))
    await saveStep(context, { formId: open.form.id, step: step.key, typed: {}, times: timesSaved(open.form, step.key) })
    return afterFile(request, step)
  }
  const { name, bytes } = upload
  const type = typeOfFile(name, bytes)
  if (type === null) return fileRefused(await wrong(`This file cannot be taken. Send ${filesTaken}`), 415)
  await sendFile(context, { formId: open.form.id, questionKey: key, name, type, content: bytes })
  return afterFile(request, step)
}

const afterFile = async (request: PageRequest, step: Step): Promise<Answer> => {
  const now = await openForm(request)
  return now.closed === null ? redirect(nextPath(now, step)) : closed(request, now)
}
