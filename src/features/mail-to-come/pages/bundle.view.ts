import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import type { FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { mailingLabels } from '../../mail-times/index.ts'
import { addressOfBundle, type Bundle, stateOfBundle, whenOfBundle } from '../bundle.ts'
import { deedsForm, letterShown } from './deeds.view.ts'

export type BundleShown = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly bundle: Bundle
  readonly canBeSent: boolean
  readonly text: string
  readonly form: FormState
}

const readersTable = ({ mails, stop }: Bundle): Html =>
  scrollable(
    'To whom',
    table({
      stacks: true,
      caption: 'To whom',
      captionClasses: 'govuk-table__caption--m',
      head: ['Name', 'From', 'State'],
      rows: mails.map(({ reader, moment }) => [
        reader.name,
        reader.organisation ?? '',
        stop ? 'Waits for you' : `To be sent on ${formatInstant(moment.at)}`,
      ]),
    }),
  )

/** One mail to come that is not about a session: what it says, whom it goes to and when, and what can be done with it. */
export const bundleView = (frame: Frame, { hub, bundle, canBeSent, text, form }: BundleShown): Html => {
  const state = stateOfBundle(bundle)
  const title = `${mailingLabels[bundle.kind]}: ${bundle.about}`
  return layout(
    frame,
    { title, backLink: `/hub/${hub.slug}/mail`, errors: form.errors, unlisted: true },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${statusTag(state.words, state.tone)}</p>
<p class="govuk-body">${bundle.of}. ${whenOfBundle(bundle)}</p>
${deedsForm({
  action: `/hub/${hub.slug}/mail/${addressOfBundle(bundle)}`,
  stop: bundle.stop,
  sendable: canBeSent ? bundle.mails.length : 0,
  form,
})}
${readersTable(bundle)}
${letterShown(text)}`,
  )
}
