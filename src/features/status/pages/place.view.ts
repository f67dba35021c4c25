import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { columns } from '../../asking/index.ts'
import { type Interest, standingOf } from '../../interest/index.ts'

/** One thing that whoever asked can do, as a button. */
export const act = (path: string, name: string, label: string, classes?: string): Html =>
  html`<form method="post" action="${path}">${hiddenField('act', name)}${button({ text: label, classes, preventDoubleClick: true })}</form>`

/** The answer to a place that is offered: take it, or not, and stay in line or not. */
export const answerForms = (path: string): Html =>
  html`${act(path, 'accept', 'Accept the place')}
${details({
  summaryText: 'We do not want this place',
  text: html`<p class="govuk-body">The place goes to the next in line at once.</p><div class="govuk-button-group">${act(path, 'decline-stay', 'Decline, but stay on the waiting list', 'govuk-button--secondary')}${act(path, 'decline', 'Decline and withdraw', 'govuk-button--warning')}</div>`,
})}`

/** The offer of a place, from the mail: nothing happens before a button is pressed. */
export const placeView = (
  frame: Frame,
  { interest, path, statusHref }: { interest: Interest; path: string; statusHref: string },
): Html => {
  const standing = standingOf(interest)
  return layout(
    frame,
    { title: standing.heading, unlisted: true },
    columns(html`<span class="govuk-caption-l">${interest.projectTitle}, ${interest.hub.name}</span>
<h1 class="govuk-heading-l">${standing.heading}</h1>
<p class="govuk-body-l">${standing.asked} ${standing.now}</p>
${interest.status === 'offered' && answerForms(path)}
<p class="govuk-body"><a class="govuk-link" href="${statusHref}">See everything about your request</a></p>`),
  )
}

/** The link from the first mail: a button, because mail scanners open links. */
export const confirmView = (frame: Frame, { interest, path }: { interest: Interest; path: string }): Html =>
  layout(
    frame,
    { title: 'Confirm and send to the hub', unlisted: true },
    columns(html`<span class="govuk-caption-l">${interest.projectTitle}, ${interest.hub.name}</span>
<h1 class="govuk-heading-l">Confirm and send to the hub</h1>
<p class="govuk-body">You asked for <strong>${interest.organisation.name}</strong> to join ${interest.projectTitle}. Press the button to confirm that ${interest.sender.email} is your address. ${interest.hub.name} then receives your request.</p>
<form method="post" action="${path}">${button({ text: 'Confirm and send', preventDoubleClick: true })}</form>
<p class="govuk-body-s">If it was not you, close this page: nothing is sent.</p>`),
  )
