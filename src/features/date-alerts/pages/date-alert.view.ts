import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type Offer, offerPath } from '../../offers/index.ts'
import type { WaitedFor } from '../date-alert.ts'

const named = ({ project, hub }: Offer): string => `${project.title}, ${hub.name}`

const narrow = (caption: string, title: string, body: Html): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${caption}</span><h1 class="govuk-heading-l">${title}</h1>${body}</div></div>`

const titles: Readonly<Record<WaitedFor, string>> = {
  dates: 'Tell me when the dates are known',
  opening: 'Tell me when it opens',
}

const events: Readonly<Record<WaitedFor, string>> = {
  dates: 'the dates are known',
  opening: 'you can ask to join',
}

const form = ({ offer, what, form: state }: Asking): Html => {
  const typed = state.typed['email']
  const email = typeof typed === 'string' ? typed : ''
  return html`<form method="post" action="/offers/${offer.id}/dates" novalidate>
${what !== 'dates' && hiddenField('for', what)}${suggestEmail(email) !== null && hiddenField('sure', email)}
${textField(state, { name: 'email', label: 'Your email address', type: 'email', autocomplete: 'email', hint: `We write once to ask whether it is yours, and once when ${events[what]} or the offer has ended. Then we delete it. The hub sees how many wait, not who` })}
${button({ text: titles[what], preventDoubleClick: true })}</form>`
}

type Asking = {
  readonly offer: Offer
  readonly what: WaitedFor
  readonly canWait: boolean
  readonly form: FormState
}

/** Leave an address to be told of the dates, or when one can ask to join. */
export const askView = (frame: Frame, asking: Asking): Html => {
  const { offer, what, canWait, form: state } = asking
  return layout(
    frame,
    {
      title: `${titles[what]}: ${named(offer)}`,
      backLink: offerPath(offer),
      errors: state.errors,
      unlisted: true,
    },
    narrow(
      named(offer),
      titles[what],
      canWait
        ? form(asking)
        : html`${insetText(what === 'dates' ? 'The dates are known, or there are none to wait for: the page of the offer says how it stands.' : 'It does not open on a day to come: the page of the offer says how it stands.')}<p class="govuk-body"><a class="govuk-link" href="${offerPath(offer)}">See the offer</a></p>`,
    ),
  )
}

/** What comes next, whoever asked. */
export const askedView = (frame: Frame, { offer, isDemonstration }: { offer: Offer; isDemonstration: boolean }): Html =>
  layout(
    frame,
    { title: `Look into your mail: ${named(offer)}`, backLink: offerPath(offer), unlisted: true },
    narrow(
      named(offer),
      'Look into your mail',
      html`<p class="govuk-body">We have written to you. Follow the link in that mail within a week: only then do we tell you.</p>
${isDemonstration && html`<p class="govuk-body"><a class="govuk-link" href="/outbox">Read the mail it sent</a></p>`}`,
    ),
  )

export type Held = {
  readonly token: string
  readonly offer: Offer | null
  readonly what: WaitedFor
  readonly isConfirmed: boolean
  readonly problem: string | null
}

const whenOf = (what: WaitedFor, { hub, project }: Offer): string =>
  what === 'dates'
    ? `when ${hub.name} knows the dates of ${project.title}`
    : `when you can ask ${hub.name} to join ${project.title}`

const answering = ({ token, isConfirmed, what }: Held, offer: Offer): Html =>
  isConfirmed
    ? html`<p class="govuk-body">We write to you once, ${whenOf(what, offer)} or the offer has ended.</p>
<form method="post" action="/date-alert/${token}" novalidate>${hiddenField('act', 'stop')}${button({ text: 'Stop, and delete my address', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
    : html`<p class="govuk-body">Shall we write to you ${whenOf(what, offer)}?</p>
<form method="post" action="/date-alert/${token}" novalidate><div class="govuk-button-group">${button({ text: what === 'dates' ? 'Yes, tell me the dates' : 'Yes, tell me when it opens', name: 'act', value: 'confirm', preventDoubleClick: true })}${button({ text: 'No, delete my address', name: 'act', value: 'stop', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div></form>`

const headings: Readonly<Record<WaitedFor, string>> = {
  dates: 'You will be told the dates',
  opening: 'You will be told when it opens',
}

/** What somebody waits for, under their link. */
export const alertView = (frame: Frame, asked: Held): Html => {
  const { offer, what, isConfirmed, problem } = asked
  const title = offer === null ? 'You wait for nothing' : isConfirmed ? headings[what] : 'Is this you?'
  return layout(
    frame,
    { title, unlisted: true },
    narrow(
      offer ? named(offer) : 'Dates of an offer',
      title,
      offer
        ? answering(asked, offer)
        : html`<p class="govuk-body">${problem ?? 'You have been told, or you stopped it. Your address is on no list.'}</p><p class="govuk-body"><a class="govuk-link" href="/projects">Find a project</a></p>`,
    ),
  )
}
