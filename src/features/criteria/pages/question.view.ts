import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Question } from '../questions.ts'

type Asking = {
  readonly question: Question
  /** Where it is asked, and what travels on. */
  readonly action: string
  readonly said: readonly (readonly [string, string])[]
  readonly form: FormState
}

/** The field of one question. */
export const questionField = (form: FormState, question: Question): Html =>
  question.kind === 'choice'
    ? radiosField(form, {
        name: question.name,
        label: question.text,
        hint: `Asked because of this rule: ${question.because}`,
        small: true,
        items: question.choices,
      })
    : textField(form, {
        name: question.name,
        label: question.text,
        hint: `${question.kind === 'day' ? 'A day such as 1 September 2020. ' : ''}Asked because of this rule: ${question.because}`,
        width: question.kind === 'day' ? 20 : 3,
        ...(question.kind === 'number' ? { inputmode: 'numeric' as const } : {}),
      })

/** One question, because the answer in sum hangs on it; answered in the address, so that nothing is kept. */
export const questionForm = ({ question, action, said, form }: Asking): Html =>
  html`<form method="get" action="${action}" class="app-row">${said.map(([name, value]) => hiddenField(name, value))}
${questionField(form, question)}
${button({ text: 'Answer', classes: 'govuk-button--secondary' })}</form>`
