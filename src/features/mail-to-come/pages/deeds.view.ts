import { button } from '../../../ui/components/button.ts'
import { type FormState, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Stop } from '../../mail-times/index.ts'

const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`)

type Deeds = {
  readonly action: string
  readonly stop: Stop | null
  /** How many it would be sent to now; none where it cannot be. */
  readonly sendable: number
  readonly form: FormState
}

const items = ({ stop, sendable }: Deeds) => {
  const own = stop?.of === 'mail' ? stop.decision : null
  return [
    sendable > 0 && {
      value: 'send',
      text: `Send it now, to ${people(sendable)}`,
      hint: 'Whatever the hour. It cannot be called back.',
    },
    own && {
      value: 'release',
      text: 'Let it go',
      hint: 'It goes at its time, or at the next fitting moment when that has passed.',
    },
    own !== 'held' && { value: 'hold', text: 'Hold it', hint: 'Nobody gets it until you let it go.' },
    own !== 'dropped' && {
      value: 'drop',
      text: 'Do not send it',
      hint: 'Nobody gets it for this date; a new date would be written about again.',
    },
  ].flatMap((item) => (item ? [{ ...item, hint: { text: item.hint } }] : []))
}

/** What can be done with one mail to come. */
export const deedsForm = (deeds: Deeds): Html =>
  html`<form method="post" action="${deeds.action}" novalidate>
${radiosField(deeds.form, { name: 'deed', label: 'What should become of it?', items: items(deeds), size: 'm' })}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`

/** The mail as it would arrive. */
export const letterShown = (text: string): Html =>
  html`<h2 class="govuk-heading-m">What it says</h2>
<pre class="app-letter">${text}</pre>`
