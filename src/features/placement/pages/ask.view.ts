import { button } from '../../../ui/components/button.ts'
import { checkboxesField, type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Asked } from '../asked.ts'
import { measureFields, measureInWords, type TableSeen } from './measure.view.ts'
import { openingFields, type VenueSeen } from './opening.view.ts'
import type { HubSeen } from './placements.view.ts'

type OfferSeen = {
  readonly id: string
  readonly title: string
  readonly theme: string | null
  readonly interest: number
  readonly groups: number
  readonly room: number
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

const datesWords: Readonly<Record<Asked['dates'], string>> = {
  never: 'Nobody is put into a group that meets while another group of theirs does',
  avoided: 'It is avoided where that costs nobody a place',
  ignored: 'It does not matter',
}
const phasesWords: Readonly<Record<Asked['phases'], string>> = {
  any: 'Schools of every phase work together as it comes',
  one: 'A group takes schools of one phase',
  mixed: 'A group takes only so many schools of one phase',
}

/** What was chosen for a placement, as sentences that hold for all of it. */
export const askedInWords = (asked: Asked): readonly string[] => [
  asked.keepMinimum ? 'A group runs with its minimum or takes nobody new.' : 'Groups run below their minimum too.',
  `Dates that clash: ${datesWords[asked.dates].slice(0, 1).toLowerCase()}${datesWords[asked.dates].slice(1)}.`,
  asked.phases === 'mixed'
    ? `A group takes at most ${asked.mostOfAPhase} schools of one phase.`
    : `${phasesWords[asked.phases]}.`,
  ...(asked.opening === null
    ? []
    : [
        `Up to ${count(asked.opening.most, 'new group', 'new groups')} of ${asked.opening.from} to ${asked.opening.to} may open.`,
      ]),
  ...measureInWords(asked),
]

/** What the form holds before anything is typed. */
export const typedFrom = (asked: Asked, offerIds: readonly string[]) => ({
  offer: offerIds,
  minimum: asked.keepMinimum ? 'keep' : 'any',
  dates: asked.dates,
  phases: asked.phases,
  most_of_a_phase: String(asked.mostOfAPhase),
  measure: asked.measure,
  most_miles: asked.mostMiles === null ? '' : String(asked.mostMiles),
  most_minutes: asked.mostMinutes === null ? '' : String(asked.mostMinutes),
  untold_miles: asked.mostMiles === null ? '' : String(asked.mostMiles),
  open_most: asked.opening === null ? '' : String(asked.opening.most),
  open_from: String(asked.opening?.from ?? 6),
  open_to: String(asked.opening?.to ?? 8),
  open_people: String(asked.opening?.peopleEach ?? 2),
  open_at: asked.opening?.venueIds ?? [],
})

/** What counts in a placement: chosen before it is worked out. */
export const askView = (
  frame: Frame,
  {
    hub,
    offers,
    venues,
    table,
    form,
  }: {
    hub: HubSeen
    offers: readonly OfferSeen[]
    venues: readonly VenueSeen[]
    table: TableSeen | null
    form: FormState
  },
): Html =>
  layout(
    frame,
    {
      title: 'What counts in this placement',
      backLink: `/hub/${hub.slug}/placement`,
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<form method="post" action="/hub/${hub.slug}/placement" novalidate>
<span class="govuk-caption-l">${offers[0]?.title}</span>
<h1 class="govuk-heading-l">What counts in this placement</h1>
<p class="govuk-body">Room in each group, for organisations and for people, and the travel limits that schools stated are always kept. First as many as can be are placed, those with priority before all others; then wishes, travel and even groups decide.</p>
${checkboxesField(form, {
  name: 'offer',
  label: 'Offers placed together',
  hint: 'Offers of one project. Those who asked go into the groups of their own offer where they can.',
  items: offers.map((offer) => ({
    value: offer.id,
    text: `${offer.title}${offer.theme ? `: ${offer.theme}` : ''}`,
    hint: `${count(offer.interest, 'waits', 'wait')}, ${count(offer.groups, 'group', 'groups')}, ${count(offer.room, 'place', 'places')} left`,
  })),
})}
${radiosField(form, {
  name: 'minimum',
  label: 'The minimum that a group needs to run',
  items: [
    { value: 'keep', text: 'Is kept', hint: 'A group that does not reach it takes nobody new' },
    { value: 'any', text: 'Does not matter now' },
  ],
})}
${radiosField(form, {
  name: 'dates',
  label: 'Dates that clash with a school’s other groups',
  items: (['never', 'avoided', 'ignored'] as const).map((value) => ({ value, text: datesWords[value] })),
})}
${radiosField(form, {
  name: 'phases',
  label: 'Phases in a group',
  items: [
    { value: 'any', text: phasesWords.any },
    { value: 'one', text: phasesWords.one },
    {
      value: 'mixed',
      text: phasesWords.mixed,
      conditional: textField(form, {
        name: 'most_of_a_phase',
        label: 'Schools of one phase at most',
        width: 3,
        inputmode: 'numeric',
      }),
    },
  ],
})}
${measureFields(hub, table, form)}
${openingFields(hub, venues, form)}
${button({ text: 'Find the best placement', preventDoubleClick: true })}
</form></div></div>`,
  )
