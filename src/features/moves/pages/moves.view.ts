import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { type Choice, choicesFor, type Decision, type Participation } from '../move.ts'

export type HubNamed = { readonly slug: string; readonly name: string }
type Moved = {
  readonly person: string
  readonly from: string
  readonly to: string | null
}
export type MovesList = {
  readonly hub: HubNamed
  readonly open: readonly (Moved & {
    readonly id: string
    readonly personId: string
    readonly movedOn: Temporal.PlainDate
    readonly groups: readonly string[]
  })[]
  /** Who has said that they will leave: nothing to decide yet. */
  readonly coming: readonly (Moved & { readonly personId: string; readonly on: Temporal.PlainDate })[]
  readonly decided: readonly (Moved & {
    readonly group: string
    readonly decision: Decision
    readonly successor: string | null
    readonly by: string | null
    readonly at: Temporal.Instant
  })[]
}

const wayOf = ({ from, to }: Moved): string => (to === null ? `No longer at ${from}` : `From ${from} to ${to}`)

const decisionInWords = ({ decision, from, to, successor }: MovesList['decided'][number]): string => {
  if (decision === 'moves') return `Goes on for ${to}`
  if (decision === 'ends') return 'The place ended'
  return `The place stayed with ${from}${successor ? `; ${successor} follows` : ''}`
}

const crumbs = (hub: HubNamed, ...more: readonly { text: string; href?: string }[]) => [
  { text: 'Hub work', href: `/hub/${hub.slug}` },
  { text: 'People', href: `/hub/${hub.slug}/people` },
  ...more,
]

/** Who has left a school for which they take part: what there is to decide, and what was decided. */
export const movesView = (frame: Frame, { hub, open, decided, coming }: MovesList): Html =>
  layout(
    frame,
    {
      title: `People who left a school: ${hub.name}`,
      breadcrumbs: crumbs(hub, { text: 'People who left a school' }),
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'People who left a school', caption: hub.name, text: 'A place belongs to the school, or goes on with the person: you decide. Until then the dates stand.' })}
${
  open.length === 0
    ? emptyState({
        title: 'Nothing to decide',
        text: 'When somebody who takes part in one of your groups leaves their school, it is listed here.',
      })
    : table({
        stacks: true,
        caption: 'To decide',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: ['Who', 'What has happened', 'Since', 'Takes part in', 'Decide'],
        rows: open.map((move) => [
          html`<a class="govuk-link" href="/hub/${hub.slug}/people/${move.personId}">${move.person}</a>`,
          wayOf(move),
          formatShortDate(move.movedOn),
          move.groups.join(', '),
          html`<a class="govuk-link" href="/hub/${hub.slug}/people/moves/${move.id}">Decide<span class="govuk-visually-hidden"> about ${move.person}</span></a>`,
        ]),
      })
}
${
  coming.length > 0 &&
  table({
    stacks: true,
    caption: 'To come',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Who', 'What will happen', 'On'],
    rows: coming.map((move) => [
      html`<a class="govuk-link" href="/hub/${hub.slug}/people/${move.personId}">${move.person}</a>`,
      wayOf(move),
      formatShortDate(move.on),
    ]),
  })
}
${
  decided.length > 0 &&
  table({
    stacks: true,
    caption: 'Decided',
    captionClasses: 'govuk-table__caption--m',
    head: ['Who', 'What had happened', 'Group', 'Decision', 'By', 'When'],
    rows: decided.map((each) => [
      each.person,
      wayOf(each),
      each.group,
      decisionInWords(each),
      each.by ?? 'By the program',
      formatShortDate(localDate(each.at)),
    ]),
  })
}`,
  )

export type MoveShown = Moved & {
  readonly id: string
  readonly hub: HubNamed
  readonly personId: string
  readonly movedOn: Temporal.PlainDate
  readonly saidBy: string
  /** The participation to decide about now; null when all is decided. */
  readonly participation: Participation | null
  readonly more: number
  readonly form: FormState
}

const saidByWords: Readonly<Record<string, string>> = { person: 'Themselves', school: 'Their school', hub: 'A hub' }

const inside = (move: MoveShown, participation: Participation, choice: Choice): Html | undefined => {
  if (choice.decision === 'stays')
    return html`${textField(move.form, { name: 'name', label: 'Who follows? (optional)', autocomplete: 'off' })}${textField(move.form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off' })}`
  const isLeftEmpty = choice.decision === 'moves' && participation.unit === 'organisation' && participation.others === 0
  return isLeftEmpty
    ? radiosField(move.form, {
        name: 'place',
        label: `What becomes of the place of ${move.from}?`,
        value: 'stays',
        small: true,
        items: [
          { value: 'stays', text: `${move.from} keeps it, and may name somebody` },
          { value: 'ends', text: 'It ends, and its room is free' },
        ],
      })
    : undefined
}

const question = (move: MoveShown, participation: Participation): Html => {
  const choices = choicesFor(move, participation)
  const refused = choices.filter(({ refusal }) => refusal !== null)
  return html`<h2 class="govuk-heading-m">${participation.group}</h2>
<p class="govuk-body">${participation.project}. ${participation.unit === 'person' ? 'The place is for one person.' : `The place of ${move.from} is for ${participation.peopleCount === 1 ? 'one person' : `${participation.peopleCount} people`}.`} In the group there is room for ${participation.unit === 'person' ? `${participation.room.organisations} more.` : `${participation.room.organisations} more schools or institutions, and ${participation.room.people} more people.`}</p>
${refused.map(({ label, refusal }) => insetText(`${label}: ${refusal}`))}
<form method="post" action="/hub/${move.hub.slug}/people/moves/${move.id}" novalidate>
${hiddenField('participant', participation.participantId)}
${radiosField(move.form, {
  name: 'decision',
  label: 'What becomes of the place?',
  size: 'm',
  items: choices
    .filter(({ refusal }) => refusal === null)
    .map((choice) => ({
      value: choice.decision,
      text: choice.label,
      hint: choice.effect,
      conditional: inside(move, participation, choice),
    })),
})}
${button({ text: 'Decide', preventDoubleClick: true })}
</form>`
}

/** One move: what happened, and the decision with its effect said before. */
export const moveView = (frame: Frame, move: MoveShown): Html =>
  layout(
    frame,
    {
      title: `${move.person} has left ${move.from}`,
      breadcrumbs: crumbs(
        move.hub,
        { text: 'People who left a school', href: `/hub/${move.hub.slug}/people/moves` },
        { text: move.person },
      ),
      errors: move.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${move.hub.name}</span><h1 class="govuk-heading-l">${move.person} has left ${move.from}</h1>
${summaryList({
  rows: [
    {
      key: 'Who',
      value: html`<a class="govuk-link" href="/hub/${move.hub.slug}/people/${move.personId}">${move.person}</a>`,
    },
    { key: 'What has happened', value: `${wayOf(move)}, on ${formatDate(move.movedOn)}` },
    { key: 'Said by', value: saidByWords[move.saidBy] ?? move.saidBy },
  ],
})}
${
  move.participation
    ? question(move, move.participation)
    : html`<p class="govuk-body">Everything about this is decided. <a class="govuk-link" href="/hub/${move.hub.slug}/people/moves">See all</a></p>`
}
${move.more > 0 && html`<p class="govuk-body">Afterwards: ${move.more === 1 ? 'one more group' : `${move.more} more groups`} to decide about.</p>`}
</div></div>`,
  )
