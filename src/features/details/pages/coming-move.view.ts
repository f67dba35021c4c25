import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

export type ComingMoveShown = {
  readonly id: string
  readonly from: string
  readonly to: string | null
  readonly on: Temporal.PlainDate
}

/** A move that is still to come, and the button that takes it back. */
export const comingMoveText = (move: ComingMoveShown, { path, who }: { path: string; who: string }): Html =>
  insetText(
    html`${who === 'You' ? 'You' : html`${who} will`} ${move.to === null ? html`leave ${move.from}` : html`move from ${move.from} to ${move.to}`} on ${formatDate(move.on)}. Nothing changes before that day.
<form method="post" action="${path}" novalidate>${hiddenField('id', move.id)}${button({ text: 'Take it back', classes: 'govuk-button--secondary govuk-!-margin-top-3 govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`,
  )
