import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import {
  emptyForm,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { questionFields } from '../../asking/index.ts'
import {
  choicesOf,
  type Difference,
  differencesView,
  kept,
  listOf,
  type PlaceOfWriting,
  questionKindWords,
  rowsView,
} from '../../project-writing/index.ts'
import type { Question } from '../../projects/index.ts'
import { questionRowFields } from '../question-row.ts'

export type QuestionsShown = {
  readonly place: PlaceOfWriting
  /** Where the project is written. */
  readonly path: string
  readonly title: string
  readonly isPublic: boolean
  readonly form: FormState
  readonly mark: string
  /** The questions as they will be put, where that was asked for. */
  readonly preview: readonly Question[] | null
  /** What was typed beside what somebody else has saved in the meantime. */
  readonly differs?: readonly Difference[]
}

const rows = (form: FormState): Html =>
  rowsView({
    form,
    fields: questionRowFields,
    noun: 'question',
    isOrdered: true,
    draw: (row, name) =>
      html`${kept(row, name, 'key')}${textField(form, { name: name('label'), label: 'The question' })}
${textField(form, { name: name('hint'), label: 'What helps to answer it (optional)' })}
${selectField(form, { name: name('kind'), label: 'How it is answered', items: choicesOf(questionKindWords) })}
${textArea(form, { name: name('choices'), label: 'Answers to choose from', hint: 'Only where people choose. Each on a line of its own; rules may refer to them, so add new ones instead of giving one another meaning', rows: 3 })}
${radiosField(form, {
  name: name('required'),
  label: 'Has it to be answered?',
  small: true,
  inline: true,
  value: 'no',
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}`,
  })

const readingOf = (preview: readonly Question[] | null): Html | false =>
  preview !== null &&
  html`<section class="app-reading" id="preview" aria-label="As it will be asked"><h2 class="govuk-heading-m">As it will be asked</h2>
${
  preview.length === 0
    ? html`<p class="govuk-body">Nothing beside what every request says.</p>`
    : html`<fieldset class="govuk-fieldset" disabled><legend class="govuk-visually-hidden">The questions, not to be answered here</legend>${questionFields(
        emptyForm,
        preview.map((question) => ({ ...question, key: `preview_${question.key}` })),
      )}</fieldset>`
}</section>`

// The first button of a form is what the Enter key presses.
const pressedByEnter = html`<button class="govuk-visually-hidden" type="submit" tabindex="-1" aria-hidden="true">Save</button>`

/** The questions of a project, written on its draft or its correction. */
export const questionsView = (frame: Frame, shown: QuestionsShown): Html => {
  const { place, path, title, form, mark, differs, isPublic } = shown
  return layout(
    frame,
    {
      title: `Questions: ${title}`,
      breadcrumbs: [place.home, listOf(place), { text: title, href: path }, { text: 'Questions' }],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Questions</h1>
<p class="govuk-body">Every request says who asks, who would take part and what would suit them. Ask here only what the project needs beside that: each question costs every school time.</p>
${isPublic && insetText('This project is public. What you save here is a correction: nobody is asked anything else until the correction is published. Who has asked already is not asked again.')}
${differs && html`<section id="differs" tabindex="-1"><h2 class="govuk-heading-m">What you typed, beside what is saved now</h2>${differencesView(differs)}</section>`}
${readingOf(shown.preview)}
<form method="post" action="${path}/questions" novalidate>${pressedByEnter}${hiddenField('mark', mark)}${rows(form)}
<div class="govuk-button-group govuk-!-margin-top-6">${button({ text: isPublic ? 'Save the correction' : 'Save', preventDoubleClick: true })}
${button({ text: 'See how they will be asked', name: 'press', value: 'preview', classes: 'govuk-button--secondary' })}
<a class="govuk-link" href="${path}">Back without saving</a></div></form></div></div>`,
  )
}
