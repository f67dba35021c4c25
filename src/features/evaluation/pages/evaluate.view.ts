import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { agreementLabels } from '../evaluation.ts'

export type Answering = {
  readonly address: string
  readonly group: string
  readonly project: string
  readonly closesOn: Temporal.PlainDate
  readonly isOpen: boolean
  readonly questions: readonly {
    readonly id: string
    readonly question: string
    readonly kind: 'agreement' | 'words'
  }[]
  readonly given: readonly {
    readonly question_id: string
    readonly agreement: number | null
    readonly words: string | null
  }[]
}

const questionField = (
  form: FormState,
  answering: Answering,
  { id, question, kind }: Answering['questions'][number],
): Html => {
  const given = answering.given.find((answer) => answer.question_id === id)
  if (kind === 'words')
    return textArea(form, {
      name: `q-${id}`,
      label: `${question} (optional)`,
      size: 's',
      value: given?.words ?? null,
      rows: 6,
    })
  const items = agreementLabels.map((text, index) => ({ value: String(index + 1), text }))
  return radiosField(form, {
    name: `q-${id}`,
    label: question,
    items: items.toReversed(),
    value: given?.agreement ? String(given.agreement) : null,
    small: true,
  })
}

/** The questions of an evaluation, under a participant's personal link. */
export const evaluateView = (frame: Frame, { answering, form }: { answering: Answering; form: FormState }): Html =>
  layout(
    frame,
    { title: `What did ${answering.project} bring you?`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${answering.group}</span>
<h1 class="govuk-heading-l">What did ${answering.project} bring you?</h1>
${
  answering.isOpen
    ? html`<p class="govuk-body">These are the benefits that were promised. What you say is shown as figures only, and your words without your name. You can change your answers until ${formatDate(answering.closesOn)}.</p>
<form method="post" action="${answering.address}" novalidate>
${answering.questions.map((question) => questionField(form, answering, question))}
${button({ text: answering.given.length > 0 ? 'Save the changes' : 'Send the answers', preventDoubleClick: true })}</form>`
    : insetText(`This evaluation closed on ${formatDate(answering.closesOn)}. Thank you for taking part.`)
}
</div></div>`,
  )
