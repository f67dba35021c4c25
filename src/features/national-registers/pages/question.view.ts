import { button } from '../../../ui/components/button.ts'
import { type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import {
  answerLabels,
  answersTo,
  questionLabels,
  questionSentence,
  type RegisterQuestion,
} from '../register-question.ts'

const picture = { text: 'National picture', href: '/network' }
const list = { text: 'National registers', href: '/network/registers' }

const answerForm = (question: RegisterQuestion, form: FormState): Html => {
  const fits = answersTo[question.kind]
  const needsUrn = fits.includes('successor')
  return html`<form method="post" action="/network/registers/questions/${question.id}" novalidate>
${radiosField(form, {
  name: 'answer',
  label: 'What do you decide?',
  small: true,
  items: fits.map((answer) => ({
    value: answer,
    text: answerLabels[answer],
    ...(answer === 'successor'
      ? {
          conditional: textField(form, {
            name: 'urn',
            label: 'URN of the school that takes over',
            inputmode: 'numeric',
            width: 10,
            ...(question.told.successors
              ? { hint: question.told.successors.map(({ urn, name }) => `${urn}: ${name}`).join('; ') }
              : {}),
          }),
        }
      : {}),
  })),
})}
${needsUrn && html`<p class="govuk-body">The school that takes over is offered wherever the closed one is shown, and what the closed one had here goes on under it.</p>`}
${button({ text: 'Save the decision', preventDoubleClick: true })}</form>`
}

/** One question with its answers. */
export const questionView = (frame: Frame, question: RegisterQuestion, form: FormState): Html => {
  const title = questionLabels[question.kind]
  return layout(
    frame,
    { title, breadcrumbs: [picture, list, { text: title }], errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${questionSentence(question)}</p>
${question.organisation && html`<p class="govuk-body"><a class="govuk-link" href="/network/organisations/${question.organisation.id}">See ${question.organisation.name}</a></p>`}
${question.settledAt === null ? answerForm(question, form) : html`<p class="govuk-body">This was settled on ${formatInstant(question.settledAt)}.</p>`}</div></div>`,
  )
}
