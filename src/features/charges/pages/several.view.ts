import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatInstant, formatTimeRange } from '../../../vocabulary/local-time.ts'
import type { PolicyTerms, Proposal } from '../cancellation.ts'
import { consequenceInShort } from '../consequence.ts'
import { excuses, policyAgreed } from './excuse.view.ts'

export type SeveralLine = {
  readonly participantId: string
  readonly sessionId: string
  readonly who: { readonly name: string }
  readonly number: number
  readonly title: string | null
  readonly onDate: Temporal.PlainDate
  readonly from: Temporal.PlainTime
  readonly to: Temporal.PlainTime
  readonly mode: string
  readonly venue: string | null
  readonly cancelledAt: Temporal.Instant | null
  readonly proposal: Proposal
}

export type Several = {
  readonly organisation: string
  readonly group: string
  readonly hub: string
  readonly policy: PolicyTerms | null
  readonly takesPart: boolean
  readonly mayGiveUp: boolean
  readonly parts: readonly { readonly id: string; readonly name: string }[]
  readonly lines: readonly SeveralLine[]
  readonly address: {
    readonly several: string
    readonly place: string
    readonly come: string
    readonly home: string
  }
}

export const sessionNamed = ({ number, title }: Pick<SeveralLine, 'number' | 'title'>): string =>
  `Session ${number}${title ? `: ${title}` : ''}`
export const whenOf = (line: Pick<SeveralLine, 'onDate' | 'from' | 'to' | 'mode' | 'venue'>): string =>
  `${formatDay(line.onDate)}, ${formatTimeRange(line.from, line.to)}, ${line.mode === 'online' ? 'online' : (line.venue ?? 'place to be confirmed')}`

const bySession = (lines: readonly SeveralLine[]) => [...Map.groupBy(lines, ({ sessionId }) => sessionId).values()]

// Where it differs between people, each is named.
const costOf = (lines: readonly SeveralLine[]): string => {
  const words = new Set(lines.map(({ proposal }) => consequenceInShort(proposal)))
  return words.size === 1
    ? [...words].join('')
    : lines.map(({ who, proposal }) => `${who.name}: ${consequenceInShort(proposal)}`).join('; ')
}

const sessionChoices = (open: readonly SeveralLine[], form: FormState): Html =>
  checkboxesField(form, {
    name: 'sessions',
    label: 'Which sessions?',
    small: true,
    items: bySession(open).flatMap((lines) => {
      const [line] = lines
      return line
        ? [{ value: line.sessionId, text: `${sessionNamed(line)}, ${whenOf(line)}`, hint: costOf(lines) }]
        : []
    }),
  })

const choosing = ({ several, form }: Choosing, open: readonly SeveralLine[]): Html =>
  html`<form method="post" action="${several.address.several}" novalidate>
${
  several.parts.length === 1
    ? hiddenField('who', several.parts[0]?.id ?? '')
    : checkboxesField(form, {
        name: 'who',
        label: 'Who will not come?',
        small: true,
        items: several.parts.map(({ id, name }) => ({ value: id, text: name })),
      })
}
${radiosField(form, {
  name: 'which',
  label: 'What do you want to cancel?',
  small: true,
  items: [
    { value: 'some', text: 'Some sessions', conditional: sessionChoices(open, form) },
    { value: 'all', text: `All that remain (${bySession(open).length})` },
  ],
})}
${excuses(several, form)}
${textArea(form, { name: 'reason', label: 'Why? (optional)', hint: 'The hub reads this when it decides about a charge. Please write nothing about anybody’s health.', rows: 3 })}
${button({ text: 'See what it means', preventDoubleClick: true })}
<p class="govuk-body">Nothing is cancelled before you have seen what it costs and confirmed it.</p>
</form>`

const takenOut = ({ lines, address }: Several): Html | false => {
  const cancelled = lines.filter(({ cancelledAt }) => cancelledAt !== null)
  return (
    cancelled.length > 0 &&
    html`${table({
      stacks: true,
      caption: 'Cancelled',
      captionClasses: 'govuk-table__caption--m',
      head: ['Who', 'Session', 'Notice given', { text: '' }],
      rows: cancelled.map((line) => [
        line.who.name,
        `${sessionNamed(line)}, ${whenOf(line)}`,
        line.cancelledAt ? formatInstant(line.cancelledAt) : '',
        html`<form method="post" action="${address.come}">${hiddenField('participant', line.participantId)}${hiddenField('session', line.sessionId)}${button({ text: html`Comes after all<span class="govuk-visually-hidden">: ${line.who.name}, session ${line.number}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`,
      ]),
    })}<p class="govuk-body">Until a session begins notice of it can be taken back. A charge that was only proposed goes with it.</p>`
  )
}

type Choosing = { readonly several: Several; readonly form: FormState }

/** Choosing whom and which sessions to cancel, each session with what it costs now and until when it is free. */
export const severalView = (frame: Frame, { several, form }: Choosing): Html => {
  const open = several.lines.filter(({ cancelledAt }) => cancelledAt === null)
  return layout(
    frame,
    { title: 'Cancel sessions', backLink: several.address.home, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${several.group}</span>
<h1 class="govuk-heading-l">Cancel sessions</h1>
<p class="govuk-body">${several.organisation}</p>
${several.takesPart ? '' : insetText('The place in this group is over: there is nothing left to cancel.')}
${several.takesPart && open.length === 0 && emptyState({ title: 'No session is left to cancel', text: 'Confirmed dates that are still to come stand here.' })}
${open.length > 0 && choosing({ several, form }, open)}
${takenOut(several)}
${several.takesPart && several.mayGiveUp && html`<p class="govuk-body"><a class="govuk-link" href="${several.address.place}">Give up the place of ${several.organisation}</a></p>`}
${policyAgreed(several)}
</div></div>`,
  )
}
