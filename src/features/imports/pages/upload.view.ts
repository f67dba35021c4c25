import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { type FormState, fileField, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { crumbs, type HubSeen } from './imports.view.ts'

type UploadPage = {
  readonly hub: HubSeen
  readonly offers: readonly {
    readonly id: string
    readonly title: string
    readonly slug: string
    readonly year: number
  }[]
  readonly form: FormState
}

const offerField = ({ offers, form }: UploadPage): Html =>
  selectField(form, {
    name: 'offer',
    label: 'Which offer did they ask to join?',
    items: offers.map(({ id, title, slug, year }) => {
      const isTold = offers.some((other) => other.id !== id && other.title === title && other.year === year)
      return { value: id, text: `${title}, ${yearLabel(academicYear(year))}${isTold ? ` (${slug})` : ''}` }
    }),
  })

/** Choose a file, and say what it holds. */
export const uploadView = (frame: Frame, shown: UploadPage): Html =>
  layout(
    frame,
    {
      title: 'Import a spreadsheet',
      breadcrumbs: crumbs(shown.hub, { text: 'Import a spreadsheet' }),
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Import a spreadsheet</h1>
<p class="govuk-body">Nothing is written when you upload: next you say what the columns mean, then you see what every row will do.</p>
<form method="post" action="/hub/${shown.hub.slug}/imports/new" enctype="multipart/form-data" novalidate>
${radiosField(shown.form, {
  name: 'kind',
  label: 'What does the file hold?',
  items: [
    {
      value: 'interest',
      text: 'Requests to join one of our offers',
      hint: 'Bookings, sign-ups, answers to a form: one row for a school or for each person',
      conditional: offerField(shown),
    },
    { value: 'people', text: 'People of schools', hint: 'Your list of contacts, with their school and post' },
  ],
})}
${fileField(shown.form, {
  name: 'file',
  label: 'The file',
  hint: `CSV or Excel (.xlsx), at most 10 MB and 20,000 rows${shown.form.errors.length > 0 ? '. Choose the file again: your browser does not keep it' : ''}`,
  accept: '.csv,.txt,.tsv,.xlsx',
})}
${textField(shown.form, { name: 'sheet', label: 'Which sheet of an Excel workbook (optional)', hint: 'Its name, as on its tab. Left blank, the sheet with the most rows is read.', width: 20 })}
${details({
  summaryText: 'What files can be read?',
  text: html`<p class="govuk-body">Any columns in any order, with titles or blank lines above the headings. CSV separated by commas, semicolons or tabs, in any usual encoding. Of an Excel workbook, the sheet you name or the one with the most rows; of a formula, what it came to when the file was saved.</p>
<p class="govuk-body">The rows are kept for 30 days after the import, so that you can look at them and take the import back, and are then deleted.</p>`,
})}
${button({ text: 'Upload and continue', preventDoubleClick: true })}
</form>
</div></div>`,
  )
