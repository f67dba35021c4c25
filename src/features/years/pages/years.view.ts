import { actionBar } from '../../../ui/components/action-bar.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { YearSeen } from '../year.ts'

export const picture = { text: 'National picture', href: '/network' }
export const allYears = { text: 'Years of the catalogue', href: '/network/years' }

/** Every year, with what is laid out of it. */
export const yearsView = (frame: Frame, years: readonly YearSeen[]): Html =>
  layout(
    frame,
    { title: 'Years of the catalogue', breadcrumbs: [picture, { text: allYears.text }], wide: true, unlisted: true },
    html`${actionBar({ title: 'Years of the catalogue', text: 'What each year has, and what it calls its groups, leads and sessions.' })}
${table({
  caption: years.length === 1 ? '1 year' : `${years.length} years`,
  captionClasses: 'govuk-table__caption--m',
  head: [
    'Year',
    { text: 'National projects', format: 'numeric' },
    { text: 'Of them public', format: 'numeric' },
    'Words',
  ],
  rows: years.map(({ year, projects, published, ownWords }) => [
    html`<a class="govuk-link" href="/network/projects?year=${yearSlug(year)}">${yearLabel(year)}</a>`,
    { text: projects, format: 'numeric' as const },
    { text: published, format: 'numeric' as const },
    html`<a class="govuk-link" href="/network/years/${yearSlug(year)}/terms">${ownWords > 0 ? 'Words of its own' : 'The usual words'}<span class="govuk-visually-hidden"> in ${yearInWords(year)}</span></a>`,
  ]),
  stacks: true,
})}`,
  )
