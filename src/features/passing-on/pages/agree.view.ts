import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import type { Interest } from '../../interest/index.ts'
import { isPassableNow, type Passing } from '../passing.ts'

type Agreeing = {
  readonly passing: Passing
  readonly interest: Interest
  readonly policy: { readonly id: string; readonly wording: string } | null
  readonly path: string
  readonly form: FormState
}

/** Where it stands, for the school. */
const standing = ({ passing, interest }: Agreeing): string | null => {
  const { status, offer, settledWord } = passing
  const { hub } = interest
  const isPassable = isPassableNow(interest)
  switch (status) {
    case 'asked':
      return isPassable
        ? null
        : `Your request has moved on since ${hub.name} asked this, and stays there: nothing is left to answer.`
    case 'agreed':
      return `You agreed. ${offer.hub} has your request before it and writes to you; until then it stays with ${hub.name} and keeps its turn.`
    case 'refused':
      return `You kept your request where it is. ${offer.hub} sees nothing of it.`
    case 'accepted':
      return `${offer.hub} has taken your request. They have written to you with a link to where it stands.`
    case 'sent_back':
      return `${offer.hub} could not take your request: ${settledWord ?? ''} It is with ${hub.name} as before.`
    case 'withdrawn':
    case 'lapsed':
      return `Nothing is passed on. Your request is with ${hub.name} as before.`
  }
}

const passedOn = ({ interest }: Agreeing): Html =>
  summaryList({
    rows: [
      { key: 'School or institution', value: interest.organisation.name },
      {
        key: 'Who asks',
        value: html`${interest.sender.name}, ${postLabels[interest.sender.post]}<br>${interest.sender.email}${interest.sender.telephone && html`<br>${interest.sender.telephone}`}`,
      },
      { key: 'Who would take part', value: interest.people.map(({ name }) => name).join(', ') || 'Nobody is named' },
      interest.themeTitle !== null && { key: 'Theme', value: interest.themeTitle },
      ...interest.answers.map(({ question, shown }) => ({ key: question, value: shown })),
      interest.accessNeeds !== null && { key: 'Access needs', value: interest.accessNeeds },
      interest.comments !== null && { key: 'Comments', value: interest.comments },
    ],
  })

const asking = (agreeing: Agreeing): Html => {
  const { passing, interest, policy, path, form } = agreeing
  const { hub } = passing.offer
  return html`<p class="govuk-body">${interest.hub.name} would like to pass your request on to <strong>${hub}</strong>, which offers the same project. They write:</p>${insetText(passing.word)}
<h2 class="govuk-heading-m">What ${hub} would see</h2>${passedOn(agreeing)}
<p class="govuk-body">What ${interest.hub.name} noted for itself, and how the rules were answered there, is not passed on: ${hub} asks the rules anew.</p>
<form method="post" action="${path}" novalidate>${policy && hiddenField('policy_seen', policy.id)}${radiosField(form, {
    name: 'answer',
    label: `May your request go to ${hub}?`,
    size: 'm',
    items: [
      {
        value: 'agree',
        text: `Yes, pass it on to ${hub}`,
        ...(policy
          ? {
              conditional: {
                text: html`${insetText(policy.wording)}${checkboxesField(form, { name: 'policy', label: `The policy of ${hub}`, items: [{ value: 'yes', text: 'I agree to it' }] })}`,
              },
            }
          : {}),
      },
      {
        value: 'refuse',
        text: `No, it stays with ${interest.hub.name}`,
        conditional: {
          text: textArea(form, {
            name: 'word',
            label: 'Why, if you like',
            hint: `${interest.hub.name} reads it`,
            rows: 2,
          }),
        },
      },
    ],
  })}${button({ text: 'Send your answer', preventDoubleClick: true })}</form>`
}

/** The school's own page on whether its request goes to another hub. */
export const agreeView = (frame: Frame, agreeing: Agreeing): Html => {
  const { passing, interest, form } = agreeing
  const now = standing(agreeing)
  return layout(
    frame,
    { title: `May your request go to ${passing.offer.hub}?`, errors: form.errors, unlisted: true },
    html`<span class="govuk-caption-l">${interest.organisation.name}: ${interest.projectTitle}</span><h1 class="govuk-heading-l">May your request go to another hub?</h1>
${now ? insetText(now) : asking(agreeing)}`,
  )
}
