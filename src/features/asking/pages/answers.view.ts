import {
  checkboxesField,
  dateField,
  type FormState,
  fileField,
  radiosField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { filesTaken } from '../../../vocabulary/file-taken.ts'
import type { Question } from '../../projects/index.ts'

const accept = '.pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.jpeg,.txt,.csv'

const itemsOf = ({ choices }: Question) => choices.map(({ key, label }) => ({ value: key, text: label }))

/** The field in which a question of a project is answered. */
export const questionField = (form: FormState, question: Question): Html => {
  const hint = question.hint ?? undefined
  const label = question.isRequired ? question.label : `${question.label} (optional)`
  const field = { name: `answer_${question.key}`, label, ...(hint ? { hint } : {}) }
  switch (question.kind) {
    case 'text':
      return textArea(form, { ...field, size: 's', rows: 4 })
    case 'choice':
      return radiosField(form, { ...field, items: itemsOf(question) })
    case 'choices':
      return checkboxesField(form, { ...field, items: itemsOf(question) })
    case 'number':
      return textField(form, { ...field, size: 's', inputmode: 'decimal', width: 5 })
    case 'date':
      return dateField(form, { ...field, hint: [hint, 'For example, 17 11 2021'].filter(Boolean).join('. ') })
    case 'file':
      return fileField(form, { ...field, size: 's', accept, hint: [hint, filesTaken].filter(Boolean).join('. ') })
  }
}

/** The questions of a project as they are put to whoever asks. */
export const questionFields = (form: FormState, questions: readonly Question[]): Html =>
  html`${questions.map((question) => questionField(form, question))}`
