import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { yourSpeaker } from '../../../vocabulary/speaks-for.ts'
import { type Step, typedIn } from '../interest-form.ts'
import { questionField, questionFields } from './answers.view.ts'
import { type AskedFor, columns } from './ask.view.ts'
import {
  agreementFields,
  type DetailsAsked,
  headteacherFields,
  peopleFields,
  preferenceFields,
  senderFields,
  sureFields,
} from './details.view.ts'
import { fieldInWords, valueInWords } from './typed-words.view.ts'

type KnownShown = {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly post: keyof typeof postLabels | null
    readonly from: string
  }[]
  readonly headteacher: { readonly name: string; readonly email: string } | null
}

export type StepShown = {
  readonly asking: { readonly about: AskedFor }
  readonly details: DetailsAsked
  readonly steps: readonly Step[]
  readonly files: Readonly<Record<string, { readonly name: string }>>
  readonly step: Step
  /** How often the step was saved when this page was drawn. */
  readonly times: number
  readonly state: FormState
  readonly known: KnownShown | null
  /** What somebody else saved in the meantime. */
  readonly overtaken?: Typed
}

const knownFields = ({ known }: StepShown): Html | false =>
  known !== null &&
  known.people.length > 0 &&
  insetText(html`<p class="govuk-body">Known already: one press fills in what is known of them.</p>
${known.people.map(
  ({ id, name, post, from }) =>
    html`<p class="govuk-body govuk-!-margin-bottom-2">${button({ text: html`Name ${name}`, name: 'press', value: `known-${id}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })} ${post && `${postLabels[post]}, `}took part in ${from}</p>`,
)}`)

const withHeadteacher = ({ state, known }: StepShown): FormState =>
  known?.headteacher && state.typed['headteacher_email'] === undefined
    ? {
        ...state,
        typed: {
          ...state.typed,
          headteacher_name: known.headteacher.name,
          headteacher_email: known.headteacher.email,
        },
      }
    : state

const agreement = (shown: StepShown): Html => {
  const { details, state, known } = shown
  return html`${agreementFields(state, details)}${details.agreement && insetText(`${details.agreement.by} agreed on ${formatInstant(details.agreement.at)}, for ${details.agreement.projectTitle}. That counts for this year, and nobody is asked again.`)}${details.asksHeadteacher && html`${headteacherFields(withHeadteacher(shown), details)}${known?.headteacher && html`<p class="govuk-hint">The name and address are those the network knows for ${yourSpeaker(details.organisation.kind)}. Correct them if they have changed.</p>`}`}`
}

const fileFields = ({ details, step, files, state }: StepShown): Html => {
  const question = details.questions.find(({ key }) => `file-${key}` === step.key)
  const sent = question && files[question.key]
  return html`${sent && insetText(`Sent: ${sent.name}. Choose another file to put it in its place.`)}${question && questionField(state, question)}`
}

const fieldsOf = (shown: StepShown): Html | readonly Html[] => {
  const { step, state, details } = shown
  switch (step.key) {
    case 'you':
      return senderFields(state, details)
    case 'people':
      return html`${knownFields(shown)}${peopleFields(state, details)}`
    case 'questions':
      return questionFields(
        state,
        details.questions.filter(({ kind }) => kind !== 'file'),
      )
    case 'preferences':
      return preferenceFields(state, details)
    case 'agreement':
      return agreement(shown)
    default:
      return fileFields(shown)
  }
}

/** What was saved and what was typed, side by side, field by field. */
const differs = ({ overtaken, step, state, details }: StepShown): Html | false => {
  if (!overtaken) return false
  const typed = typedIn(step.key, state.typed)
  const names = [...new Set([...Object.keys(overtaken), ...Object.keys(typed)])]
  const words = (values: Typed, name: string) => valueInWords(details, name, values[name]) || 'Nothing'
  return html`<section id="differs" tabindex="-1">${table({
    stacks: true,
    caption: 'What differs',
    captionClasses: 'govuk-table__caption--m',
    head: ['Field', 'Saved now', 'What you typed'],
    rows: names
      .filter((name) => words(overtaken, name) !== words(typed, name))
      .map((name) => [fieldInWords(details, name), words(overtaken, name), words(typed, name)]),
  })}</section>`
}

/** One step of a form: what is typed in it is kept as soon as it is sent, right or wrong. */
export const stepView = (frame: Frame, shown: StepShown): Html => {
  const { asking, step, steps, state, times, details } = shown
  const { about } = asking
  const isFile = step.key.startsWith('file-')
  const at = steps.findIndex(({ key }) => key === step.key) + 1
  return layout(
    frame,
    { title: `${step.title}: ${about.title}`, backLink: about.base, errors: state.errors, unlisted: true },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub} · ${details.organisation.name} · step ${at} of ${steps.length}</span>
<h1 class="govuk-heading-l">${step.title}</h1>
${differs(shown)}
<form method="post" action="${about.base}/${step.key}"${isFile && html` enctype="multipart/form-data"`} novalidate>
${/* The first button of a form is what the Enter key presses. */ html`<button class="govuk-visually-hidden" type="submit" tabindex="-1" aria-hidden="true">Save and continue</button>`}
${hiddenField('times', String(times))}${sureFields(state)}
${fieldsOf(shown)}
<div class="govuk-button-group">${button({ text: 'Save and continue', preventDoubleClick: true })}${!isFile && button({ text: 'Save and come back later', name: 'press', value: 'later', classes: 'govuk-button--secondary' })}</div>
</form>`),
  )
}
