import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Can, PlaceOfAsking } from '../seer.ts'

export type PersonCan = {
  /** Null where somebody asks about themselves. */
  readonly place: PlaceOfAsking | null
  readonly id: string
  readonly name: string
  readonly can: readonly Can[]
  readonly mayAct: boolean
  readonly form: FormState
}

const part = ({ part: name, at, sentences }: Can): Html =>
  html`<h2 class="govuk-heading-m">${name}<span class="govuk-caption-m">${at}</span></h2><ul class="govuk-list govuk-list--bullet">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`

const acting = ({ place, id, name, mayAct, form }: PersonCan): Html | false =>
  place !== null &&
  mayAct &&
  html`<h2 class="govuk-heading-m">Act for ${name}</h2>
<p class="govuk-body">When somebody asks for help, you can act for them for an hour at most. You do what they could do with ${place.name}, no more. ${name} is told at once who acts, why and until when, and everything you do is recorded under both names. How they sign in, their details and what is held about them stay closed to you.</p>
<form method="post" action="${place.path}/people/${id}/act" novalidate>${textArea(form, {
    name: 'reason',
    label: `Why you act for ${name}`,
    hint: `${name} reads it. For example: you asked by telephone to give notice for 17 November.`,
    rows: 2,
  })}${button({ text: `Act for ${name}`, preventDoubleClick: true })}</form>`

/** What somebody can do, in the sentences of the policies that decide; and acting for them. */
export const personView = (frame: Frame, person: PersonCan): Html => {
  const { place, id, name, can, form } = person
  const title = place === null ? 'What you can do' : `What ${name} can do`
  const wayHere =
    place === null
      ? [{ text: 'Your account', href: '/account' }, { text: title }]
      : [place.up, { text: 'Who can do and see what', href: place.path }, { text: name }]
  const seenBy = place === null ? '/account/access/seen-by' : `${place.path}/people/${id}/seen-by`
  return layout(
    frame,
    { title, breadcrumbs: wayHere, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${insetText(html`Each part that ${place === null ? 'you have' : `${name} has`} in the network allows what is written below it. Nothing else is allowed. <a class="govuk-link" href="${seenBy}">Who sees ${place === null ? 'you' : name}, and why</a>`)}
${can.map(part)}
${acting(person)}
</div></div>`,
  )
}
