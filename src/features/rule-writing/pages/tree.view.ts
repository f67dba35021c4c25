import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { checkboxesField, type FormState, hiddenField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type Choice, type Lists, listOf, type ValueField } from '../fact-kinds.ts'
import { facts } from '../facts-to-choose.ts'
import {
  deepest,
  type FactNode,
  type Grouping,
  type GroupNode,
  isGroup,
  mostParts,
  type Node,
  type Path,
} from '../tree.ts'
import { fieldAt, treeIn } from '../typed-tree.ts'

const groupingWords: Readonly<Record<Grouping, string>> = {
  all: 'All of them have to be so',
  any: 'One of them is enough',
  at_least: 'At least so many of them have to be so',
  none: 'None of them may be so',
  not_all: 'They may not all be so',
  fewer: 'Fewer than so many of them may be so',
}

const groupingChoices = Object.entries(groupingWords).map(([value, text]) => ({ value, text }))

const numberOf = (path: Path): string => path.map((at) => at + 1).join('.')
const idOf = (path: Path): string => `part-${['0', ...path].join('-')}`

const press = (deed: string, path: Path, text: string, of: string): Html =>
  button({
    text: html`${text}<span class="govuk-visually-hidden"> ${of}</span>`,
    name: 'press',
    value: `${deed}:${['0', ...path].join('-')}`,
    classes: 'govuk-button--secondary govuk-!-margin-bottom-2 govuk-!-margin-right-2',
    attributes: { formaction: `#${idOf(deed === 'remove' ? path.slice(0, -1) : path)}` },
  })

const acts = (path: Path, last: number): Html => {
  const [at, of] = [path.at(-1) ?? 0, `part ${numberOf(path)}`]
  return html`<div class="govuk-button-group">${at > 0 && press('up', path, 'Move up', of)}${at < last && press('down', path, 'Move down', of)}${press('remove', path, 'Remove', of)}</div>`
}

const long = 16

// A long list is folded once something of it is chosen.
const several = (
  form: FormState,
  name: string,
  field: ValueField & { readonly kind: 'several' },
  lists: Lists,
): Html => {
  const items = listOf(field.from, lists)
  const boxes = checkboxesField(form, {
    name,
    label: field.label,
    small: true,
    items,
    ...(field.hint ? { hint: field.hint } : {}),
  })
  if (items.length < long) return boxes
  const typed = form.typed[name]
  const chosen = typeof typed === 'string' ? [typed] : (typed ?? [])
  const words = items.flatMap(({ value, text }) => (chosen.includes(value) ? [text] : []))
  const hasError = form.errors.some((error) => error.field === name)
  return details({
    summaryText: `${field.label}: ${words.join(', ') || 'none chosen yet'}`,
    open: words.length === 0 || hasError,
    text: boxes,
  })
}

const valueField = (form: FormState, name: string, field: ValueField, lists: Lists): Html => {
  const common = { name, label: field.label, ...(field.hint ? { hint: field.hint } : {}) }
  switch (field.kind) {
    case 'several':
      return several(form, name, { ...field, kind: 'several' }, lists)
    case 'one':
      return selectField(form, { ...common, blank: false, items: listOf(field.from, lists) })
    case 'number':
      return textField(form, {
        ...common,
        width: 5,
        inputmode: 'decimal',
        ...(field.suffix ? { suffix: field.suffix } : {}),
      })
    case 'lines':
      return textArea(form, { ...common, rows: 3 })
    default:
      return textField(form, { ...common, width: 30 })
  }
}

const factPart = (form: FormState, node: FactNode, path: Path, lists: Lists): Html =>
  html`${hiddenField(fieldAt(path, 'fact'), node.fact)}${selectField(form, {
    name: fieldAt(path, 'is-not'),
    label: 'Whether it has to be so',
    blank: false,
    items: [
      { value: 'is', text: 'It has to be so' },
      { value: 'not', text: 'It must not be so' },
    ],
  })}${facts[node.fact].fields.map((field) => valueField(form, fieldAt(path, field.name), field, lists))}`

const factChoices = ({ questions }: Lists): readonly Choice[] =>
  Object.entries(facts)
    .filter(([fact]) => fact !== 'answer' || questions.length > 0)
    .map(([value, { label, about }]) => ({
      value,
      text: `${about}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    }))

const groupPart = (form: FormState, node: GroupNode, path: Path, lists: Lists): Html => {
  const of = path.length === 0 ? '' : `to group ${numberOf(path)}`
  return html`${selectField(form, { name: fieldAt(path, 'how'), label: 'How the facts of this group count together', blank: false, items: groupingChoices })}
${textField(form, { name: fieldAt(path, 'count'), label: 'How many of them', hint: 'For “at least” and “fewer than” alone', width: 2, inputmode: 'numeric' })}
${node.parts.map((part, at) => partFields(form, part, { path: [...path, at], last: node.parts.length - 1, lists }))}
${
  node.parts.length < mostParts &&
  html`${selectField(form, { name: fieldAt(path, 'new'), label: html`Add a fact<span class="govuk-visually-hidden"> ${of}</span>`, blank: 'Choose a fact', items: factChoices(lists) })}
<div class="govuk-button-group">${press('fact', path, 'Add this fact', of)}${path.length < deepest - 1 && press('group', path, 'Add a group', of)}</div>`
}`
}

type At = { readonly path: Path; readonly last: number; readonly lists: Lists }

const partFields = (form: FormState, node: Node, { path, last, lists }: At): Html =>
  html`<fieldset class="govuk-fieldset app-row" id="${idOf(path)}"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${numberOf(path)} ${isGroup(node) ? 'A group' : facts[node.fact].label}</legend>
${isGroup(node) ? groupPart(form, node, path, lists) : factPart(form, node, path, lists)}${acts(path, last)}</fieldset>`

/** The parts of a rule, each with the buttons that add, move and remove. They change the form; nothing is kept before it is saved. */
export const treeFields = (form: FormState, lists: Lists): Html =>
  html`<div id="${idOf([])}">${groupPart(form, treeIn(form.typed), [], lists)}</div>`
