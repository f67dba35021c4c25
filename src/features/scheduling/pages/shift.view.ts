import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, hiddenField, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatTimeRange } from '../../../vocabulary/local-time.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'
import type { Possible } from '../day.ts'

export type MoveShown = {
  readonly session: Session
  readonly day: Possible
  readonly because: string | null
}

export type ShiftShown = {
  readonly group: GroupSeen
  readonly session: Session
  readonly later: number
  /** Days that would do, the nearest first. */
  readonly choices: readonly Possible[]
  /** What moving to the chosen day would do; null before one is chosen. */
  readonly preview: {
    readonly to: string
    readonly all: boolean
    readonly moves: readonly MoveShown[]
    readonly told: readonly string[]
  } | null
  readonly form: FormState
}

const inWords = ({ on, startsAt, endsAt }: Possible): string => `${formatDay(on)}, ${formatTimeRange(startsAt, endsAt)}`

const previewView = ({ group, session, preview }: ShiftShown): Html | false => {
  if (!preview) return false
  return html`${table({
    caption: 'What would move',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: ['Session', 'Now', 'Then', 'To know'],
    firstCellIsHeader: true,
    rows: preview.moves.map(({ session: each, day, because }) => [
      numberedName(each),
      whenInWords(each),
      inWords(day),
      html`${[...(because ? [`Not as far as the first: ${because.charAt(0).toLowerCase()}${because.slice(1)}`] : []), ...day.warnings].map((line, at) => html`${at > 0 && html`<br>`}${line}.`)}`,
    ]),
  })}
${insetText(preview.told.length === 0 ? 'Nobody has been told these dates, so no mail is sent.' : `${preview.told.length} ${preview.told.length === 1 ? 'person has' : 'people have'} been told. Each is sent one mail with all of it: ${preview.told.slice(0, 8).join(', ')}${preview.told.length > 8 ? ` and ${preview.told.length - 8} more` : ''}.`)}
<form method="post" action="/groups/${group.id}/schedule/shift/${session.id}" novalidate>
${hiddenField('to', preview.to)}${hiddenField('which', preview.all ? 'later' : 'one')}
${hiddenField('mark', markOfMoves(preview.moves))}
${button({ text: preview.moves.length === 1 ? 'Move it' : `Move these ${preview.moves.length} sessions`, preventDoubleClick: true })}</form>`
}

/** What was seen before it was confirmed: differs as soon as a session is another, or would come to lie elsewhere. */
export const markOfMoves = (moves: readonly MoveShown[]): string =>
  moves.map(({ session, day }) => `${session.id}.${session.sequence}.${day.on}.${day.startsAt}`).join(' ')

/** Moves one session, or it and all later ones: first which day, then what that does to whom, then it is done. */
export const shiftView = (frame: Frame, shown: ShiftShown): Html => {
  const { group, session, later, choices, form } = shown
  const name = numberedName(session)
  return layout(
    frame,
    { title: `Shift ${name}`, backLink: `/groups/${group.id}/schedule`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">Shift ${name}</h1>
<p class="govuk-body">Now: ${whenInWords(session)}.</p>
${previewView(shown)}
<h2 class="govuk-heading-m">${shown.preview ? 'Another day' : 'Which day?'}</h2>
<form method="get" action="/groups/${group.id}/schedule/shift/${session.id}" novalidate>
${radiosField(form, {
  name: 'to',
  label: 'Days near it that would do',
  small: true,
  items: [
    ...choices.map((day) => ({
      value: day.on.toString(),
      text: inWords(day),
      ...(day.warnings.length > 0 ? { hint: `${day.warnings.join('. ')}.` } : {}),
    })),
    { value: 'other', text: 'Another day, entered below' },
  ],
})}
${dateField(form, { name: 'other', label: 'Another day' })}
${
  later > 0 &&
  radiosField(form, {
    name: 'which',
    label: 'What moves?',
    small: true,
    value: 'one',
    items: [
      { value: 'one', text: 'This session alone' },
      {
        value: 'later',
        text: `It and the ${later} after it`,
        hint: 'As many days on each, or the nearest day that would do',
      },
    ],
  })
}
${button({ text: 'Show what would move', classes: shown.preview ? 'govuk-button--secondary' : '' })}</form></div></div>`,
  )
}
