import { checkboxesField, type FormState, radiosField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Choices } from '../part.ts'
import { familyFields, ruleFields } from '../part.ts'
import { choicesOf, descentWords, joiningWords, strengthWords } from '../wording.ts'
import type { WrittenRule } from '../written-project.ts'
import { kept, rowsView } from './rows.view.ts'

const isAsked = ({ rule }: WrittenRule): boolean =>
  typeof rule === 'object' && rule !== null && 'fact' in rule && rule['fact'] === 'commitment'

const howChecked = (rules: readonly WrittenRule[], id: string): string => {
  const rule = rules.find((each) => each.id === id)
  if (!rule || isAsked(rule)) return 'It is put to whoever asks to join, who agrees to it.'
  return 'It is checked by itself, from the registers and what is known here; that stays as it is under a new sentence. What is checked is composed under “Rules of who can take part, fact by fact”.'
}

const ruleParts = (form: FormState, { written }: Choices): Html =>
  rowsView({
    form,
    fields: ruleFields,
    noun: 'rule',
    isOrdered: true,
    draw: (row, name) =>
      html`${kept(row, name, 'id')}${textArea(form, { name: name('sentence'), label: 'The rule in a sentence', hint: howChecked(written.criteria, row['id'] ?? ''), rows: 2 })}
${selectField(form, { name: name('strength'), label: 'What it does', blank: false, items: choicesOf(strengthWords) })}
${
  written.themes.length > 0 &&
  selectField(form, {
    name: name('theme'),
    label: 'For which theme',
    blank: 'All of them',
    items: written.themes.map(({ id, title }) => ({ value: id, text: title })),
  })
}`,
  })

/** Who joins, how many, and by which rules. */
export const joiningFields = (form: FormState, choices: Choices): Html =>
  html`${radiosField(form, { name: 'joins', label: 'Who joins?', small: true, items: choicesOf(joiningWords), ...(choices.isPublic ? { hint: 'Once it is public, organisations stay organisations and single people single people.' } : {}) })}
${textField(form, { name: 'people_min', label: 'People from each, at least', width: 3, inputmode: 'numeric' })}
${textField(form, { name: 'people_max', label: 'People from each, at most', hint: 'Leave empty if there is no limit', width: 3, inputmode: 'numeric' })}
${checkboxesField(form, {
  name: 'flags',
  label: 'Also',
  small: true,
  items: [
    { value: 'same_people', text: 'The same people come all year' },
    { value: 'headteacher_confirms', text: 'The headteacher, or who speaks for an institution, confirms each request' },
    { value: 'agreement_for_year', text: 'One agreement is enough for all projects of the year that tick this' },
  ],
})}
<h2 class="govuk-heading-m">Rules of who can take part</h2>
<p class="govuk-body">Each is a sentence that people read, and by which requests are answered. A rule for one theme widens or narrows that theme alone.</p>
${ruleParts(form, choices)}`

/** Which projects of earlier years it comes from. */
export const familyParts = (form: FormState, { earlier }: Choices): Html =>
  html`<p class="govuk-body">It can come from several: two that were merged, or one that was split. How long it has been running is said under “What it is”.</p>
${rowsView({
  form,
  fields: familyFields,
  noun: 'forebear',
  isOrdered: false,
  draw: (_row, name) =>
    html`${selectField(form, {
      name: name('earlier'),
      label: 'Project of an earlier year',
      items: earlier.map(({ id, year, code, title }) => ({
        value: id,
        text: `${yearLabel(academicYear(year))}: ${title}${code ? ` (${code})` : ''}`,
      })),
    })}
${selectField(form, { name: name('kind'), label: 'How the two belong together', items: choicesOf(descentWords) })}
${textField(form, { name: name('note'), label: 'A note', hint: 'Shown with the family line. Leave empty if there is nothing to add.' })}`,
})}`
