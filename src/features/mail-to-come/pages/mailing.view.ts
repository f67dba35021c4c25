import { button } from '../../../ui/components/button.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { isDropped } from '../../mail-times/index.ts'
import { numberedName, whenInWords } from '../../sessions/index.ts'
import { type Mailing, type Reader, stateOf, stillDue, whenOf } from '../mailing.ts'
import { mailingLabels } from '../session-mail.ts'

export type MailingShown = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly mailing: Mailing
  readonly text: string
  readonly form: FormState
}

const stands = (mailing: Mailing, { address, due, moment, ...reader }: Reader): string => {
  const sent = mailing.kind === 'instructions' ? reader.instructions : reader.reminder
  const had = sent && sent.times > 0 ? `Sent on ${formatInstant(sent.sentAt)}` : null
  if (address === null) return 'No address is known: write to them another way'
  if (due === 'changed') return `${had ?? 'Sent before'}; to be sent again, as something has changed`
  if (due === 'first') return moment ? `To be sent on ${formatInstant(moment.at)}` : 'To be sent'
  return had ?? 'Nothing to send'
}

const readersTable = (mailing: Mailing): Html =>
  mailing.readers.length === 0
    ? html`<h2 class="govuk-heading-m">To whom</h2><p class="govuk-body">Nobody yet.</p>`
    : scrollable(
        'To whom',
        table({
          stacks: true,
          caption: 'To whom',
          captionClasses: 'govuk-table__caption--m',
          head: ['Name', 'From', 'State'],
          rows: mailing.readers.map((reader) => [reader.name, reader.organisation, stands(mailing, reader)]),
        }),
      )

const deeds = (mailing: Mailing) => {
  const { decision, session } = mailing
  const isStopped = decision?.decision === 'held' || (session.onDate !== null && isDropped(decision, session.onDate))
  const due = stillDue(mailing).length
  return [
    ...(due > 0
      ? [
          {
            value: 'send',
            text: `Send it now, to ${due === 1 ? 'one person' : `${due} people`}`,
            hint: 'Whatever the hour. It cannot be called back.',
          },
        ]
      : []),
    ...(isStopped
      ? [
          {
            value: 'release',
            text: 'Let it go',
            hint: 'It goes at its time, or at the next fitting moment when that has passed.',
          },
        ]
      : []),
    ...(decision?.decision === 'held'
      ? []
      : [{ value: 'hold', text: 'Hold it', hint: 'Nobody gets it until you let it go.' }]),
    ...(session.onDate && isDropped(decision, session.onDate)
      ? []
      : [
          {
            value: 'drop',
            text: 'Do not send it',
            hint: 'Nobody gets it for this date; a new date would be written about again.',
          },
        ]),
  ].map(({ hint, ...item }) => ({ ...item, hint: { text: hint } }))
}

/** One mail to come: its text as it would arrive, whom it goes to and when, and what can be done with it. */
export const mailingView = (frame: Frame, { hub, mailing, text, form }: MailingShown): Html => {
  const { session, kind } = mailing
  const state = stateOf(mailing)
  const title = `${mailingLabels[kind]}: ${numberedName(session)} of ${session.groupName}`
  return layout(
    frame,
    { title, backLink: `/hub/${hub.slug}/mail`, errors: form.errors, unlisted: true },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${statusTag(state.words, state.tone)}</p>
<p class="govuk-body">${whenInWords(session)}. ${whenOf(mailing)}</p>
<form method="post" action="/hub/${hub.slug}/mail/${session.id}/${kind}" novalidate>
${radiosField(form, { name: 'deed', label: 'What should become of it?', items: deeds(mailing), size: 'm' })}
${button({ text: 'Save', preventDoubleClick: true })}
</form>
${readersTable(mailing)}
<h2 class="govuk-heading-m">What it says</h2>
<pre class="app-letter">${text}</pre>`,
  )
}
