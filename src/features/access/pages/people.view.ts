import { button } from '../../../ui/components/button.ts'
import { emptyForm, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { PlaceOfAsking } from '../seer.ts'

export type PeopleFound = {
  readonly place: PlaceOfAsking
  readonly words: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly at: string | null }[]
  readonly isCut: boolean
}

const found = ({ people, place, isCut, words }: PeopleFound): Html | false => {
  if (words === '') return false
  if (people.length === 0)
    return html`<p class="govuk-body">Nobody of this name or address is known to ${place.name}.</p>`
  return html`<ul class="govuk-list govuk-list--spaced">${people.map(
    ({ id, name, at }) =>
      html`<li><a class="govuk-link" href="${place.path}/people/${id}">${name}</a>${at && html`<br><span class="govuk-hint">${at}</span>`}</li>`,
  )}</ul>${isCut && html`<p class="govuk-body">There are more. Type more of the name.</p>`}`
}

/** Finding somebody, to see what they can do and who sees them. */
export const peopleView = (frame: Frame, asked: PeopleFound): Html =>
  layout(
    frame,
    {
      title: 'Who can do and see what',
      breadcrumbs: [asked.place.up, { text: 'Who can do and see what' }],
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">Who can do and see what</h1>
<p class="govuk-body">Find a person known to ${asked.place.name} to see what they can do, and to act for them when they ask for help. Who sees a request, a group, a place, a charge or an offer is told on its own page.</p>
<form method="get" action="${asked.place.path}" novalidate>${textField(emptyForm, {
      name: 'q',
      label: 'Name or email address',
      value: asked.words,
      width: 20,
      spellcheck: false,
    })}${button({ text: 'Find', classes: 'govuk-button--secondary' })}</form>
${found(asked)}`,
  )
