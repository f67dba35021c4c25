import { details } from '../../../ui/components/details.ts'
import { checkboxesField, type FormState, radiosField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { outcomeHeadings } from '../../projects/index.ts'
import type { Choices } from '../part.ts'
import { textFields, themeFields } from '../part.ts'
import { kept, readingOf, rowsView } from './rows.view.ts'

const marks: readonly (readonly [string, string])[] = [
  ['A blank line', 'parts two paragraphs'],
  ['- at the beginning of a line', 'an item of a list'],
  ['1. at the beginning of a line', 'an item of a numbered list'],
  ['# at the beginning of a line', 'a sub-heading'],
  ['**words**', 'stressed words'],
  ['*words*', 'words in italics'],
  ['[words](https://…)', 'words that lead to an address; mailto: for one of mail'],
]

/** How a text is marked up. */
export const howToWrite = details({
  summaryText: 'Lists, sub-headings, stress and links',
  text: html`<ul class="govuk-list">${marks.map(([sign, meaning]) => html`<li><strong>${sign}</strong>: ${meaning}</li>`)}</ul><p class="govuk-body">Everything else is shown as you type it.</p>`,
})

/** The sections of the text, in their order. */
export const textParts = (form: FormState, { isPreviewed, isNational }: Choices): Html =>
  html`<p class="govuk-body">Any heading can be used; sections that you leave empty are not kept. A hub that wrote its own words for a section keeps them, also under another heading.</p>${howToWrite}
${rowsView({
  form,
  fields: textFields,
  noun: 'section',
  isOrdered: true,
  draw: (row, name) =>
    html`${kept(row, name, 'key')}${textField(form, { name: name('heading'), label: 'Heading' })}
${textArea(form, { name: name('body'), label: 'Text', rows: 7 })}${isPreviewed && readingOf(row['body'] ?? '')}
${isNational && checkboxesField(form, { name: name('optional'), label: 'In a hub’s offer', small: true, items: [{ value: 'yes', text: 'A hub may leave this section out' }] })}`,
})}`

/** What is promised, to whom. */
export const outcomeFields = (form: FormState): Html =>
  html`<p class="govuk-body">One to a line. Evaluations ask about each; a line that you word anew stays the one they asked about.</p>
${textArea(form, { name: 'participants', label: `${outcomeHeadings.participants} …`, rows: 7 })}
${textArea(form, { name: 'institutions', label: `${outcomeHeadings.institutions} …`, hint: 'Outcomes for the schools or institutions themselves, where there are any', rows: 5 })}
${textArea(form, { name: 'hub_team', label: `${outcomeHeadings.hub_team} …`, hint: 'Outcomes for the hub, where there are any', rows: 5 })}`

const themeKind = (form: FormState, name: string): Html =>
  radiosField(form, {
    name,
    label: 'Kind',
    small: true,
    inline: true,
    items: [
      { value: 'theme', text: 'Theme' },
      { value: 'strand', text: 'Start' },
    ],
  })

/** Themes or starts under one code. */
export const themeParts = (form: FormState, { isPreviewed }: Choices): Html =>
  html`<p class="govuk-body">A theme is a focus, such as NCP24-31_Mentor; a start is a variant, such as NCP24-30a. Who can join one of them beyond the others is said under “Who joins”.</p>${howToWrite}
${rowsView({
  form,
  fields: themeFields,
  noun: 'theme',
  isOrdered: true,
  draw: (row, name) =>
    html`${kept(row, name, 'id')}${themeKind(form, name('kind'))}
${textField(form, { name: name('suffix'), label: 'Ending of its code', hint: 'Mentor, or the letter of a start', width: 10 })}
${textField(form, { name: name('title'), label: 'What it is called' })}
${textArea(form, { name: name('focus'), label: 'Its focus', rows: 4 })}${isPreviewed && readingOf(row['focus'] ?? '')}
${textField(form, { name: name('starts'), label: 'When it starts, if that is fixed', hint: 'For example: summer term 2025', width: 20 })}`,
})}`
