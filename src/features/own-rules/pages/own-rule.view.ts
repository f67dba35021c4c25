import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { strengthWords } from '../../criteria/index.ts'
import { type Lists, treeFields } from '../../rule-writing/index.ts'
import type { OfferRules } from '../own-rule.ts'
import { crumbsOf } from './own-rules.view.ts'

export type Composing = {
  readonly rules: OfferRules
  readonly path: string
  readonly address: string
  readonly id: string
  readonly isNew: boolean
  readonly lists: Lists
  readonly form: FormState
  readonly mark: string
}

// The first button of a form is what the Enter key presses.
const pressedByEnter = html`<button class="govuk-visually-hidden" type="submit" tabindex="-1" aria-hidden="true">Save</button>`

const deeds = ({ allowed: { mayNarrow, rules } }: OfferRules) => [
  ...(mayNarrow
    ? Object.entries(strengthWords).map(([value, text]) => ({ value, text: `Narrows: ${text.toLowerCase()}` }))
    : []),
  ...rules
    .filter(({ hubsMayWiden }) => hubsMayWiden)
    .map(({ id, sentence }) => ({
      value: `widens:${id}`,
      text: `Widens: ${sentence}`,
      hint: 'Whoever meets either meets that rule',
    })),
]

/** One rule of the hub's own, composed of facts and groups of facts. */
export const ownRuleView = (frame: Frame, composing: Composing): Html => {
  const { rules, path, address, id, isNew, lists, form, mark } = composing
  const heading = isNew ? 'Compose a rule of your own' : 'Change a rule of your own'
  return layout(
    frame,
    {
      title: `${heading}: ${rules.offer.project.title}`,
      breadcrumbs: [...crumbsOf(rules, path), { text: heading }],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${rules.offer.project.title}, ${rules.offer.hub.name}</span><h1 class="govuk-heading-l">${heading}</h1>
<form method="post" action="${address}" novalidate>${pressedByEnter}${hiddenField('mark', mark)}${hiddenField('id', id)}
${radiosField(form, { name: 'does', label: 'What the rule does', small: true, items: deeds(rules) })}
<h2 class="govuk-heading-m">What is checked</h2>
${treeFields(form, lists)}
<h2 class="govuk-heading-m">How it reads</h2>
${textArea(form, { name: 'sentence', label: 'The rule in a sentence', hint: 'Leave it empty, and the rule says itself what it checks. You can word it anew.', rows: 3 })}
${button({ text: 'Propose a sentence', name: 'press', value: 'propose', classes: 'govuk-button--secondary', attributes: { formaction: '#sentence' } })}
<div class="govuk-button-group">${button({ text: 'Save the rule', preventDoubleClick: true })}<a class="govuk-link" href="${path}">Back without saving</a></div></form></div></div>`,
  )
}
