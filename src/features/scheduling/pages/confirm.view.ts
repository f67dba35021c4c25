import { button } from '../../../ui/components/button.ts'
import { checkboxesField, type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'

type Shown = {
  readonly group: GroupSeen
  readonly provisional: readonly Session[]
  readonly waiting: readonly string[]
  readonly form: FormState
}

/** Provisional dates, to be confirmed together, with who would be told. */
export const confirmView = (frame: Frame, { group, provisional, waiting, form }: Shown): Html =>
  layout(
    frame,
    {
      title: 'Confirm provisional dates',
      backLink: `/groups/${group.id}/schedule`,
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Confirm provisional dates</h1>
${
  provisional.length === 0
    ? html`<p class="govuk-body">No provisional session of this group has a date and times.</p>`
    : html`<form method="post" action="/groups/${group.id}/schedule/confirm" novalidate>
${checkboxesField(form, {
  name: 'sessions',
  label: 'Which dates are certain?',
  small: true,
  items: provisional.map((session) => ({
    value: session.id,
    text: `${numberedName(session)}: ${whenInWords(session)}`,
  })),
  values: provisional.map(({ id }) => id),
})}
${provisional.map(({ id, sequence }) => hiddenField(`sequence-${id}`, String(sequence)))}
${checkboxesField(form, {
  name: 'tell',
  label: 'Tell everyone now?',
  small: true,
  items: [{ value: 'yes', text: 'Yes: one mail each, with every confirmed date for their calendars' }],
  values: [],
})}
<p class="govuk-body">${waiting.length === 0 ? 'Nobody has a place yet who could be told.' : `Who would be told: ${waiting.join(', ')}.`}</p>
${button({ text: 'Confirm these dates', preventDoubleClick: true })}</form>`
}</div></div>`,
  )
