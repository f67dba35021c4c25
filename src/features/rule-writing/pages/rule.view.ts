import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, selectField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import {
  listOf,
  type PlaceOfWriting,
  strengthWords,
  type WrittenProject,
  type WrittenRule,
} from '../../project-writing/index.ts'
import type { Lists } from '../fact-kinds.ts'
import { treeFields } from './tree.view.ts'

export type Composing = {
  readonly place: PlaceOfWriting
  readonly path: string
  readonly title: string
  readonly address: string
  readonly id: string
  readonly isNew: boolean
  readonly isPublic: boolean
  readonly themes: WrittenProject['themes']
  /** The rules that one of a theme can widen. */
  readonly rules: readonly WrittenRule[]
  /** Whether the project is one that a hub writes for itself. */
  readonly ofHub: boolean
  readonly lists: Lists
  readonly form: FormState
  readonly mark: string
}

// The first button of a form is what the Enter key presses.
const pressedByEnter = html`<button class="govuk-visually-hidden" type="submit" tabindex="-1" aria-hidden="true">Save</button>`

const strengths = Object.entries(strengthWords).map(([value, text]) => ({ value, text }))

const forWhom = ({ form, themes, rules, ofHub }: Composing): Html =>
  html`${
    themes.length > 0 &&
    selectField(form, {
      name: 'theme',
      label: 'For which theme',
      hint: 'A rule for one theme narrows that theme alone, or widens it where it stands beside a rule of the project.',
      blank: 'All of them',
      items: themes.map((theme) => ({ value: theme.id, text: theme.title })),
    })
  }${
    themes.length > 0 &&
    rules.length > 0 &&
    selectField(form, {
      name: 'widens',
      label: 'Which rule the theme widens',
      hint: 'Whoever meets either of the two meets both.',
      blank: 'None: it is a rule of its own',
      items: rules.map(({ id, sentence }) => ({ value: id, text: sentence })),
    })
  }${
    !ofHub &&
    checkboxesField(form, {
      name: 'hubs',
      label: 'Hubs',
      small: true,
      items: [{ value: 'may', text: 'A hub may widen this rule on its offer' }],
    })
  }`

/** One rule, composed of facts and groups of facts. */
export const ruleView = (frame: Frame, composing: Composing): Html => {
  const { place, path, title, address, id, isNew, isPublic, lists, form, mark } = composing
  const heading = isNew ? 'Compose a rule' : 'Change a rule'
  return layout(
    frame,
    {
      title: `${heading}: ${title}`,
      breadcrumbs: [
        place.home,
        listOf(place),
        { text: title, href: path },
        { text: 'Rules', href: `${path}/rules` },
        { text: heading },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">${heading}</h1>
${isPublic && insetText('This project is public. What you save here is a correction: requests are answered by the rules as they were until it is published.')}
<form method="post" action="${address}" novalidate>${pressedByEnter}${hiddenField('mark', mark)}${hiddenField('id', id)}
${radiosField(form, { name: 'strength', label: 'What the rule does', small: true, items: strengths })}
${forWhom(composing)}
<h2 class="govuk-heading-m">What is checked</h2>
${treeFields(form, lists)}
<h2 class="govuk-heading-m">How it reads</h2>
${textArea(form, { name: 'sentence', label: 'The rule in a sentence', hint: 'Leave it empty, and the rule says itself what it checks. You can word it anew.', rows: 3 })}
${button({ text: 'Propose a sentence', name: 'press', value: 'propose', classes: 'govuk-button--secondary', attributes: { formaction: '#sentence' } })}
<div class="govuk-button-group">${button({ text: isPublic ? 'Save the correction' : 'Save the rule', preventDoubleClick: true })}<a class="govuk-link" href="${path}/rules">Back without saving</a></div></form></div></div>`,
  )
}
