import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, hiddenField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { postKinds, postLabels } from '../../../vocabulary/posts.ts'
import type { HistoryShown } from '../../interest/index.ts'
import {
  consequenceOfWithdrawing,
  type Interest,
  interestBecomes,
  interestStatusLabels,
  interestTones,
  isStillChanged,
  isToBeAskedAnew,
  mayReplacePeople,
  standingOf,
} from '../../interest/index.ts'
import { columns } from './ask.view.ts'
import { askAnewForm } from './ask-anew.view.ts'

export type StatusShown = {
  readonly interest: Interest
  readonly path: string
  readonly dates: readonly {
    readonly on: Temporal.PlainDate | null
    readonly startsAt: Temporal.PlainTime | null
    readonly endsAt: Temporal.PlainTime | null
    readonly where: string
    readonly status: string
  }[]
  readonly history: readonly HistoryShown[]
  /** One can still ask to join, and so change what was asked. */
  readonly isOpen: boolean
  /** Somebody else who would come, as it was typed. */
  readonly form: FormState
}

const act = (path: string, name: string, label: string, classes?: string): Html =>
  html`<form method="post" action="${path}">${hiddenField('act', name)}${button({ text: label, classes, preventDoubleClick: true })}</form>`

/** The answer to a place that is offered: take it, or not, and stay in line or not. */
const answerForms = (path: string): Html =>
  html`${act(path, 'accept', 'Accept the place')}
${details({
  summaryText: 'We do not want this place',
  text: html`<p class="govuk-body">The place goes to the next school in line at once.</p><div class="govuk-button-group">${act(path, 'decline-stay', 'Decline, but stay on the waiting list', 'govuk-button--secondary')}${act(path, 'decline', 'Decline and withdraw', 'govuk-button--warning')}</div>`,
})}`

const dateRow = (date: StatusShown['dates'][number]) => [
  date.on ? formatDay(date.on) : 'Date to be confirmed',
  date.startsAt && date.endsAt ? formatTimeRange(date.startsAt, date.endsAt) : 'To be confirmed',
  date.where,
]

const datesTable = (dates: StatusShown['dates']): Html =>
  dates.length === 0
    ? html`<p class="govuk-body">The dates are not known yet. They are mailed to everybody who takes part.</p>`
    : table({
        stacks: true,
        caption: 'Dates',
        captionClasses: 'govuk-table__caption--m',
        head: ['Day', 'Time', 'Where'],
        rows: dates.map(dateRow),
      })

const askedFor = ({ interest, path }: StatusShown): Html =>
  summaryList({
    rows: [
      { key: 'Project', value: interest.projectTitle },
      {
        key: 'Who asks',
        value: html`${interest.organisation.name}<br>${interest.sender.name}, ${postLabels[interest.sender.post]}`,
      },
      {
        key: 'Who would take part',
        value: html`${interest.people.map(({ name, post }) => html`${name}, ${postLabels[post]}<br>`)}`,
      },
      interest.themeTitle !== null && { key: 'Theme', value: interest.themeTitle },
      ...interest.answers.map(({ kind, question, value, shown }) => ({
        key: question,
        value: kind === 'file' ? html`<a class="govuk-link" href="${path}/files/${value}">${shown}</a>` : shown,
      })),
    ],
  })

const whoElse = ({ interest, path, form }: StatusShown): Html | false => {
  const [only, ...others] = interest.people
  return (
    mayReplacePeople(interest) &&
    details({
      summaryText: 'Change who would take part',
      open: form.errors.some(({ field }) => !field.startsWith('headteacher_')),
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

const askingAnew = ({ interest, path, form }: StatusShown): Html | false => {
  if (interest.status !== 'received') return false
  const inside = askAnewForm(path, interest, form)
  return isToBeAskedAnew(interest)
    ? inside
    : details({
        summaryText: 'The address is wrong, or the mail did not arrive',
        open: form.errors.some(({ field }) => field.startsWith('headteacher_')),
        text: inside,
      })
}

const changing = ({ interest, path, isOpen }: StatusShown): Html | false =>
  isOpen &&
  isStillChanged(interest) &&
  html`<form method="post" action="${path}/change">${button({ text: 'Change your answers', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

const mayWithdraw = (interest: Interest): boolean =>
  interest.status !== 'draft' && interestBecomes(interest.status, 'withdrawn')

const whomToAsk = ({ contactEmail, hub }: Interest): Html =>
  contactEmail
    ? html`Any question? Write to ${hub.name}: <a class="govuk-link" href="mailto:${contactEmail}">${contactEmail}</a>`
    : html`Any question? Ask <a class="govuk-link" href="/hubs/${hub.slug}">${hub.name}</a>.`

/** Where our request stands, and what we can do about it. */
export const statusView = (frame: Frame, shown: StatusShown): Html => {
  const { interest, path, history } = shown
  const standing = standingOf(interest)
  return layout(
    frame,
    { title: `${standing.heading}: ${interest.projectTitle}`, errors: shown.form.errors, unlisted: true },
    columns(html`<span class="govuk-caption-l">${interest.projectTitle}, ${interest.hub.name}</span>
<h1 class="govuk-heading-l">${standing.heading}</h1>
<p class="govuk-body">${statusTag(interestStatusLabels[interest.status], interestTones[interest.status])}</p>
<p class="govuk-body-l">${standing.asked} ${standing.now}</p>
${insetText(whomToAsk(interest))}
${askingAnew(shown)}
${interest.status === 'offered' && answerForms(path)}
${interest.status === 'waiting' && path.startsWith('/status/') && html`<p class="govuk-body"><a class="govuk-link" href="${path}/waiting">Where you stand in line</a>, how that is counted, and whether a place for fewer people is fine</p>`}
${interest.status === 'placed' && datesTable(shown.dates)}
<h2 class="govuk-heading-m">What you asked for</h2>
${askedFor(shown)}
${changing(shown)}
${whoElse(shown)}
<p class="govuk-body app-screen-only"><a class="govuk-link" href="${path}/joining">What else ${interest.organisation.name} can join</a></p>
<h2 class="govuk-heading-m">What has happened</h2>
${timeline(history)}
${
  mayWithdraw(interest) &&
  details({
    summaryText: 'Withdraw this request',
    text: html`<p class="govuk-body">${consequenceOfWithdrawing(interest)}</p>${act(path, 'withdraw', 'Withdraw the request', 'govuk-button--warning')}`,
  })
}`),
  )
}

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
