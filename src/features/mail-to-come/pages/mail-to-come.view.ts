import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant, formatShortDate } from '../../../vocabulary/local-time.ts'
import type { MailingKind } from '../../mail-times/index.ts'
import { numberedName } from '../../sessions/index.ts'
import { type Mailing, stateOf, stillDue, whenOf } from '../mailing.ts'
import { type MailSettings, mailingLabels } from '../session-mail.ts'

type Sent = {
  readonly sessionId: string
  readonly kind: MailingKind
  readonly group: string
  readonly date: Temporal.PlainDate | null
  readonly people: number
  readonly lastAt: Temporal.Instant
}

export type MailShown = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly mailings: readonly Mailing[]
  readonly sent: readonly Sent[]
  readonly settings: MailSettings
  /** When mail goes that can wait, in sentences. */
  readonly times: readonly string[]
  readonly daysShown: number
}

const number = (text: string | number) => ({ text, format: 'numeric' as const })

const isShown = (mailing: Mailing): boolean =>
  stillDue(mailing).length > 0 || (mailing.decision !== null && mailing.readers.length > 0)

const inOrder = (one: Mailing, other: Mailing): number => {
  const [first, second] = [one, other].map(
    ({ first, session }) => first?.at.toString() ?? session.onDate?.toString() ?? '',
  )
  return (first ?? '') < (second ?? '') ? -1 : 1
}

const toCome = ({ hub, mailings }: MailShown): Html => {
  const shown = mailings.filter(isShown).toSorted(inOrder)
  if (shown.length === 0)
    return emptyState({
      title: 'No mail to come',
      text: 'Joining instructions and reminders appear here some weeks before a session, once people have been told its date.',
    })
  return scrollable(
    'Mail to come',
    table({
      stacks: true,
      caption: 'Mail to come',
      captionClasses: 'govuk-table__caption--m',
      head: ['Mail', 'Session', number('To'), 'When', 'State'],
      rows: shown.map((mailing) => {
        const { session, kind } = mailing
        const state = stateOf(mailing)
        return [
          html`<a class="govuk-link" href="/hub/${hub.slug}/mail/${session.id}/${kind}">${mailingLabels[kind]}<span class="govuk-visually-hidden"> for ${numberedName(session)} of ${session.groupName}</span></a>`,
          html`${numberedName(session)}, ${session.onDate && formatShortDate(session.onDate)}<br>${session.groupName}`,
          number(stillDue(mailing).length),
          whenOf(mailing),
          statusTag(state.words, state.tone),
        ]
      }),
    }),
  )
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

/** The mail of a hub to come before its sessions: what, to how many, when and why then; and what went lately. */
export const mailToComeView = (frame: Frame, shown: MailShown): Html => {
  const { hub, settings, times } = shown
  return layout(
    frame,
    { title: 'Mail to come', backLink: `/hub/${hub.slug}`, wide: true, unlisted: true },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Mail to come</h1>
<p class="govuk-body">Everybody who comes to a session is written to before it, once. Whoever joins late is written to at once; whoever has said that they will not come is left out. Open a mail to read it, see whom it goes to, hold it, send it now or not at all.</p>
<p class="govuk-body">${setInWords(settings)}. ${times.join(' ')} <a class="govuk-link" href="/hub/${hub.slug}/mail-times">Change when mail goes that can wait</a></p>
${button({ text: 'Change the days and your own words', href: `/hub/${hub.slug}/mail/settings`, classes: 'govuk-button--secondary' })}
${toCome(shown)}
${lately(shown)}`,
  )
}
