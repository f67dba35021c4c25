import { button } from '../../../ui/components/button.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, fileField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { ListStatus, TargetList } from '../target-list.ts'

export const listStatusLabels: Readonly<Record<ListStatus, string>> = {
  waiting: 'To be confirmed',
  stated: 'Stated',
  discarded: 'Thrown away',
}
export const listStatusTones: Readonly<Record<ListStatus, Tone>> = {
  waiting: 'attention',
  stated: 'good',
  discarded: 'over',
}

export const around = [
  { text: 'National picture', href: '/network' },
  { text: 'Recruitment against plan', href: '/network/targets' },
]

type Shown = {
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly lists: readonly TargetList[]
  readonly form: FormState
}

/** Bring a list of targets, and what became of those brought before. */
export const listsView = (frame: Frame, { year, years, lists, form }: Shown): Html =>
  layout(
    frame,
    {
      title: 'Bring a list of targets',
      breadcrumbs: [...around, { text: 'Lists of targets' }],
      errors: form.errors,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Bring a list of targets</h1>
<p class="govuk-body">A list with the columns Hub, Project code, Groups and Places, one row for each hub and project. You see first what every row would do; nothing is stated before you confirm it. What the list does not name stays as it is.</p>
<p class="govuk-body">The file that <a class="govuk-link" href="/network/targets.csv?year=${yearSlug(year)}">Recruitment against plan</a> gives you can be filled in and brought back.</p>
<form method="post" action="/network/targets/lists" enctype="multipart/form-data" novalidate>
${selectField(form, { name: 'year', label: 'Year that is planned', blank: false, value: yearSlug(year), items: years.map((each) => ({ value: yearSlug(each), text: yearLabel(each) })) })}
${fileField(form, { name: 'file', label: 'The list', hint: `CSV or Excel (.xlsx), at most 10 MB${form.errors.length > 0 ? '. Choose the file again: your browser does not keep it' : ''}`, accept: '.csv,.txt,.tsv,.xlsx' })}
${textField(form, { name: 'sheet', label: 'Which sheet of an Excel workbook (optional)', hint: 'Left blank, the sheet with the most rows is read.', width: 20 })}
${button({ text: 'Show what it would do', preventDoubleClick: true })}
</form></div></div>
${
  lists.length > 0 &&
  table({
    caption: 'Lists that were brought',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: ['Brought', 'File', 'Year', 'What became of it'],
    rows: lists.map((list) => [
      html`<a class="govuk-link" href="/network/targets/lists/${list.id}">${formatInstant(list.sentAt)}</a>`,
      list.fileName,
      yearLabel(list.year),
      statusTag(listStatusLabels[list.status], listStatusTones[list.status]),
    ]),
  })
}`,
  )
