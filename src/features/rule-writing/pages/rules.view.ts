import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { tag } from '../../../ui/components/tag.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Rule } from '../../criteria/index.ts'
import {
  isStillWritten,
  listOf,
  type PlaceOfWriting,
  strengthWords,
  type WrittenProject,
  type WrittenRule,
} from '../../project-writing/index.ts'
import { criteriaIn, ruleOf } from '../rule-written.ts'
import { contradictionsIn, senseInWords } from '../sense.ts'
import { type About, readingOf } from './reading.view.ts'

type Shown = {
  readonly place: PlaceOfWriting
  readonly path: string
  readonly written: WrittenProject
  readonly status: Parameters<typeof isStillWritten>[0]
  readonly about: About
  readonly mark: string
  readonly narrowMark: string
  readonly form: FormState
}

const press = (deed: string, text: string, { id, sentence }: WrittenRule): Html =>
  button({
    text: html`${text}<span class="govuk-visually-hidden">: ${sentence}</span>`,
    name: 'press',
    value: `${deed}:${id}`,
    classes: 'govuk-button--secondary',
  })

const ruleCard = ({ written, path, about, mark, place, status }: Shown, rule: WrittenRule, at: number): Html => {
  const kept = ruleOf(rule)
  const theme = written.themes.find(({ id }) => id === rule.themeId)
  const widened = written.criteria.find(({ id }) => id === rule.widens)
  return html`<section class="app-row" id="rule-${at + 1}"><h2 class="govuk-heading-m">${rule.sentence}</h2>
<p class="govuk-body">${tag({ text: strengthWords[rule.strength], classes: 'govuk-tag--grey' })}${theme && html` ${tag({ text: `Theme ${theme.title}`, classes: 'govuk-tag--blue' })}`}${rule.hubsMayWiden && html` ${tag({ text: 'Hubs may widen it', classes: 'govuk-tag--grey' })}`}</p>
${widened && html`<p class="govuk-body">It widens this rule of the project: ${widened.sentence}</p>`}
${kept && nonsense(kept)}
<h3 class="govuk-heading-s govuk-!-margin-bottom-1">What is checked</h3>
<div class="govuk-body">${kept ? readingOf(kept, about) : 'This rule cannot be read any more. Compose it anew.'}</div>
${
  place.mayEdit &&
  isStillWritten(status) &&
  html`<form method="post" action="${path}/rules">${hiddenField('mark', mark)}<div class="govuk-button-group"><a class="govuk-link" href="${path}/rules/${rule.id}">Change<span class="govuk-visually-hidden">: ${rule.sentence}</span></a>
${at > 0 && press('up', 'Move up', rule)}${at < written.criteria.length - 1 && press('down', 'Move down', rule)}${press('remove', 'Remove', rule)}</div></form>`
}</section>`
}

const nonsense = (rule: Rule): Html | false => {
  const sentence = senseInWords(rule)
  return sentence !== null && insetText(sentence)
}

/** Whether hubs may add rules of their own: of a national project its writers say so. */
const hubsForm = ({ written: { hubsMayNarrow }, place, path, status, narrowMark }: Shown): Html | false =>
  place.hubId === null &&
  html`<h2 class="govuk-heading-m">Hubs</h2><p class="govuk-body">${
    hubsMayNarrow
      ? 'A hub may add rules of its own to its offer: they narrow who can take part there.'
      : 'A hub adds no rules of its own to its offer.'
  } Which rule it may widen, each rule says. <a class="govuk-link" href="/network/own-rules">The rules of hubs’ own</a></p>
${
  place.mayEdit &&
  isStillWritten(status) &&
  html`<form method="post" action="${path}/rules">${hiddenField('mark', narrowMark)}${button({ text: hubsMayNarrow ? 'Hubs may add none' : 'Hubs may add rules', name: 'press', value: hubsMayNarrow ? 'hubs:none' : 'hubs:may', classes: 'govuk-button--secondary' })}</form>`
}`

/** Every rule of who can take part in a project. */
export const rulesView = (frame: Frame, shown: Shown): Html => {
  const { place, path, written, status, form } = shown
  return layout(
    frame,
    {
      title: `Rules of who can take part: ${written.title}`,
      breadcrumbs: [place.home, listOf(place), { text: written.title, href: path }, { text: 'Rules' }],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${written.title}</span><h1 class="govuk-heading-l">Rules of who can take part</h1>
<p class="govuk-body">Each rule says what is checked, fact by fact. Whoever asks to join reads its sentence, the facts used, where they are from, and the shortest way to a yes. Rules that give priority count in this order.</p>
${contradictionsIn(criteriaIn(written)).map((sentence) => insetText(`${sentence}.`))}
${status === 'published' && insetText('This project is public. What you change here is a correction: requests are answered by the rules as they were until it is published.')}
${
  written.criteria.length === 0
    ? emptyState({
        title: 'No rule yet',
        text: 'Everybody can ask to join, and the text of the project alone says for whom it is.',
      })
    : written.criteria.map((rule, at) => ruleCard(shown, rule, at))
}
${place.mayEdit && isStillWritten(status) && button({ text: 'Compose a rule', href: `${path}/rules/new` })}
${hubsForm(shown)}
<p class="govuk-body"><a class="govuk-link" href="${path}/rules/try">Try these rules on this and last year’s requests</a></p>
</div></div>`,
  )
}
