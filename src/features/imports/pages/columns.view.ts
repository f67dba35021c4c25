import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { fieldsFor } from '../../old-lists/index.ts'
import type { Import } from '../import.ts'
import { crumbs, type HubSeen } from './imports.view.ts'

type ColumnsPage = {
  readonly hub: HubSeen
  readonly spreadsheet: Import
  readonly base: string
  /** The name under which a file of this shape was matched before. */
  readonly known: string | null
  readonly columns: readonly { readonly field: string; readonly heading: string; readonly samples: readonly string[] }[]
  readonly headings: readonly { readonly number: number; readonly words: string }[]
  readonly form: FormState
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

const columnsTable = ({ spreadsheet, columns, form }: ColumnsPage): Html => {
  const items = fieldsFor(spreadsheet.kind).map(({ key, label }) => ({ value: key, text: label }))
  return scrollable(
    'Columns',
    table({
      stacks: true,
      caption: 'Columns of the file',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Column', 'Some of what it holds', 'What it means'],
      rows: columns.map(({ field, heading, samples }) => [
        heading,
        samples.length === 0
          ? html`<span class="govuk-hint">Nothing</span>`
          : html`<ul class="govuk-list govuk-!-margin-bottom-0">${samples.map((sample) => html`<li>${cut(sample)}</li>`)}</ul>`,
        selectField(form, {
          name: field,
          label: html`<span class="govuk-visually-hidden">What ${heading} means</span>`,
          items,
          blank: 'Leave out',
        }),
      ]),
    }),
  )
}

const headingRow = ({ base, spreadsheet, headings, form }: ColumnsPage): Html =>
  details({
    summaryText: `The headings stand in row ${spreadsheet.headerRow + 1}. Is that wrong?`,
    text: html`<form method="post" action="${base}/header" novalidate>
${selectField(form.errors.some(({ field }) => field === 'row') ? form : formFrom({}), {
  name: 'row',
  label: 'The row that holds the headings',
  items: headings.map(({ number, words }) => ({ value: number, text: `${number}: ${words}` })),
  value: spreadsheet.headerRow + 1,
  blank: false,
})}
${button({ text: 'Use this row', classes: 'govuk-button--secondary' })}
</form>`,
  })

const wayOfReading = ({ form }: ColumnsPage): Html =>
  checkboxesField(form, {
    name: 'options',
    label: 'How to read the rows',
    items: [
      { value: 'surname_first', text: 'Names stand with the surname first, as “Okafor, Ngozi”' },
      { value: 'fills_down', text: 'A row without a school means the school of the row above' },
    ],
  })

const remembering = ({ form, known }: ColumnsPage): Html =>
  checkboxesField(form, {
    name: 'remember',
    label: 'Next time',
    items: [
      {
        value: 'yes',
        text: 'Remember what the columns mean',
        hint: 'The next file with the same headings is matched by itself',
        conditional: textField(form, {
          name: 'name',
          label: 'Name to remember them by',
          hint: known ? 'Give another name to keep the earlier one as it is' : 'For example: booking list',
          width: 20,
        }),
      },
    ],
  })

/** What each column means: proposed by its heading and values, decided by a person. */
export const columnsView = (frame: Frame, shown: ColumnsPage): Html =>
  layout(
    frame,
    {
      title: 'What the columns mean',
      breadcrumbs: crumbs(shown.hub, { text: shown.spreadsheet.fileName, href: shown.base }, { text: 'Columns' }),
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${shown.spreadsheet.fileName}</span>
<h1 class="govuk-heading-l">What the columns mean</h1>
<p class="govuk-body">${shown.spreadsheet.readAs}.${shown.spreadsheet.readAs.includes('not read:') && html` To read another sheet, <a class="govuk-link" href="/hub/${shown.hub.slug}/imports/new">upload the file again</a> and name it.`} Look over what we propose, and change what is wrong. Columns that are not needed are left out.</p>
${shown.known && insetText(`A file with these headings was matched before, as “${shown.known}”.`)}
${headingRow(shown)}
<form method="post" action="${shown.base}/columns" novalidate>
${columnsTable(shown)}
${wayOfReading(shown)}
${remembering(shown)}
${button({ text: 'Read the rows', preventDoubleClick: true })}
</form>`,
  )
