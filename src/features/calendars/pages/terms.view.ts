import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { datesInWords, type TermDates, termKindLabels } from '../school-days.ts'
import { crumbsOf, type Scope } from './days.view.ts'

export type TermsShown = {
  readonly scope: Scope
  readonly authority: { readonly code: string; readonly name: string }
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly dates: readonly (TermDates & { readonly id: string })[]
  readonly form: FormState
}

const pathOf = ({ scope, authority }: TermsShown): string => `${scope.base}/terms/${authority.code}`

const known = (shown: TermsShown): Html =>
  shown.dates.length === 0
    ? emptyState({
        title: 'Nothing known yet',
        text: `Type the terms and holidays of ${yearLabel(shown.year)} in below, or bring a list of them.`,
      })
    : table({
        caption: `Terms and holidays, ${yearLabel(shown.year)}`,
        captionClasses: 'govuk-table__caption--m',
        head: ['Name', 'Kind', 'Days', 'Do'],
        firstCellIsHeader: true,
        rows: shown.dates.map((each) => [
          each.name,
          termKindLabels[each.kind],
          datesInWords(each),
          html`<form method="post" action="${pathOf(shown)}/${each.id}/remove?year=${yearSlug(shown.year)}"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" data-prevent-double-click="true">Take away<span class="govuk-visually-hidden"> ${each.name}</span></button></form>`,
        ]),
      })

/** The terms and holidays of the schools of one authority, and the form that states one more. */
export const termsView = (frame: Frame, shown: TermsShown): Html => {
  const { scope, authority, year, years, form } = shown
  return layout(
    frame,
    {
      title: `Terms and holidays: ${authority.name}`,
      breadcrumbs: crumbsOf(scope, { text: authority.name }),
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Terms and holidays of schools</span><h1 class="govuk-heading-l">${authority.name}</h1>
<p class="govuk-body">${years.map((each, at) => html`${at > 0 && ' · '}${each === year ? html`<strong>${yearLabel(each)}</strong>` : html`<a class="govuk-link" href="${pathOf(shown)}?year=${yearSlug(each)}">${yearLabel(each)}</a>`}`)}</p>
${known(shown)}
<h2 class="govuk-heading-m">State one more, or change one by its name</h2>
<form method="post" action="${pathOf(shown)}?year=${yearSlug(year)}" novalidate>
${textField(form, { name: 'name', label: 'Name', hint: 'For example Autumn term, or Autumn half-term' })}
${radiosField(form, {
  name: 'kind',
  label: 'What is it?',
  small: true,
  inline: true,
  value: 'holiday',
  items: [
    { value: 'holiday', text: 'Holiday' },
    { value: 'term', text: 'Term' },
  ],
})}
${dateField(form, { name: 'from', label: 'First day', hint: 'For example, 25 10 2021' })}
${dateField(form, { name: 'to', label: 'Last day', hint: 'Leave it empty for a single day' })}
${button({ text: 'Save', preventDoubleClick: true })}</form></div></div>`,
  )
}
