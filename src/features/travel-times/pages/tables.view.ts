import { button } from '../../../ui/components/button.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, fileField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { TravelTable } from '../travel-table.ts'
import { around, type HubSeen, statusLabels, statusTones, title } from './around.view.ts'

type Shown = {
  readonly hub: HubSeen
  readonly years: readonly AcademicYear[]
  readonly tables: readonly TravelTable[]
  readonly form: FormState
}

const toFillIn = (hub: HubSeen, year: AcademicYear): Html =>
  html`<a class="govuk-link" href="/hub/${hub.slug}/travel-times/to-fill-in.csv?year=${yearSlug(year)}">the ways of ${yearLabel(year)} to fill in</a>`

const brought = (hub: HubSeen, tables: readonly TravelTable[]): Html =>
  scrollable(
    'Tables that were brought',
    table({
      caption: 'Tables that were brought',
      captionClasses: 'govuk-table__caption--m',
      stacks: true,
      head: [
        'Brought',
        'File',
        'Year',
        { text: 'Ways', format: 'numeric' },
        { text: 'Rows refused', format: 'numeric' },
        'What became of it',
      ],
      rows: tables.map((each) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/travel-times/${each.id}">${formatInstant(each.sentAt)}</a>`,
        each.fileName,
        yearLabel(each.year),
        { text: formatCount(each.ways), format: 'numeric' as const },
        { text: formatCount(each.refused.length), format: 'numeric' as const },
        statusTag(statusLabels[each.status], statusTones[each.status]),
      ]),
    }),
  )

/** Bring a table of minutes, and what became of those brought before. */
export const tablesView = (frame: Frame, { hub, years, tables, form }: Shown): Html =>
  layout(
    frame,
    { title, breadcrumbs: [...around(hub), { text: title }], errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">How long it takes your schools to get to where groups meet, where a straight line tells too little: a river, a line of trains. A placement can then count minutes instead of miles.</p>
<p class="govuk-body">Bring a list with the columns School, URN, Postcode, Venue and Minutes, one row for each way. A school is found by its URN, or by its name or postcode; where to is one of your venues by its name, a school by its URN, or a postcode. You see first what it says; nothing counts before you confirm it. For each year one table counts.</p>
<p class="govuk-body">Begin with ${years.map((year, at) => html`${at > 0 ? ' or ' : ''}${toFillIn(hub, year)}`)}: everybody who waits and every venue where a group of theirs meets, with the minutes that are known.</p>
<form method="post" action="/hub/${hub.slug}/travel-times" enctype="multipart/form-data" novalidate>
${selectField(form, { name: 'year', label: 'Year of the groups', blank: false, items: years.map((each) => ({ value: yearSlug(each), text: yearLabel(each) })) })}
${fileField(form, { name: 'file', label: 'The table', hint: `CSV or Excel (.xlsx), at most 10 MB and 20,000 rows${form.errors.length > 0 ? '. Choose the file again: your browser does not keep it' : ''}`, accept: '.csv,.txt,.tsv,.xlsx' })}
${textField(form, { name: 'sheet', label: 'Which sheet of an Excel workbook (optional)', hint: 'Left blank, the sheet with the most rows is read.', width: 20 })}
${button({ text: 'Show what it says', preventDoubleClick: true })}
</form></div></div>
${tables.length > 0 && brought(hub, tables)}`,
  )
