import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { fields } from '../catalogue-data.ts'

const filesOf = (year: AcademicYear): Html =>
  html`<li>${yearInWords(year)}: ${(['csv', 'json', 'pdf'] as const).map(
    (kind, at) =>
      html`${at > 0 && ' · '}<a class="govuk-link" href="/projects/${yearSlug(year)}.${kind}">${kind.toUpperCase()}<span class="govuk-visually-hidden"> of ${yearInWords(year)}</span></a>`,
  )}</li>`

/** The catalogue of each year as files, and what their columns mean. */
export const catalogueDataView = (frame: Frame, years: readonly AcademicYear[]): Html =>
  layout(
    frame,
    {
      title: 'The catalogue as data',
      breadcrumbs: [{ text: 'Projects', href: '/projects' }, { text: 'The catalogue as data' }],
      description: 'The projects of each year as CSV and JSON, and what each column means.',
    },
    html`<h1 class="govuk-heading-xl">The catalogue as data</h1>
<p class="govuk-body-l">Everything that the catalogue publishes, for spreadsheets and programs. No account is needed.</p>
<h2 class="govuk-heading-m">Files</h2><ul class="govuk-list govuk-list--bullet">${years.map(filesOf)}</ul>
<h2 class="govuk-heading-m">Columns</h2>
<p class="govuk-body">The CSV file is in UTF-8, one row for each project, by title. A cell with several values has semicolons between them. A cell that a spreadsheet would take for a formula begins with an apostrophe.</p>
${table({
  stacks: true,
  caption: 'Columns of the CSV file',
  captionClasses: 'govuk-visually-hidden',
  head: ['Column', 'What it means'],
  rows: fields.map(({ name, means }) => [name, means]),
})}
<h2 class="govuk-heading-m">JSON</h2>
<p class="govuk-body">The JSON file has the same members for each project, named without spaces (runningSince), and besides: its sections with their text, the outcomes it promises and to whom, its themes with their focus, the rules of who can take part, and the programme’s goals. It also tells how the year is laid out: introduction, notices and parts, which name their projects by slug.</p>
<p class="govuk-body">Text is as the national team wrote it: blank lines part paragraphs, a hyphen begins an item of a list, and two asterisks stand round words that are stressed.</p>`,
  )
