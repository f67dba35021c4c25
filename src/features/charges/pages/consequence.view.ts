import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { FieldError, Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { totalOf } from '../cancellation.ts'
import { consequenceInShort } from '../consequence.ts'
import { policyAgreed, shownFields } from './excuse.view.ts'
import { type Several, type SeveralLine, sessionNamed, whenOf } from './several.view.ts'

const kept = ['who', 'which', 'sessions', 'excuse', 'colleague', 'reason'] as const

const typedAgain = (typed: Typed): readonly Html[] =>
  kept.flatMap((name) => {
    const value = typed[name]
    const all = value === undefined ? [] : typeof value === 'string' ? [value] : value
    return all.map((one) => hiddenField(name, one))
  })

type Consequence = {
  readonly several: Several
  readonly notices: readonly SeveralLine[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** What cancelling would mean, for each person and session and in all, before anything is done. */
export const consequenceView = (frame: Frame, { several, notices, typed, errors }: Consequence): Html => {
  const total = totalOf(notices.map(({ proposal }) => proposal))
  const people = new Set(notices.map(({ participantId }) => participantId)).size
  const sessions = new Set(notices.map(({ sessionId }) => sessionId)).size
  return layout(
    frame,
    { title: 'What cancelling means', backLink: several.address.several, errors, unlisted: true },
    html`<span class="govuk-caption-l">${several.group}</span>
<h1 class="govuk-heading-l">What cancelling means</h1>
<div id="confirm" tabindex="-1">${
      total > 0
        ? warningText(
            `${formatMoney(total)} in all is proposed to ${several.hub}, where a person decides whether to ask ${several.organisation} for it.`,
          )
        : insetText('There is no charge.')
    }</div>
${table({
  stacks: true,
  caption: `${people === 1 ? '1 person' : `${people} people`}, ${sessions === 1 ? '1 session' : `${sessions} sessions`}`,
  captionClasses: 'govuk-visually-hidden',
  head: ['Who', 'Session', 'What it means', { text: 'Charge', format: 'numeric' as const }],
  rows: notices.map((notice) => [
    notice.who.name,
    `${sessionNamed(notice)}, ${whenOf(notice)}`,
    consequenceInShort(notice.proposal),
    { text: formatMoney(totalOf([notice.proposal])), format: 'numeric' as const },
  ]),
})}
<form method="post" action="${several.address.several}" novalidate>${typedAgain(typed)}${shownFields(notices)}
${button({ text: 'Confirm: they will not come', classes: total > 0 ? 'govuk-button--warning' : undefined, preventDoubleClick: true })}</form>
<p class="govuk-body"><a class="govuk-link" href="${several.address.several}">Cancel nothing</a></p>
${policyAgreed(several)}`,
  )
}
