import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { interestStatusLabels, interestTones, isInterestStatus } from '../../interest/index.ts'
import { type BulkActRow, type Deed, whyNotUndoable } from '../bulk-act.ts'

const standing = ({ statusNow }: BulkActRow): Html | string =>
  isInterestStatus(statusNow) ? statusTag(interestStatusLabels[statusNow], interestTones[statusNow]) : statusNow

const whatTheyGet = ({ why, letters, outcome, ...row }: BulkActRow, deed: Deed | null): Html =>
  html`${why ?? (outcome === 'done' && deed && whyNotUndoable(row, deed))}${letters.map(({ to, subject, text }) =>
    details({
      summaryText: html`Mail to ${to}`,
      text: html`<p class="govuk-body"><strong>${subject}</strong></p><pre class="app-letter">${text}</pre>`,
    }),
  )}`

type Acted = { readonly hub: { readonly slug: string }; readonly act: { readonly deed: Deed | null } }

/** Requests by the names of their schools, with what each gets or why not. */
export const rowsTable = ({ hub, act: { deed } }: Acted, caption: string, rows: readonly BulkActRow[]): Html =>
  scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['School or institution', 'Project', 'Stands now', 'What they get, or why not'],
      rows: rows.map((row) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/interest/${row.interestId}">${row.organisation}</a>`,
        row.projectTitle,
        standing(row),
        whatTheyGet(row, deed),
      ]),
    }),
  )
