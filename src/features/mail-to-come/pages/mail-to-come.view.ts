import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, radiosField, selectField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatInstant, formatShortDate } from '../../../vocabulary/local-time.ts'
import { type KindStopped, type MailingKind, mailingKinds, mailingLabels } from '../../mail-times/index.ts'
import { type PlannedRow, peopleInWords } from '../planned-row.ts'
import type { MailSettings, SessionMailKind } from '../session-mail.ts'

type Sent = {
  readonly sessionId: string
  readonly kind: SessionMailKind
  readonly group: string
  readonly date: Temporal.PlainDate | null
  readonly people: number
  readonly lastAt: Temporal.Instant
}

export type MailShown = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly rows: readonly PlannedRow[]
  readonly page: number
  readonly pageSize: number
  /** The kind that is looked at; null shows all. */
  readonly kind: MailingKind | null
  /** When mail of that kind is wanted, in a sentence. */
  readonly goes: string
  readonly stopped: readonly KindStopped[]
  readonly form: FormState
  readonly sent: readonly Sent[]
  readonly settings: MailSettings
  /** When mail goes that can wait, in sentences. */
  readonly times: readonly string[]
  readonly daysShown: number
  readonly daysAhead: number
}

const number = (text: string | number) => ({ text, format: 'numeric' as const })

const rowOf = ({ hub }: MailShown, row: PlannedRow) => [
  html`${formatDay(row.day)}${row.time && `, ${row.time}`}${row.note && html`<br><span class="govuk-hint">${row.note}</span>`}`,
  html`<a class="govuk-link" href="/hub/${hub.slug}/mail/${row.address}">${row.label}<span class="govuk-visually-hidden">: ${row.about}</span></a>`,
  html`${row.about}<br>${row.of}`,
  peopleInWords(row.people),
  statusTag(row.state.words, row.state.tone),
]

const toCome = (shown: MailShown): Html => {
  const { hub, rows, page, pageSize, kind, daysAhead } = shown
  if (rows.length === 0)
    return emptyState({
      title: kind ? `No mail of this kind to come: ${mailingLabels[kind]}` : 'No mail to come',
      text: `Mail appears here up to ${daysAhead} days before it goes.`,
    })
  const some = rows.slice((page - 1) * pageSize, page * pageSize)
  const query = kind ? `kind=${kind}&` : ''
  return html`${scrollable(
    'Mail to come',
    table({
      stacks: true,
      caption: kind ? mailingLabels[kind] : 'All mail, in the order in which it goes',
      captionClasses: 'govuk-table__caption--m',
      head: ['When', 'Mail', 'About', 'To', 'State'],
      rows: some.map((row) => rowOf(shown, row)),
    }),
  )}
${rows.length > pageSize && pager({ page, pageSize, total: rows.length, noun: 'mails', href: (to) => `/hub/${hub.slug}/mail?${query}page=${to}` })}`
}

const decisionWords = { held: 'Held until you let it go', dropped: 'Not sent' } as const

const stoppedKinds = ({ hub, stopped, kind }: MailShown): Html | false =>
  kind === null &&
  stopped.length > 0 &&
  insetText(
    html`${stopped.map((one) => html`<p class="govuk-body">${decisionWords[one.decision]}, all of a kind: <a class="govuk-link" href="/hub/${hub.slug}/mail?kind=${one.kind}">${mailingLabels[one.kind]}</a>.</p>`)}`,
  )

const kindFilter = ({ hub, kind, form }: MailShown): Html =>
  html`<form method="get" action="/hub/${hub.slug}/mail" class="app-one-line">${selectField(form, {
    name: 'kind',
    label: 'Show',
    blank: 'All kinds of mail',
    items: mailingKinds.map((value) => ({ value, text: mailingLabels[value] })),
    value: kind ?? '',
  })}${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`

const kindDeeds = ({ hub, kind, stopped, form, goes }: MailShown): Html | false => {
  if (kind === null) return false
  const decision = stopped.find((one) => one.kind === kind)?.decision ?? null
  const items = [
    decision !== null && { value: 'release', text: 'Let it go', hint: { text: 'It goes at its time again.' } },
    decision !== 'held' && {
      value: 'hold',
      text: 'Hold all of it',
      hint: { text: 'Nobody gets such mail until you let it go: what is to come now, and what comes later.' },
    },
    decision !== 'dropped' && {
      value: 'drop',
      text: 'Send none of it',
      hint: {
        text: 'Your hub sends no mail of this kind until you let it go. What misses its time by then is not sent.',
      },
    },
  ].flatMap((item) => (item ? [item] : []))
  return html`<h2 class="govuk-heading-m">${mailingLabels[kind]}</h2>
<p class="govuk-body">${goes}${decision && ` ${decisionWords[decision]}.`}</p>
<form method="post" action="/hub/${hub.slug}/mail/kinds" novalidate><input type="hidden" name="of" value="${kind}">
${radiosField(form, { name: 'deed', label: 'What should become of all mail of this kind?', items, size: 's' })}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}

const lately = ({ sent, daysShown }: MailShown): Html =>
  sent.length === 0
    ? html`<h2 class="govuk-heading-m">Sent in the last ${daysShown} days</h2><p class="govuk-body">Nothing yet.</p>`
    : scrollable(
        'Sent lately',
        table({
          stacks: true,
          caption: `Sent in the last ${daysShown} days`,
          captionClasses: 'govuk-table__caption--m',
          head: ['Mail', 'Session', number('To'), 'Last sent'],
          rows: sent.map(({ kind, group, date, people, lastAt }) => [
            mailingLabels[kind],
            `${group}${date ? `, ${formatShortDate(date)}` : ''}`,
            number(people),
            formatInstant(lastAt),
          ]),
        }),
      )

const setInWords = ({ instructionsDays, reminderDays, ownWords }: MailSettings): string =>
  [
    instructionsDays === null
      ? 'No joining instructions are sent'
      : `Joining instructions are wanted ${instructionsDays} days before a session`,
    reminderDays === null
      ? 'no reminders'
      : `a reminder ${reminderDays === 1 ? 'the day' : `${reminderDays} days`} before`,
    ownWords === '' ? 'without words of your own' : 'with your own words',
  ].join(', ')

/** The mail of a hub that is to come: day by day, what, to whom, when and why then; and what went lately. */
export const mailToComeView = (frame: Frame, shown: MailShown): Html => {
  const { hub, settings, times, daysAhead, kind, form } = shown
  const title = kind ? `Mail to come: ${mailingLabels[kind]}` : 'Mail to come'
  return layout(
    frame,
    { title, backLink: `/hub/${hub.slug}`, wide: true, unlisted: true, errors: form.errors },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Mail to come</h1>
<p class="govuk-body">What goes by itself in the next ${daysAhead} days. Open a mail to read it, see whom it goes to, hold it, send it now or not at all.</p>
${stoppedKinds(shown)}
${kindFilter(shown)}
${toCome(shown)}
${kindDeeds(shown)}
<h2 class="govuk-heading-m">When it goes</h2>
<p class="govuk-body">${times.join(' ')} <a class="govuk-link" href="/hub/${hub.slug}/mail-times">Change when mail goes that can wait</a></p>
<p class="govuk-body">${setInWords(settings)}. <a class="govuk-link" href="/hub/${hub.slug}/mail/settings">Change the days and your own words</a></p>
${lately(shown)}`,
  )
}
