import { details } from '../../../ui/components/details.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type Answer, answerWords, strengthWords, type Verdict } from '../../criteria/index.ts'
import { offerPath } from '../../offers/index.ts'
import { type Joinable, joiningHeadings } from '../joining.ts'

const tones: Readonly<Record<Answer, Tone>> = { yes: 'good', not_yet_known: 'waiting', no: 'bad' }
const classOf: Readonly<Record<Answer, string>> = {
  yes: 'app-verdict--yes',
  not_yet_known: 'app-verdict--not-yet',
  no: 'app-verdict--no',
}

const factOf = ({ label, value, source, asOf }: Verdict['facts'][number]): Html =>
  html`${label}: ${value} (${[source, asOf].filter(Boolean).join(', ')})`

const ruleOf = (verdict: Verdict): Html =>
  html`<li>${statusTag(answerWords[verdict.answer], tones[verdict.answer])} ${verdict.sentence} <span class="govuk-hint govuk-!-margin-bottom-0">${strengthWords[verdict.strength]}. ${verdict.facts.map(
    (fact, at) => html`${at > 0 && '; '}${factOf(fact)}`,
  )}${verdict.facts.length > 0 && '.'} ${verdict.way && verdict.answer !== 'yes' && html`<strong>${verdict.way}</strong>`}</span></li>`

const byRequired = ({ verdicts, answer }: Joinable): readonly Verdict[] =>
  verdicts.filter((verdict) => verdict.strength === 'required' && verdict.answer === answer)

const reasonOf = (verdict: Verdict): Html =>
  verdict.answer === 'no'
    ? html`<li>${verdict.against && html`<strong>${verdict.against}</strong> `}The rule: ${verdict.sentence} ${verdict.way}</li>`
    : html`<li>${verdict.sentence} ${verdict.way}</li>`

/** The rules that decide it, in short: what is not met, or not yet known, and the way to a yes. */
const reasonsOf = (one: Joinable): Html | false =>
  one.answer !== 'yes' && html`<ul class="govuk-list govuk-list--bullet">${byRequired(one).map(reasonOf)}</ul>`

const offerOf = (one: Joinable): Html =>
  html`<section class="app-verdict ${classOf[one.answer]}"><h4 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${offerPath(one.offer)}">${one.offer.project.title}${one.offer.theme && `: ${one.offer.theme.title}`}</a>${one.mark && html` ${statusTag(one.mark.words, one.mark.isNext ? 'new' : 'over')}`}</h4>
<p class="govuk-body govuk-!-margin-bottom-2">${one.offer.hub.name}. ${one.sentence}</p>${reasonsOf(one)}${details({ summaryText: html`Rule by rule<span class="govuk-visually-hidden">: ${one.offer.project.title}</span>`, text: html`<ul class="govuk-list">${one.verdicts.map(ruleOf)}</ul>` })}</section>`

/** What can be joined, what perhaps and what not, each with the reason rule by rule. */
export const joiningView = (joining: readonly Joinable[], withHistory: boolean): Html =>
  html`${!withHistory && html`<p class="govuk-body">From the public register alone. What depends on your history with the network, or on who comes, is asked when you express interest.</p>`}${(
    ['yes', 'not_yet_known', 'no'] as const
  ).map((answer) => {
    const those = joining.filter((one) => one.answer === answer)
    return those.length > 0 && html`<h3 class="govuk-heading-m">${joiningHeadings[answer]}</h3>${those.map(offerOf)}`
  })}`
