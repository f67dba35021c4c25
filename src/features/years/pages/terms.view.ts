import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { deliveryModelWords } from '../../../vocabulary/delivery-models.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { YearTerms } from '../../projects/index.ts'
import { allYears, picture } from './years.view.ts'

const pathOf = (year: AcademicYear): string => `/network/years/${yearSlug(year)}/terms`
const both = (one: string, many: string): string => `${one}, ${many}`

/** What a year calls things, model by model. */
export const termsView = (frame: Frame, { year, terms }: { year: AcademicYear; terms: readonly YearTerms[] }): Html => {
  const title = `What ${yearInWords(year)} calls things`
  return layout(
    frame,
    { title, breadcrumbs: [picture, allYears, { text: `Words of ${yearLabel(year)}` }], wide: true, unlisted: true },
    html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Each is given for one and for several. Pages, mails and print of this year use these words.</p>
${table({
  head: ['How it is run', 'A group', 'Its lead', 'A session', 'Whose words', 'Change'],
  rows: terms.map(({ model, words, own }) => [
    both(words.model, words.models),
    both(words.group, words.groups),
    both(words.lead, words.leads),
    both(words.session, words.sessions),
    own ? 'This year’s own' : 'The usual ones',
    html`<a class="govuk-link" href="${pathOf(year)}/${model}">Change<span class="govuk-visually-hidden"> the words of ${words.model}</span></a>`,
  ]),
  stacks: true,
})}`,
  )
}

const pair = (form: FormState, name: string, what: string): Html =>
  html`${textField(form, { name, label: `${what}: one`, width: 20 })}${textField(form, { name: `${name}s`, label: `${what}: several`, width: 20 })}`

/** The words of one model in a year, to be changed. */
export const changeTermsView = (
  frame: Frame,
  { year, terms, form, mark }: { year: AcademicYear; terms: YearTerms; form: FormState; mark: string },
): Html => {
  const usual = deliveryModelWords[terms.model]
  const title = `Words for ${usual.labels} in ${yearInWords(year)}`
  return layout(
    frame,
    {
      title,
      breadcrumbs: [
        picture,
        allYears,
        { text: `Words of ${yearLabel(year)}`, href: pathOf(year) },
        { text: usual.label },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
${insetText('Everything of this year follows at once: pages, flyers, calendars and the mails still to be sent. Other years keep their own words.')}
<form method="post" action="${pathOf(year)}/${terms.model}" novalidate>${hiddenField('mark', mark)}
${pair(form, 'model', 'How it is run')}${pair(form, 'group', 'A group')}${pair(form, 'lead', 'Who leads it')}${pair(form, 'session', 'A session')}
<div class="govuk-button-group">${button({ text: 'Save the words', preventDoubleClick: true })}${
      terms.own &&
      button({
        text: 'Go back to the usual words',
        name: 'act',
        value: 'usual',
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      })
    }</div></form></div></div>`,
  )
}
