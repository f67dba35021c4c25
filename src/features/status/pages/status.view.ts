import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import type { FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatTime, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { weekdayLabels } from '../../../vocabulary/weekdays.ts'
import { columns } from '../../asking/index.ts'
import { commitmentWords } from '../../criteria/index.ts'
import type { HistoryShown } from '../../interest/index.ts'
import {
  consequenceOfWithdrawing,
  type Interest,
  interestBecomes,
  interestStatusLabels,
  interestTones,
  isStillChanged,
  isToBeAskedAnew,
  owedInWords,
  standingOf,
} from '../../interest/index.ts'
import { askAnewForm } from './ask-anew.view.ts'
import { act, answerForms } from './place.view.ts'
import { nameLater, type SuccessorShown, successorsAsked, whoElse, whoElseThroughHub } from './who-comes.view.ts'

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
  readonly today: Temporal.PlainDate
  /** Who has left and is to be followed by somebody. */
  readonly successors: readonly SuccessorShown[]
  readonly samePeople: boolean
  /** What is to be done about people who are not named yet, and by when. */
  readonly toName: string
  /** One can still ask to join, and so change what was asked. */
  readonly isOpen: boolean
  /** Where the request stands at the hub that it was passed on to. */
  readonly passedOnHref: string | null
  /** Somebody else who would come, as it was typed. */
  readonly form: FormState
}

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

/** Of a place that is held, by when the next thing happens: its next date, or that none is known. */
const nextDate = ({ interest, dates, today }: StatusShown): string => {
  if (interest.status !== 'placed' || interest.place?.status === 'completed') return ''
  const [next] = dates.flatMap(({ on, startsAt }) =>
    on && Temporal.PlainDate.compare(on, today) >= 0 ? [{ on, startsAt }] : [],
  )
  if (next) return ` The next date is ${formatDay(next.on)}${next.startsAt ? ` at ${formatTime(next.startsAt)}` : ''}.`
  return dates.some(({ on }) => on === null) || dates.length === 0 ? ' No date is set yet.' : ' No date is left.'
}

const owed = ({ interest: { unnamed }, toName }: StatusShown): string =>
  unnamed === 0 ? '' : ` ${owedInWords(unnamed)} ${toName}`

const listed = (key: string, lines: readonly string[]) =>
  lines.length > 0 && { key, value: html`${lines.map((line) => html`${line}<br>`)}` }

const wishes = ({ themeTitle, wishes: { groups, places }, preferences, travelLimitMiles }: Interest) => [
  themeTitle !== null && { key: 'Theme', value: themeTitle },
  listed('Groups you would like', groups),
  listed('Where you would like to meet', places),
  listed(
    'Days that suit',
    preferences.days.map((day) => weekdayLabels[day]),
  ),
  travelLimitMiles !== null && { key: 'Travel', value: `Up to ${travelLimitMiles} miles` },
]

const agreedTo = ({ commitments, policyWording, policyVersion }: Interest) => [
  listed('What you commit to', commitments.map(commitmentWords)),
  policyWording !== null && {
    key: 'The policy you agreed to',
    value: html`${policyVersion}, as it was when you agreed to it:<br>${policyWording}`,
  },
]

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
        value: html`${interest.people.map(({ name, post }) => html`${name}, ${postLabels[post]}<br>`)}${interest.unnamed > 0 && `${interest.unnamed} more, not yet named`}`,
      },
      ...interest.answers.map(({ kind, question, value, shown }) => ({
        key: question,
        value: kind === 'file' ? html`<a class="govuk-link" href="${path}/files/${value}">${shown}</a>` : shown,
      })),
      ...wishes(interest),
      ...agreedTo(interest),
    ],
  })

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
<p class="govuk-body-l">${standing.asked} ${standing.now}${nextDate(shown)}${owed(shown)}</p>
${insetText(whomToAsk(interest))}
${askingAnew(shown)}
${shown.passedOnHref !== null && button({ text: `See where it stands with ${interest.passedOnTo?.hub}`, href: shown.passedOnHref })}
${interest.status === 'offered' && answerForms(path)}
${interest.status === 'waiting' && path.startsWith('/status/') && html`<p class="govuk-body"><a class="govuk-link" href="${path}/waiting">Where you stand in line</a>, how that is counted, and whether a place for fewer people is fine</p>`}
${successorsAsked(shown.successors)}
${nameLater(shown, shown.toName)}
${interest.status === 'placed' && datesTable(shown.dates)}
<h2 class="govuk-heading-m">What you asked for</h2>
${askedFor(shown)}
${changing(shown)}
${whoElse(shown)}${whoElseThroughHub(shown, shown.samePeople)}
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
