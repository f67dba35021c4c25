import { button } from '../../../ui/components/button.ts'
import { panel } from '../../../ui/components/panel.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'
import { countedOnStatement, type Particulars } from '../completion.ts'

type Statement = {
  readonly code: string
  readonly name: string | null
  readonly particulars: Particulars
  readonly issued_at: Temporal.Instant
  readonly withdrawn_at: Temporal.Instant | null
}

/** Where anyone checks a statement by its code. */
export const checkView = (frame: Frame, form: FormState): Html =>
  layout(
    frame,
    {
      title: 'Check a statement of participation',
      description: 'Check whether a statement of participation is genuine.',
      errors: form.errors,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">Check a statement of participation</h1>
<form method="get" action="/statements" novalidate>
${textField(form, { name: 'code', label: 'Code', hint: 'It stands on the statement, such as TS-7K4M-9Q2X', width: 20, spellcheck: false })}
${button({ text: 'Check it' })}</form></div></div>`,
  )

/** No statement has this code. */
export const unknownView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'No statement has this code', breadcrumbs: [{ text: 'Statements', href: '/statements' }], unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">No statement has this code</h1>
<p class="govuk-body">Please compare it with the statement, letter by letter. A code has eight letters and digits after TS, and never a 0, 1, I, L, O, U or Y.</p>
<p class="govuk-body"><a class="govuk-link" href="/statements">Try another code</a></p></div></div>`,
  )

/** Whether a statement is genuine, and what it states. */
export const statementView = (frame: Frame, statement: Statement): Html => {
  const { code, name, particulars, withdrawn_at: withdrawn } = statement
  return layout(
    frame,
    {
      title: withdrawn ? 'This statement was withdrawn' : 'This statement is genuine',
      breadcrumbs: [{ text: 'Statements', href: '/statements' }, { text: statement.code }],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${
  withdrawn
    ? html`<h1 class="govuk-heading-l">This statement was withdrawn</h1>${warningText(`${particulars.hub} withdrew it on ${formatDate(localDate(withdrawn))}. It states nothing any longer.`)}`
    : panel({ titleText: 'This statement is genuine', text: code })
}
${summaryList({
  rows: [
    { key: 'Code', value: code },
    { key: 'Name', value: name ?? 'Erased at the wish of the person concerned' },
    { key: 'Organisation', value: particulars.organisation },
    {
      key: 'Project',
      value: particulars.projectCode ? `${particulars.project} (${particulars.projectCode})` : particulars.project,
    },
    { key: 'Year', value: yearInWords(academicYear(particulars.year)) },
    { key: 'Group', value: `${particulars.group}, ${particulars.hub}` },
    {
      key: 'Sessions attended',
      value: `${particulars.sessionsAttended} of ${particulars.sessionsHeld}, ${particulars.hours} hours`,
    },
    ...(particulars.tasksSet
      ? [{ key: 'Reflections returned', value: `${particulars.tasksReturned ?? 0} of ${particulars.tasksSet}` }]
      : []),
    { key: 'Issued', value: formatDate(localDate(statement.issued_at)) },
  ],
})}
${particulars.inPerson === true && html`<p class="govuk-body">${countedOnStatement}</p>`}
${withdrawn ? '' : html`<p class="govuk-body"><a class="govuk-link" href="/statements/${code}.pdf">The statement as PDF</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="/statements">Check another</a></p></div></div>`,
  )
}
