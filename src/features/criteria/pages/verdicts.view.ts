import { details } from '../../../ui/components/details.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Answer } from '../rule.ts'
import { answerWords, type FactUsed, type Strength, strengthWords } from '../verdict.ts'

const tones: Readonly<Record<Answer, Tone>> = { yes: 'good', no: 'bad', not_yet_known: 'waiting' }

export const answerTag = (answer: Answer): Html => statusTag(answerWords[answer], tones[answer])

export type VerdictShown = {
  readonly strength: Strength
  readonly sentence: string
  readonly whose?: string | null
  readonly answer: Answer
  readonly facts: readonly FactUsed[]
  readonly way?: string
  /** What stands below: the hub's overruling, a form. */
  readonly below?: Content
}

const asOf = ({ asOf }: FactUsed): string => (asOf ? `, as of ${formatDate(Temporal.PlainDate.from(asOf))}` : '')

const factLine = (fact: FactUsed): Html =>
  html`<li>${fact.label}: <strong>${fact.value}</strong> <span class="govuk-hint govuk-!-margin-bottom-0">From ${fact.source}${asOf(fact)}</span></li>`

const verdict = (shown: VerdictShown): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-1">${answerTag(shown.answer)}</p>
<p class="govuk-body govuk-!-margin-bottom-1">${shown.sentence}${shown.whose && html` <span class="govuk-hint govuk-!-margin-bottom-0">${shown.whose}</span>`}</p>
${shown.way && html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>How to get to a yes:</strong> ${shown.way}</p>`}
${shown.facts.length > 0 && details({ summaryText: 'The facts used', open: shown.answer === 'no', classes: 'govuk-!-margin-bottom-1', text: html`<ul class="govuk-list govuk-!-margin-bottom-0">${shown.facts.map(factLine)}</ul>` })}
${shown.below}`

/** Each rule with its answer, the facts used, where they are from, and the way to a yes. */
export const verdictList = (verdicts: readonly VerdictShown[]): Html =>
  verdicts.length === 0
    ? html`<p class="govuk-body">The project has no rule that is checked here. Its page says who can take part.</p>`
    : summaryList({ rows: verdicts.map((shown) => ({ key: strengthWords[shown.strength], value: verdict(shown) })) })
