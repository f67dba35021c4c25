import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import type { FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { mailingLabels } from '../../mail-times/index.ts'
import { numberedName, whenInWords } from '../../sessions/index.ts'
import { type Mailing, type Reader, stateOf, stillDue, whenOf } from '../mailing.ts'
import { deedsForm, letterShown } from './deeds.view.ts'

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
${deedsForm({ action: `/hub/${hub.slug}/mail/${session.id}/${kind}`, stop: mailing.stop, sendable: stillDue(mailing).length, form })}
${readersTable(mailing)}
${letterShown(text)}`,
  )
}
