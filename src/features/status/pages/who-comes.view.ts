import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import { type Interest, mayReplacePeople, owedInWords } from '../../interest/index.ts'

type Shown = { readonly interest: Interest; readonly path: string; readonly form: FormState }

/** Somebody is named of those who were not named yet. */
export const nameLater = ({ interest, path, form }: Shown, toName: string): Html | false =>
  interest.unnamed > 0 &&
  html`<h2 class="govuk-heading-m" id="names">Name who comes</h2>
<p class="govuk-body">${owedInWords(interest.unnamed)} ${toName}</p>
<form method="post" action="${path}" novalidate>${hiddenField('act', 'name')}
${textField(form, { name: 'come_name', label: 'Their name', autocomplete: 'off' })}
${textField(form, { name: 'come_email', label: 'Their email address', type: 'email', autocomplete: 'off' })}
${selectField(form, { name: 'come_post', label: 'What they do', items: postKinds.map((kind) => ({ value: kind, text: postLabels[kind] })) })}
${radiosField(form, {
  name: 'come_held',
  label: 'Do they do this now?',
  small: true,
  inline: true,
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'Not yet' },
  ],
})}
${button({ text: 'Name them', preventDoubleClick: true })}</form>`

export type SuccessorShown = {
  readonly person: string
  readonly byOn: Temporal.PlainDate
  readonly saysNobody: boolean
  readonly exception: string
  readonly href: string
}

/** Who has left, and who follows them: to be said by a day. */
export const successorsAsked = (successors: readonly SuccessorShown[]): Html | false =>
  successors.length > 0 &&
  html`${successors.map(({ person, byOn, saysNobody, exception, href }) =>
    insetText(
      saysNobody
        ? html`${person} has left, and nobody follows, as you said: the hub decides how it goes on.`
        : html`${person} has left. <a class="govuk-link" href="${href}">Say who follows<span class="govuk-visually-hidden"> ${person}</span></a>${exception === 'asked' ? '; you have asked the hub for an exception' : ` by the end of ${formatDate(byOn)}`}.`,
    ),
  )}`

/** Under a place the hub changes who comes; where a project keeps the same people all year it has to agree. */
export const whoElseThroughHub = ({ interest }: Pick<Shown, 'interest'>, samePeople: boolean): Html | false =>
  ['offered', 'placed'].includes(interest.status) &&
  interest.unit === 'organisation' &&
  html`<p class="govuk-body">Somebody else has to come? Write to ${interest.hub.name}${interest.contactEmail && html` at <a class="govuk-link" href="mailto:${interest.contactEmail}">${interest.contactEmail}</a>`}.${samePeople && ' This project keeps the same people all year: the hub has to agree, so say why.'}</p>`

/** Somebody else comes in place of one who is named. */
export const whoElse = ({ interest, path, form }: Shown): Html | false => {
  const [only, ...others] = interest.people
  return (
    mayReplacePeople(interest) &&
    details({
      summaryText: 'Change who would take part',
      open: form.errors.some(({ field }) => !/^(headteacher|come)_/.test(field)),
      text: html`<form method="post" action="${path}" novalidate>${hiddenField('act', 'replace')}
${
  only && others.length === 0
    ? html`<p class="govuk-body">In place of ${only.name}:</p>${hiddenField('position', String(only.position))}`
    : radiosField(form, {
        name: 'position',
        label: 'Who would not come?',
        small: true,
        items: interest.people.map(({ position, name }) => ({ value: String(position), text: name })),
      })
}
${textField(form, { name: 'name', label: 'Who comes instead?', autocomplete: 'off' })}
${textField(form, { name: 'email', label: 'Their email address', type: 'email', autocomplete: 'off' })}
${selectField(form, { name: 'post', label: 'What they do', items: postKinds.map((kind) => ({ value: kind, text: postLabels[kind] })) })}
${radiosField(form, {
  name: 'held',
  label: 'Do they do this now?',
  small: true,
  inline: true,
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'Not yet' },
  ],
})}
${button({ text: 'Save who would take part', preventDoubleClick: true })}</form>`,
    })
  )
}
