import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { checkboxesField, type FormState, hiddenField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, localDate } from '../../../vocabulary/local-time.ts'

type Asked = {
  readonly id: string
  readonly name: string
  readonly asked_by: string
  readonly asked_at: Temporal.Instant
  readonly reason: string | null
  readonly status: string
  readonly decided_at: Temporal.Instant | null
  readonly decision_reason: string | null
}

const crumbs = [
  { text: 'National picture', href: '/network' },
  { text: 'People’s data', href: '/network/personal-data' },
]
const outcome: Readonly<Record<string, string>> = {
  withdrawn: 'Taken back',
  refused: 'Refused',
  carried_out: 'Erased',
}
const day = (instant: Temporal.Instant | null): string => (instant ? formatDate(localDate(instant)) : '')
const dueBy = (asked: Temporal.Instant): string => formatDate(localDate(asked).add({ months: 1 }))

const openTable = (open: readonly Asked[]): Html =>
  open.length === 0
    ? emptyState({ title: 'Nothing waits', text: 'Requests to be erased appear here, to be decided within a month.' })
    : table({
        stacks: true,
        caption: 'To be decided',
        captionClasses: 'govuk-table__caption--m',
        head: ['Who', 'Asked', 'By', 'Decide by'],
        rows: open.map((asked) => [
          html`<a class="govuk-link" href="/network/erasures/${asked.id}">${asked.name}</a>`,
          day(asked.asked_at),
          asked.asked_by,
          dueBy(asked.asked_at),
        ]),
      })

export const erasuresView = (
  frame: Frame,
  { open, settled }: { open: readonly Asked[]; settled: readonly Asked[] },
): Html =>
  layout(
    frame,
    { title: 'Erasures', breadcrumbs: [...crumbs, { text: 'Erasures' }], unlisted: true },
    html`<h1 class="govuk-heading-l">Erasures</h1>
${openTable(open)}
${
  settled.length === 0
    ? ''
    : table({
        stacks: true,
        caption: 'Decided',
        captionClasses: 'govuk-table__caption--m',
        head: ['Who', 'Asked', 'Decided', 'Outcome'],
        rows: settled.map((asked) => [
          asked.name,
          day(asked.asked_at),
          day(asked.decided_at),
          `${outcome[asked.status] ?? asked.status}${asked.decision_reason ? `: ${asked.decision_reason}` : ''}`,
        ]),
      })
}`,
  )

type Preview = {
  readonly asked: Asked
  readonly form: FormState
  readonly obstacles: readonly { readonly obstacle: string; readonly first: string }[]
  readonly mentions: readonly { readonly table: string; readonly rows: number }[]
  readonly namesakes: number
  readonly lines: readonly {
    readonly called: string
    readonly rows: number
    readonly goes: string
    readonly stays: string
  }[]
}

const preview = ({ lines, mentions }: Preview): Html =>
  html`${scrollable(
    'What is erased, and what stays counted',
    table({
      stacks: true,
      caption: 'What is erased, and what stays counted',
      captionClasses: 'govuk-table__caption--m',
      head: ['What', { text: 'Records', format: 'numeric' }, 'Is erased', 'Stays, because'],
      rows: lines.map((line) => [
        line.called,
        { text: String(line.rows), format: 'numeric' },
        line.goes || 'nothing',
        line.stays,
      ]),
    }),
  )}
${mentions.length === 0 ? '' : html`<p class="govuk-body">Texts that name them, in which the name is struck out: ${mentions.map(({ table: name, rows }) => `${name.replaceAll('_', ' ')} (${rows})`).join(', ')}.</p>`}
<p class="govuk-body">Mail that waits to be sent to them is not sent. Links in mails to them, their sessions, tokens and passkeys stop working at once. Backups made before today still hold the data until they are deleted; a restore erases them again, by the list that lies beside the backups.</p>`

const deciding = (shown: Preview): Html =>
  html`<form method="post" action="/network/erasures/${shown.asked.id}" novalidate>
${hiddenField('act', 'erase')}
${
  shown.namesakes > 0
    ? checkboxesField(shown.form, {
        name: 'mentions',
        label: `${shown.namesakes === 1 ? 'Somebody else has' : `${shown.namesakes} others have`} the same name`,
        hint: 'Unless you tick this, texts that give the name without an address are left as they are.',
        items: [{ value: 'theirs', text: 'I have checked that the texts mean this person' }],
      })
    : ''
}
${shown.obstacles.length > 0 ? '' : html`${warningText('An erasure cannot be undone.')}${button({ text: `Erase ${shown.asked.name}`, classes: 'govuk-button--warning', preventDoubleClick: true })}`}
</form>
<h2 class="govuk-heading-m">Refuse it</h2>
<form method="post" action="/network/erasures/${shown.asked.id}" novalidate>
${hiddenField('act', 'refuse')}
${textArea(shown.form, { name: 'reason', label: 'Reason, which they are told', rows: 3 })}
${button({ text: 'Refuse', classes: 'govuk-button--secondary' })}
</form>`

/** An erasure before it is decided: exactly what goes, what stays, and what has to be done first. */
export const erasureView = (frame: Frame, shown: Preview): Html => {
  const { asked, obstacles, form } = shown
  return layout(
    frame,
    {
      title: `Erase ${asked.name}`,
      breadcrumbs: [...crumbs, { text: 'Erasures', href: '/network/erasures' }, { text: asked.name }],
      errors: form.errors,
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">Erase ${asked.name}</h1>
${summaryList({
  rows: [
    { key: 'Asked by', value: `${asked.asked_by}, on ${day(asked.asked_at)}` },
    { key: 'Reason', value: asked.reason ?? 'None was given, and none is needed' },
    { key: 'Decide by', value: dueBy(asked.asked_at) },
  ],
})}
${
  asked.status !== 'asked'
    ? html`<p class="govuk-body">${outcome[asked.status] ?? asked.status} on ${day(asked.decided_at)}.</p>`
    : html`${obstacles.length > 0 ? html`<h2 class="govuk-heading-m">To be done first</h2><ul class="govuk-list govuk-list--bullet">${obstacles.map(({ obstacle, first }) => html`<li>${obstacle} ${first}</li>`)}</ul>` : ''}
${preview(shown)}
${deciding(shown)}`
}`,
  )
}
