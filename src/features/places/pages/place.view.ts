import { button } from '../../../ui/components/button.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import { type GroupSeen, roomInWords } from '../../groups/index.ts'
import { type PlaceStatus, partLabels, placeStatusLabels } from '../place.ts'

export type PlacePage = {
  readonly group: GroupSeen
  readonly place: {
    readonly id: string
    readonly organisation: string
    readonly personId: string | null
    readonly peopleCount: number
    readonly status: PlaceStatus
  }
  readonly people: readonly {
    readonly id: string
    readonly personId: string
    readonly name: string
    readonly address: string | null
  }[]
  readonly hasMet: boolean
  readonly mark: string
  /** The project keeps the same people all year: who leaves, leaves for a reason. */
  readonly samePeople: boolean
  /** The hub whose lead the reader is, if they are. */
  /** Whether it is the place of one of the reader’s hub’s own. */
  readonly isOwn: boolean
  readonly ledAt: string | null
  readonly form: FormState
  readonly endForm: FormState
}

const posts = postKinds.map((kind) => ({ value: kind, text: postLabels[kind] }))
const parts = [
  { value: 'lead', text: partLabels.lead },
  { value: 'other', text: partLabels.other },
]

const fieldsOf = (form: FormState, suffix: string): Html =>
  html`${radiosField(form, { name: `part${suffix}`, label: 'Part', items: parts, inline: true, small: true })}${selectField(form, { name: `post${suffix}`, label: 'Post', items: posts, blank: 'Not known' })}${textField(form, { name: `needs${suffix}`, label: 'What they need (optional)', hint: 'What somebody has said of themselves stays' })}`

const personFields = (form: FormState, person: PlacePage['people'][number]): Html =>
  html`<h2 class="govuk-heading-m">${person.name}</h2>${radiosField(form, {
    name: `stays-${person.personId}`,
    label: html`Does ${person.name} take part?`,
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No longer' },
    ],
    inline: true,
    small: true,
  })}${fieldsOf(form, `-${person.personId}`)}`

const newPerson = (form: FormState): Html => html`<h2 class="govuk-heading-m">Somebody else who comes</h2>
${textField(form, { name: 'name', label: 'Name', autocomplete: 'off' })}
${textField(form, { name: 'email', label: 'Email address', type: 'email', autocomplete: 'off', hint: 'The dates are sent here when you tell everyone' })}
${fieldsOf(form, '')}`

const ends: Readonly<Record<'offered' | 'before' | 'after', string>> = {
  offered: 'The offer is taken back as declined, and its room is free at once.',
  before:
    'The place is given back, and its room is free at once: the next on the waiting list whom it suits is offered it.',
  after: 'The place is left during the year. What its people took part in stays on record.',
}

const mailedLinks = (groupId: string, placeId: string, people: PlacePage['people']): Html =>
  html`<h2 class="govuk-heading-m">Links that were mailed</h2>
<p class="govuk-body">If a mail reached somebody else, first put the address right, then stop every link that was sent so far. New ones go to the address shown.</p>
${summaryList({
  rows: people.map(({ id, name, address }) => ({
    key: name,
    value: html`<p class="govuk-body">${address ?? 'No address is known: nothing new is sent.'}</p><form method="post" action="/groups/${groupId}/places/${placeId}/stop-links" novalidate>${hiddenField('participant', id)}${button({ text: html`Stop the links and send new ones<span class="govuk-visually-hidden"> to ${name}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
  })),
})}`

/** The people of one place, and the end of it. */
export const placeView = (
  frame: Frame,
  { group, place, people, hasMet, mark, samePeople, ledAt, isOwn, form, endForm }: PlacePage,
): Html =>
  layout(
    frame,
    {
      title: `The place of ${place.organisation}`,
      backLink: `/groups/${group.id}`,
      errors: [...form.errors, ...endForm.errors],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${group.name}</span><h1 class="govuk-heading-l">The place of ${place.organisation}</h1>
<p class="govuk-body">${statusTag(placeStatusLabels[place.status], place.status === 'held' ? 'good' : 'new')} For ${place.peopleCount === 1 ? 'one person' : `${place.peopleCount} people`}. In the group ${roomInWords(group, group)} are taken.</p>
<form method="post" action="/groups/${group.id}/places/${place.id}" novalidate>
${hiddenField('mark', mark)}
${people.map((person) => personFields(form, person))}
${place.personId === null && newPerson(form)}
${place.personId === null && textField(form, { name: 'people_count', label: 'For how many people is the place?', hint: 'Named or not. What you make it less is offered to whoever is next in line and fits', value: place.peopleCount, inputmode: 'numeric', width: 3 })}
${samePeople && textField(form, { name: 'why', label: 'If somebody no longer comes, or follows: why, and do you agree?', hint: 'This project keeps the same people all year. Your reason is kept in the history. The school of who leaves is asked who follows, and asks you for an exception' })}
${button({ text: 'Save the people', preventDoubleClick: true })}
</form>
${isOwn && place.status === 'held' && html`<p class="govuk-body"><a class="govuk-link" href="/places/${place.id}/cancel">Cancel sessions for its people</a>: what the policy they agreed to asks for is shown first.</p>`}
<h2 class="govuk-heading-m">End the place</h2>
<p class="govuk-body">${ends[place.status === 'offered' ? 'offered' : hasMet ? 'after' : 'before']}</p>
<form method="post" action="/groups/${group.id}/places/${place.id}/end" novalidate>
${textField(endForm, { name: 'reason', label: 'Why does it end?' })}
${button({ text: 'End the place', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
${people.length > 0 && mailedLinks(group.id, place.id, people)}
${ledAt !== null && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${ledAt}/access/places/${place.id}">Who sees this place, and why</a></p>`}</div></div>`,
  )
