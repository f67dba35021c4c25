import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, fileField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatInstant } from '../../../vocabulary/local-time.ts'
import { datesInWords } from '../school-days.ts'

export type Scope = {
  readonly hub: { readonly id: string; readonly slug: string; readonly name: string } | null
  readonly base: string
}

export type DaysShown = {
  readonly scope: Scope
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly bankHolidays: readonly {
    readonly on: Temporal.PlainDate
    readonly title: string
    readonly notes: string
    readonly isPublished: boolean
  }[]
  readonly readAt: Temporal.Instant | null
  readonly national: readonly {
    readonly id: string
    readonly title: string
    readonly from: Temporal.PlainDate
    readonly to: Temporal.PlainDate
  }[]
  readonly authorities: readonly { readonly code: string; readonly name: string; readonly known: number }[]
  readonly form: FormState
}

/** The way back from the pages below: hub work, or the national team's. */
export const crumbsOf = ({ hub, base }: Scope, ...rest: readonly { text: string; href?: string }[]) => [
  hub ? { text: 'Hub work', href: `/hub/${hub.slug}` } : { text: 'National picture', href: '/network' },
  rest.length === 0 ? { text: 'Days that matter' } : { text: 'Days that matter', href: base },
  ...rest,
]

const yearLinks = ({ scope, year, years }: DaysShown): Html =>
  html`<p class="govuk-body">${years.map((each, at) => html`${at > 0 && ' · '}${each === year ? html`<strong>${yearLabel(each)}</strong>` : html`<a class="govuk-link" href="${scope.base}?year=${yearSlug(each)}">${yearLabel(each)}</a>`}`)}</p>`

const bankHolidayPart = ({ scope, year, bankHolidays, readAt, form }: DaysShown): Html => html`${table({
  caption: `Bank holidays, ${yearInWords(year)}`,
  captionClasses: 'govuk-table__caption--m',
  head: ['Day', 'What it is'],
  rows: bankHolidays.map(({ on, title, notes, isPublished }) => [
    formatDay(on),
    html`${title}${notes !== '' && html` (${notes.toLowerCase()})`}${!isPublished && ': not published yet, as the law foresees it'}`,
  ]),
})}
<p class="govuk-body">England and Wales. ${readAt ? `Last read from a file on ${formatInstant(readAt)}.` : 'As they came with the program.'} No schedule is proposed on them.</p>
${
  scope.hub === null &&
  details({
    summaryText: 'Read them anew from a file',
    open: form.errors.some(({ field }) => field === 'file'),
    text: html`<form method="post" action="${scope.base}/bank-holidays" enctype="multipart/form-data" novalidate>
${fileField(form, { name: 'file', label: 'The file from gov.uk/bank-holidays.json', hint: 'A year that it names stands in the place of what was known of that year', accept: '.json' })}
${button({ text: 'Read the bank holidays', preventDoubleClick: true })}</form>`,
  })
}`

const removal = (scope: Scope, id: string, title: string): Html =>
  html`<form method="post" action="${scope.base}/national/${id}/remove"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" data-prevent-double-click="true">Take away<span class="govuk-visually-hidden"> ${title}</span></button></form>`

const nationalPart = ({
  scope,
  national,
  form,
}: DaysShown): Html => html`<h2 class="govuk-heading-m">Days of the whole network</h2>
${
  national.length === 0
    ? html`<p class="govuk-body">None are stated for this year.</p>`
    : table({
        caption: 'Days of the whole network',
        captionClasses: 'govuk-visually-hidden',
        head: ['When', 'What it is', ...(scope.hub ? [] : ['Do'])],
        rows: national.map((day) => [
          datesInWords(day),
          day.title,
          ...(scope.hub ? [] : [removal(scope, day.id, day.title)]),
        ]),
      })
}
<p class="govuk-body">Schedules are proposed round them.</p>
${
  scope.hub === null &&
  details({
    summaryText: 'State a day of the whole network',
    open: form.errors.some(({ field }) => ['name', 'from', 'to'].includes(field)),
    text: html`<form method="post" action="${scope.base}/national" novalidate>
${textField(form, { name: 'name', label: 'What it is' })}
${dateField(form, { name: 'from', label: 'First day' })}
${dateField(form, { name: 'to', label: 'Last day', hint: 'Leave it empty for a single day' })}
${button({ text: 'State the day', preventDoubleClick: true })}</form>`,
  })
}`

const termsPart = ({
  scope,
  year,
  authorities,
}: DaysShown): Html => html`<h2 class="govuk-heading-m">Terms and holidays of schools</h2>
<p class="govuk-body">They differ by authority, and by school: they warn, and never stand in the way.</p>
${
  authorities.length === 0
    ? emptyState({
        title: 'No authorities',
        text: 'No authority is known to be in the area of your hub, and no school has a place in its groups yet.',
      })
    : table({
        caption: `Authorities${scope.hub ? ' of your hub' : ''}`,
        captionClasses: 'govuk-visually-hidden',
        head: ['Authority', { text: `Known for ${yearLabel(year)}`, format: 'numeric' }],
        rows: authorities.map(({ code, name, known }) => [
          html`<a class="govuk-link" href="${scope.base}/terms/${code}?year=${yearSlug(year)}">${name}</a>`,
          { text: known, format: 'numeric' },
        ]),
      })
}`

/** The days that matter to whoever sets dates, in an academic year. */
export const daysView = (frame: Frame, shown: DaysShown): Html => {
  const { scope, form } = shown
  return layout(
    frame,
    { title: 'Days that matter', breadcrumbs: crumbsOf(scope), errors: form.errors, wide: true, unlisted: true },
    html`${actionBar({
      title: 'Days that matter',
      caption: scope.hub?.name ?? 'The network',
      text: 'Bank holidays, days of the whole network, terms and holidays of schools: what a schedule is planned round.',
      actions: [
        button({ text: 'Bring a list of terms', href: `${scope.base}/lists`, classes: 'govuk-button--secondary' }),
      ],
    })}
${yearLinks(shown)}
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">${bankHolidayPart(shown)}${nationalPart(shown)}</div>
<div class="govuk-grid-column-one-half">${termsPart(shown)}</div></div>`,
  )
}
