import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { roomInWords, unitsInWords } from '../../groups/index.ts'
import type { Aside, Merger, Way } from '../merger.ts'

type Missing = { readonly organisations: number; readonly people: number }
export type MergeShown = {
  readonly merger: Merger
  readonly ways: readonly Way[]
  readonly aside: Aside
  readonly missing: Missing
  /** What stands against it whatever room there is. */
  readonly refusal: string | null
  readonly mayRunInto: boolean
  readonly mark: string
  readonly form: FormState
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
const miles = (way: number | null): string => (way === null ? 'Not known' : `${Math.round(way * 10) / 10}`)

const goingTable = ({ merger, ways }: MergeShown): Html => {
  const { one, many } = unitsInWords(merger.from)
  return merger.places.length === 0
    ? html`<p class="govuk-body">No ${one} has a place in ${merger.from.name}: nobody goes along.</p>`
    : scrollable(
        'Who goes along',
        table({
          caption: `Who goes along: ${count(merger.places.length, one, many)}`,
          captionClasses: 'govuk-table__caption--m',
          stacks: true,
          firstCellIsHeader: true,
          head: [
            'Organisation',
            'Place',
            { text: 'People', format: 'numeric' },
            { text: 'Miles now', format: 'numeric' },
            { text: 'Miles then', format: 'numeric' },
            'To mind',
          ],
          rows: merger.places.map(({ organisation, status, people, limitMiles }, at) => {
            const way = ways[at]
            return [
              organisation,
              status === 'held' ? 'Held' : 'Offered, with the same day to answer by',
              { text: people, format: 'numeric' as const },
              { text: miles(way?.now ?? null), format: 'numeric' as const },
              { text: miles(way?.then ?? null), format: 'numeric' as const },
              way?.isTooFar ? `Farther than the ${limitMiles} miles it said` : '',
            ]
          }),
        }),
      )
}

const isOrAre = (number: number): string => (number === 1 ? 'is' : 'are')

const datesInWords = ({ from, into }: Merger, { ending, toCome }: Aside): string => {
  const over =
    ending === 0
      ? `${from.name} has no date to come.`
      : `${count(ending, 'date', 'dates')} of ${from.name} to come ${isOrAre(ending)} cancelled, and ${ending === 1 ? 'leaves' : 'leave'} calendars.`
  return `${over} ${into.name} has ${toCome === 0 ? 'no date to come yet' : `${count(toCome, 'date', 'dates')} to come: the confirmed ones are sent to whoever goes along`}.`
}

const heldInWords = ({ from }: Merger, { held }: Aside): string =>
  held === 1
    ? `The session of ${from.name} that has been held stays, with who came, in ${from.name}, and counts on the statements at the end of the year.`
    : `The ${held} sessions of ${from.name} that have been held stay, with who came, in ${from.name}, and count on the statements at the end of the year.`

const tellingInWords = ({ into }: Merger, { told }: Aside): string =>
  `${told.length === 0 ? 'Nobody takes part or leads yet.' : `${count(told.length, 'person gets', 'people get')} one mail with what changes for them.`} Who asked for a place, the leads of ${into.name} and its hub are told too, each once.`

const requestsInWords = ({ from, into }: Merger, { waitingElsewhere: number }: Aside): string =>
  `${count(number, 'request', 'requests')} for the offer of ${from.name}, which has no other group, ${number === 1 ? 'goes' : 'go'} on with the offer of ${into.name}, each with its turn.`

const consequences = ({ merger, aside }: MergeShown): Html => {
  const { from, into, places } = merger
  const { told, held, waitingElsewhere, heldBack } = aside
  return html`<ul class="govuk-list govuk-list--bullet">
<li>${into.name} would have ${count(places.length + into.organisationsTaken, 'place', 'places')} taken; now it has ${roomInWords(into, into)}.</li>
<li>${datesInWords(merger, aside)}</li>
${held > 0 && html`<li>${heldInWords(merger, aside)}</li>`}
${waitingElsewhere > 0 && html`<li>${requestsInWords(merger, aside)}</li>`}
${heldBack > 0 && html`<li>${count(heldBack, 'place that is', 'places that are')} held back in ${from.name} ${isOrAre(heldBack)} held back no more.</li>`}
<li>${tellingInWords(merger, aside)}</li>
</ul>${told.length > 0 && details({ summaryText: 'Who gets the mail with the dates', text: html`<p class="govuk-body">${told.join(', ')}</p>` })}`
}

const roomField = ({ merger: { from, into }, missing, mayRunInto, form }: MergeShown): Html | false => {
  if (missing.organisations + missing.people === 0) return false
  const { one, many } = unitsInWords(from)
  const lacks = [
    ...(missing.organisations > 0 ? [count(missing.organisations, one, many)] : []),
    ...(missing.people > 0 ? [count(missing.people, 'person', 'people')] : []),
  ].join(' and ')
  if (!mayRunInto)
    return html`<p class="govuk-body">${into.name} lacks room for ${lacks}. Ask ${into.hubName}, which holds it, for more.</p>`
  return checkboxesField(form, {
    name: 'room',
    label: `${into.name} lacks room for ${lacks}`,
    items: [{ value: 'add', text: `Give it room for ${lacks} more` }],
  })
}

const leadsField = ({ merger: { from, into }, aside, mayRunInto, form }: MergeShown): Html | false =>
  mayRunInto &&
  aside.leads.length > 0 &&
  radiosField(form, {
    name: 'leads',
    label: `Does ${aside.leads.map(({ name }) => name).join(' and ')} lead ${into.name} too?`,
    hint: `${into.leads.length === 0 ? 'Nobody leads it yet' : `It is led by ${into.leads.map(({ name }) => name).join(' and ')}`}. What was held in ${from.name} stays to be read.`,
    value: into.leads.length === 0 ? 'join' : 'end',
    items: [
      { value: 'join', text: 'Yes' },
      { value: 'end', text: 'No' },
    ],
  })

const deciding = (shown: MergeShown): Html => {
  const { merger, refusal, missing, mayRunInto, mark, form } = shown
  if (refusal !== null) return html`<p class="govuk-body">${refusal}</p>`
  const isPossible = mayRunInto || missing.organisations + missing.people === 0
  return html`<form method="post" action="/groups/${merger.from.id}/merge" novalidate>${hiddenField('into', merger.into.id)}${hiddenField('mark', mark)}
${roomField(shown)}${
  isPossible &&
  html`${leadsField(shown)}${textArea(form, { name: 'reason', label: 'Why do they become one?', hint: 'Everybody who is told reads this', rows: 3 })}
${warningText('It is done in ten minutes. Until then you can take it back, and nobody is told.')}${button({ text: `Make ${merger.from.name} part of ${merger.into.name}`, classes: 'govuk-button--warning', preventDoubleClick: true })}`
}</form>`
}

/** What happens to whom if one group becomes part of another, before it is done. */
export const mergeView = (frame: Frame, shown: MergeShown): Html => {
  const { from, into } = shown.merger
  return layout(
    frame,
    {
      title: `${from.name} into ${into.name}`,
      backLink: `/groups/${from.id}/merge`,
      errors: shown.form.errors,
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${from.projectTitle}</span><h1 class="govuk-heading-l">${from.name} into ${into.name}: what would happen</h1>
${goingTable(shown)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">What else</h2>
${consequences(shown)}
${deciding(shown)}
</div></div>`,
  )
}
