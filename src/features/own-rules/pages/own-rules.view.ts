import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { tag } from '../../../ui/components/tag.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { parseRule, type Rule, strengthWords } from '../../criteria/index.ts'
import { type About, type Outcome, readingOf, senseInWords, trialView } from '../../rule-writing/index.ts'
import { type Allowed, fitOf, fitWords, type OfferRules, type OwnRule } from '../own-rule.ts'

type Shown = {
  readonly rules: OfferRules
  readonly path: string
  readonly about: About
  readonly form: FormState
  readonly said: string | null
}

export const crumbsOf = ({ offer: { hub, id, project } }: OfferRules, path: string) => [
  { text: 'Hub work', href: `/hub/${hub.slug}` },
  { text: 'Offers', href: `/hub/${hub.slug}/offers` },
  { text: project.title, href: `/hub/${hub.slug}/offers/${id}/edit` },
  { text: 'Rules of your own', href: path },
]

const mayWrite = ({ offer, allowed }: OfferRules): boolean =>
  offer.status !== 'withdrawn' && (allowed.mayNarrow || allowed.rules.some(({ hubsMayWiden }) => hubsMayWiden))

const projectRule = (rule: Allowed['rules'][number], { path, rules }: Shown): Html =>
  html`<li>${rule.theme && html`${rule.theme}: `}${rule.sentence} <span class="govuk-hint govuk-!-margin-bottom-0">${strengthWords[rule.strength]}${
    rule.hubsMayWiden &&
    rules.offer.status !== 'withdrawn' &&
    html`. <a class="govuk-link" href="${path}/new?does=widens:${rule.id}">Widen it<span class="govuk-visually-hidden">: ${rule.sentence}</span></a>`
  }</span></li>`

const projectRules = (shown: Shown): Html => {
  const { allowed, offer } = shown.rules
  return html`<h2 class="govuk-heading-m">What the project asks</h2>
${
  allowed.rules.length === 0
    ? html`<p class="govuk-body">${offer.project.title} has no rule that is checked.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${allowed.rules.map((rule) => projectRule(rule, shown))}</ul>`
}`
}

const press = (deed: string, text: string, { id, sentence }: OwnRule): Html =>
  button({
    text: html`${text}<span class="govuk-visually-hidden">: ${sentence}</span>`,
    name: 'press',
    value: `${deed}:${id}`,
    classes: 'govuk-button--secondary',
  })

const acts = ({ rules, path }: Shown, rule: OwnRule, at: number): Html | false =>
  rules.offer.status !== 'withdrawn' &&
  html`<form method="post" action="${path}">${hiddenField('mark', rules.mark)}<div class="govuk-button-group"><a class="govuk-link" href="${path}/${rule.id}">Change<span class="govuk-visually-hidden">: ${rule.sentence}</span></a>
${at > 0 && press('up', 'Move up', rule)}${at < rules.composed.length - 1 && press('down', 'Move down', rule)}${press('remove', 'Remove', rule)}</div></form>`

const nonsense = (rule: Rule): Html | false => {
  const sentence = senseInWords(rule)
  return sentence !== null && insetText(sentence)
}

const ruleCard = (shown: Shown, rule: OwnRule, at: number): Html => {
  const { rules, about } = shown
  const [parsed, fit] = [parseRule(rule.rule), fitOf(rule, rules.allowed)]
  const isInForce = rules.inForce.some((each) => JSON.stringify(each) === JSON.stringify(rule))
  return html`<section class="app-row" id="rule-${at + 1}"><h3 class="govuk-heading-s">${rule.sentence}</h3>
<p class="govuk-body">${tag({ text: rule.widensSentence === null ? `Narrows: ${strengthWords[rule.strength].toLowerCase()}` : 'Widens', classes: 'govuk-tag--grey' })} ${isInForce ? statusTag('In force', 'good') : statusTag('Not in force yet', 'attention')}</p>
${rule.widensSentence !== null && html`<p class="govuk-body">Beside this rule of the project: ${rule.widensSentence}</p>`}
${fit !== 'fits' && insetText(fitWords[fit])}${parsed.ok && nonsense(parsed.rule)}
<div class="govuk-body">${parsed.ok ? readingOf(parsed.rule, about) : 'This rule cannot be read any more. Compose it anew.'}</div>
${acts(shown, rule, at)}</section>`
}

const pending = ({ rules, path }: Shown): Html | false =>
  rules.isChanged &&
  html`<form method="post" action="${path}">${hiddenField('mark', rules.mark)}<p class="govuk-body">What you have composed is not in force yet: requests are answered by the rules as they were. <a class="govuk-link" href="${path}/try">Try it on this and last year’s requests</a> first.</p>
<div class="govuk-button-group">${button({ text: 'Put these rules in force', name: 'press', value: 'in-force', preventDoubleClick: true })}${button({ text: 'Drop the changes', name: 'press', value: 'drop', classes: 'govuk-button--secondary', preventDoubleClick: true })}</div></form>`

const ownRules = (shown: Shown): Html => {
  const { rules, path } = shown
  const gone = rules.inForce.filter(({ id }) => !rules.composed.some((each) => each.id === id))
  return html`<h2 class="govuk-heading-m">What ${rules.offer.hub.name} asks beside it, or takes besides</h2>
${
  rules.composed.length === 0
    ? emptyState({
        title: 'No rule of your own',
        text: mayWrite(rules)
          ? 'Whoever asks is answered by the project’s rules alone.'
          : 'The project does not allow hubs rules of their own. Ask the national team if yours needs one.',
      })
    : rules.composed.map((rule, at) => ruleCard(shown, rule, at))
}
${gone.length > 0 && html`<p class="govuk-body">In force until you put the change in force:</p><ul class="govuk-list govuk-list--bullet">${gone.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`}
${pending(shown)}
${mayWrite(rules) && button({ text: 'Compose a rule of your own', href: `${path}/new`, classes: 'govuk-button--secondary' })}
<p class="govuk-body"><a class="govuk-link" href="${path}/try">Try these rules on this and last year’s requests</a> · <a class="govuk-link" href="/hub/${rules.offer.hub.slug}/offers/${rules.offer.id}/versions">Versions of the offer</a></p>`
}

/** The rules of an offer: the project's, and the hub's own in force and composed. */
export const ownRulesView = (frame: Frame, shown: Shown): Html => {
  const { rules, path, form, said } = shown
  return layout(
    frame,
    {
      title: `Rules of your own: ${rules.offer.project.title}`,
      breadcrumbs: crumbsOf(rules, path).map(({ text, href }) => (href === path ? { text } : { text, href })),
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${said === 'in-force' && notificationBanner({ text: 'The rules are in force. Requests that nobody has decided on are answered anew in a moment.', type: 'success' })}
<span class="govuk-caption-l">${rules.offer.project.title}, ${rules.offer.hub.name}</span><h1 class="govuk-heading-l">Rules of your own</h1>
<p class="govuk-body">They stand on the offer’s page and flyer as yours. What was decided before keeps the rules by which it was.</p>
${projectRules(shown)}${ownRules(shown)}
</div></div>`,
  )
}

/** What would become of this and last year's requests of the hub under the rules that are composed. */
export const ownTrialView = (
  frame: Frame,
  { rules, path, ...outcome }: Outcome & { readonly rules: OfferRules; readonly path: string },
): Html =>
  layout(
    frame,
    {
      title: `Try your rules: ${rules.offer.project.title}`,
      breadcrumbs: [...crumbsOf(rules, path), { text: 'Try them' }],
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${rules.offer.project.title}, ${rules.offer.hub.name}</span><h1 class="govuk-heading-l">Try your rules</h1>
<p class="govuk-body">The rules with yours as they are composed, beside those in force, on what your hub was asked for this project and those it comes from, this year and last. By what is known today; nothing is changed by looking.</p>
${
  outcome.sum.requests === 0
    ? emptyState({
        title: 'No request to try them on',
        text: 'Nobody asked your hub to join this project, or one that it comes from, this year or last.',
      })
    : trialView(outcome)
}
<p class="govuk-body"><a class="govuk-link" href="${path}">Back to the rules</a></p>`,
  )
