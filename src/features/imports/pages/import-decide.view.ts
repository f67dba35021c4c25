import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { checkboxesField, type FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type Counts, countOf, type Import, isChangeable } from '../import.ts'

export type LetterSeen = { readonly subject: string; readonly paragraphs: readonly string[] }

type DecidePage = {
  readonly spreadsheet: Import
  readonly base: string
  readonly counts: Counts
  readonly letter: LetterSeen | null
  readonly form: FormState
}

const isForHeadteachers = ({ matching }: Import): boolean => matching?.includes('headteacher_email') ?? false

const telling = ({ letter, form, spreadsheet }: DecidePage): Html | false =>
  letter !== null &&
  html`${checkboxesField(form, {
    name: 'tells',
    label: 'Tell them?',
    hint: 'Usually not: they asked you long ago, and you have answered them in your own way',
    items: [
      {
        value: 'yes',
        text: isForHeadteachers(spreadsheet)
          ? 'Write to the first person of each new request that it is here, and to the headteacher of the row, who confirms it where the project asks for that'
          : 'Write to the first person of each new request that it is here',
      },
    ],
  })}
${details({
  summaryText: 'What would they read?',
  text: html`<p class="govuk-body"><strong>${letter.subject}</strong></p>${letter.paragraphs.map((words) => html`<p class="govuk-body">${words}</p>`)}`,
})}`

const runForm = (shown: DecidePage): Html | false => {
  const { base, counts, spreadsheet } = shown
  const rows = countOf(counts, 'new', 'changed')
  const waiting = countOf(counts, 'waiting')
  if (spreadsheet.status !== 'ready' && spreadsheet.status !== 'settling') return false
  if (rows === 0) return insetText('No row does anything: all are here already, refused or left out.')
  return html`<h2 class="govuk-heading-m">Import</h2>
${waiting > 0 && warningText({ text: `${waiting} ${waiting === 1 ? 'row waits' : 'rows wait'} for a school and will be refused if you import now.` })}
<form method="post" action="${base}/run" novalidate>
${telling(shown)}
${button({ text: `Import ${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`, preventDoubleClick: true })}
</form>`
}

const undoForm = ({ base, spreadsheet, counts }: DecidePage): Html | false =>
  spreadsheet.status === 'finished' &&
  spreadsheet.rowsDeletedAt === null &&
  countOf(counts, 'made', 'added') > 0 &&
  details({
    summaryText: 'Take this import back',
    text: html`<p class="govuk-body">${
      spreadsheet.kind === 'interest'
        ? 'Requests that this import made, and that nobody has touched since, are withdrawn. Nobody is written to. Requests that have been decided, changed or given a place stay, and the rows say so.'
        : 'Posts that this import stated are taken away, and people whom it made known and on whom nothing depends. The rest stays, and the rows say so.'
    }</p>
<form method="post" action="${base}/undo">${button({ text: 'Take it back', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
  })

const discardForm = ({ base, spreadsheet }: DecidePage): Html | false =>
  isChangeable(spreadsheet.status) &&
  html`<form method="post" action="${base}/discard">${button({ text: 'Throw this file away', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

/** What can be done with an import now. */
export const decideForms = (shown: DecidePage): Html => html`${runForm(shown)}${undoForm(shown)}${discardForm(shown)}`
