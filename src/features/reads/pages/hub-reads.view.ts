import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type ReadLine, readsTable } from './reads.view.ts'

type HubReads = {
  readonly hub: { readonly name: string; readonly slug: string }
  readonly rows: readonly ReadLine[]
  readonly total: number
  readonly shown: number
  readonly pageSize: number
}

export const hubReadsView = (frame: Frame, { hub, rows, total, shown, pageSize }: HubReads): Html =>
  layout(
    frame,
    {
      title: 'Who has read personal data',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'People’s data', href: `/hub/${hub.slug}/personal-data` },
        { text: 'Who has read' },
      ],
      wide: true,
      unlisted: true,
    },
    html`<h1 class="govuk-heading-l">Who has read personal data at ${hub.name}</h1>
<p class="govuk-body">Each time somebody opened a record of your hub with personal data of others, or took it out.</p>
${
  rows.length === 0
    ? emptyState({
        title: 'Nothing is recorded yet',
        text: 'Registers, requests, charges and groups that are opened appear here.',
      })
    : html`${readsTable(rows, true)}${pager({ page: shown, pageSize, total, noun: 'times', href: (next) => `/hub/${hub.slug}/reads?page=${next}` })}`
}`,
  )
