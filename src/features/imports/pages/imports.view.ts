import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { type ListKind, labelOf } from '../../old-lists/index.ts'
import { type Counts, countOf, type ImportStatus, importStatusLabels, importTones } from '../import.ts'

export type HubSeen = { readonly slug: string; readonly name: string }

export type ImportsPage = {
  readonly hub: HubSeen
  readonly imports: readonly {
    readonly id: string
    readonly kind: ListKind
    readonly status: ImportStatus
    readonly fileName: string
    readonly offer: string | null
    readonly createdAt: Temporal.Instant
    readonly by: string | null
    readonly counts: Counts
  }[]
  readonly matchings: readonly {
    readonly id: string
    readonly kind: ListKind
    readonly name: string
    readonly header: readonly string[]
    readonly matching: readonly string[]
    readonly usedAt: Temporal.Instant
  }[]
}

export const crumbs = ({ slug }: HubSeen, ...more: readonly { text: string; href?: string }[]) => [
  { text: 'Hub work', href: `/hub/${slug}` },
  { text: 'Imports', ...(more.length > 0 ? { href: `/hub/${slug}/imports` } : {}) },
  ...more,
]

export const kindWords: Readonly<Record<ListKind, string>> = {
  interest: 'Requests to join',
  people: 'People of schools',
}

const number = (text: string | number) => ({ text, format: 'numeric' as const })

const importsTable = ({ hub, imports }: ImportsPage): Html =>
  scrollable(
    'Imports',
    table({
      stacks: true,
      caption: 'Imports',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['File', 'Holds', 'State', number('Imported'), number('Already here'), number('Refused'), 'Uploaded'],
      rows: imports.map((each) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/imports/${each.id}">${each.fileName}</a>`,
        html`${kindWords[each.kind]}${each.offer && html`<br>${each.offer}`}`,
        statusTag(importStatusLabels[each.status], importTones[each.status]),
        number(countOf(each.counts, 'made', 'added')),
        number(countOf(each.counts, 'here', 'same')),
        number(countOf(each.counts, 'refused', 'waiting')),
        html`${formatInstant(each.createdAt)}${each.by && html`<br>${each.by}`}`,
      ]),
    }),
  )

const matchingsTable = ({ hub, matchings }: ImportsPage): Html => html`
<h2 class="govuk-heading-m" id="matchings">Remembered columns</h2>
<p class="govuk-body">A file with the same headings is matched by itself. </p>
${scrollable(
  'Remembered columns',
  table({
    stacks: true,
    caption: 'Remembered columns',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Name', 'Holds', 'Columns matched', 'Last used', { text: 'Forget' }],
    rows: matchings.map((each) => [
      each.name,
      kindWords[each.kind],
      each.matching
        .flatMap((key, at) => (key === '' ? [] : [`${each.header[at] ?? ''} (${labelOf(key)})`]))
        .slice(0, 4)
        .join(', '),
      formatShortDate(localDate(each.usedAt)),
      html`<form method="post" action="/hub/${hub.slug}/imports/matchings/${each.id}/forget">
${button({ name: 'forget', value: 'yes', text: html`Forget<span class="govuk-visually-hidden"> ${each.name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
</form>`,
    ]),
  }),
)}`

/** What a hub has brought over, and the way to bring more. */
export const importsView = (frame: Frame, shown: ImportsPage): Html =>
  layout(
    frame,
    { title: 'Imports', breadcrumbs: crumbs(shown.hub), wide: true, unlisted: true },
    html`${actionBar({
      title: 'Imports',
      caption: shown.hub.name,
      text: 'Move over from your forms, booking lists and spreadsheets. You see what each row will do before anything is written.',
      actions: [button({ text: 'Import a spreadsheet', href: `/hub/${shown.hub.slug}/imports/new` })],
    })}
${
  shown.imports.length === 0
    ? emptyState({
        title: 'Nothing imported yet',
        text: 'Export a list from the tool you use now, as CSV or Excel, and bring it here.',
      })
    : importsTable(shown)
}
${shown.matchings.length > 0 && matchingsTable(shown)}`,
  )
