import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import {
  checkboxesField,
  dateField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Offer } from '../../offers/index.ts'
import type { PartName } from '../offer-parts.ts'

export type Choices = {
  readonly venues: readonly { readonly id: string; readonly shortName: string; readonly address: string }[]
  readonly policies: readonly { readonly id: string; readonly name: string; readonly version: number }[]
  readonly themes: readonly {
    readonly id: string
    readonly title: string
    readonly suffix: string
    readonly focus: string
    readonly kind: 'theme' | 'strand'
  }[]
}

export type EditPart = Choices & {
  readonly offer: Offer
  readonly part: PartName
  readonly seen: string
  readonly form: FormState
}

export const partTitles: Readonly<Record<PartName, string>> = {
  about: 'About it',
  who: 'Who and how many',
  dates: 'Dates and places',
  policy: 'Cancellation policy',
  joining: 'How to join',
}

const typedOf = (form: FormState, name: string): string => {
  const value = form.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

const about = ({ form }: EditPart): Html => {
  const address = typedOf(form, 'contact_email')
  return html`${suggestEmail(address) !== null && hiddenField('sure', address)}
${textField(form, { name: 'contact_email', label: 'Email address for questions', type: 'email' })}
${textField(form, { name: 'contact_telephone', label: 'Telephone number for questions (optional)', type: 'tel', width: 20 })}
${textArea(form, { name: 'lead_note', label: 'Who leads it? (optional)', hint: 'Who they are and what they bring; a blank line parts paragraphs', rows: 4 })}`
}

const who = ({ form, offer, themes }: EditPart): Html => {
  const isOfSchools = offer.project.unit === 'organisation'
  const many = offer.project.audiences.includes('itt') ? 'institutions' : 'schools'
  const kind = themes[0]?.kind === 'strand' ? 'starts' : 'themes'
  return html`${
    themes.length > 0 &&
    checkboxesField(form, {
      name: 'themes',
      label: `Which ${kind} does it offer?`,
      hint: `One: it is fixed. Several: whoever asks chooses among them. None: all ${kind} of the project`,
      small: true,
      items: themes.map(({ id, title, focus }) => ({ value: id, text: title, hint: focus })),
    })
  }
${isOfSchools && textField(form, { name: 'most_organisations', label: `Places for ${many} (optional)`, hint: 'In all groups together', width: 4, inputmode: 'numeric' })}
${textField(form, { name: 'most_people', label: 'Places for people (optional)', hint: 'In all groups together', width: 4, inputmode: 'numeric' })}
${textField(form, { name: 'fewest_organisations', label: `How many ${isOfSchools ? many : 'people'} does it need to run? (optional)`, width: 4, inputmode: 'numeric' })}`
}

const dates = ({ form, venues }: EditPart): Html =>
  html`${selectField(form, { name: 'venue', label: 'Usual venue', blank: 'Not known yet', items: venues.map(({ id, shortName, address }) => ({ value: id, text: `${shortName}, ${address}` })) })}
${textArea(form, { name: 'dates_note', label: 'About the dates (optional)', hint: 'Such as when they will be known', rows: 3 })}
${textArea(form, { name: 'practical_notes', label: 'Practical notes for every date (optional)', hint: 'Such as lunch, parking, what to bring', rows: 3 })}`

const policy = ({ form, offer, policies }: EditPart): Html =>
  html`${insetText(html`Whoever has asked to join already keeps the policy they agreed to. Your hub’s policies are written under <a class="govuk-link" href="/hub/${offer.hub.slug}/policies">Cancellation policies</a>.`)}
${selectField(form, { name: 'policy', label: 'Policy of this offer', blank: 'None: nothing is charged', items: policies.map(({ id, name, version }) => ({ value: id, text: `${name}, version ${version}` })) })}`

const joining = ({ form }: EditPart): Html =>
  html`${dateField(form, { name: 'opens', label: 'One can ask from (optional)', hint: 'Empty: as soon as it is published' })}
${dateField(form, { name: 'closes', label: 'Until, this day included (optional)', hint: 'Empty: as long as it is published' })}
${radiosField(form, {
  name: 'request_word',
  label: 'What is a request called?',
  small: true,
  items: [
    { value: 'expression of interest', text: 'Expression of interest' },
    { value: 'application', text: 'Application' },
  ],
})}
${radiosField(form, {
  name: 'registering',
  label: 'How does one ask to join?',
  items: [
    {
      value: 'form',
      text: 'By the form here',
      hint: 'Whoever asks sees whether their school can join, and you decide here',
    },
    { value: 'email', text: 'By email to the address for questions', hint: 'You enter the requests here yourself' },
    {
      value: 'outside',
      text: 'By a form of your own elsewhere',
      conditional: textField(form, {
        name: 'registering_address',
        label: 'Its address',
        type: 'url',
        hint: 'For example https://forms.example.org/our-hub',
      }),
    },
  ],
})}
${textArea(form, { name: 'joining_note', label: 'About joining (optional)', hint: 'What happens after somebody has asked; a blank line parts paragraphs', rows: 4 })}`

const fields: Readonly<Record<PartName, (asked: EditPart) => Html>> = { about, who, dates, policy, joining }

/** The crumbs that lead back to an offer. */
export const crumbsOf = (offer: Offer, ...more: readonly { readonly text: string; readonly href?: string }[]) => [
  { text: 'Hub work', href: `/hub/${offer.hub.slug}` },
  { text: 'Offers', href: `/hub/${offer.hub.slug}/offers` },
  { text: offer.project.title, href: `/hub/${offer.hub.slug}/offers/${offer.id}/edit` },
  ...more,
]

/** One part of an offer, for staff of its hub to change. */
export const partView = (frame: Frame, asked: EditPart, before: Content = ''): Html => {
  const { offer, part, form, seen } = asked
  const title = partTitles[part]
  return layout(
    frame,
    {
      title: `${title}: ${offer.project.title}`,
      breadcrumbs: crumbsOf(offer, { text: title }),
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${offer.project.title}, ${offer.hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${before}
<form method="post" action="/hub/${offer.hub.slug}/offers/${offer.id}/${part}" novalidate>
${hiddenField('seen', seen)}
${fields[part](asked)}
${button({ text: 'Save', preventDoubleClick: true })}
</form></div></div>`,
  )
}
