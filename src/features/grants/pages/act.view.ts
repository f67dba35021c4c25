import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { restsOnInWords } from '../grant.ts'
import type { GrantAct } from '../grant-act.ts'
import { type GrantListed, grantTag, type Hub } from './grants.view.ts'

const counted = (grants: readonly unknown[]): string => (grants.length === 1 ? '1 grant' : `${grants.length} grants`)
const total = (grants: readonly GrantListed[]): string => formatMoney(grants.reduce((sum, { pence }) => sum + pence, 0))

const rowsOf = (hub: Hub, caption: string, grants: readonly GrantListed[]): Html =>
  scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['Paid to', 'For', 'Group', 'Rests on', { text: 'Amount', format: 'numeric' as const }, 'Status'],
      rows: grants.map((grant) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/grants/${grant.id}">${grant.organisation}</a>`,
        html`${grant.rule}${grant.lead !== null && html`<br><span class="govuk-body-s">${grant.lead}</span>`}`,
        grant.group,
        restsOnInWords(grant.evidence),
        { text: formatMoney(grant.pence), format: 'numeric' as const },
        grantTag(grant.status),
      ]),
    }),
  )

type Preview = { readonly hub: Hub; readonly planned: readonly GrantListed[]; readonly leftOut: readonly GrantListed[] }

/** Several grants looked at by name before they are approved together. */
export const previewView = (frame: Frame, { hub, planned, leftOut }: Preview): Html => {
  const title = `Approve ${counted(planned)}`
  return layout(
    frame,
    {
      title,
      backLink: { text: 'Grants and payments', href: `/hub/${hub.slug}/grants?status=due` },
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${planned.length > 0 && rowsOf(hub, 'Will be approved', planned)}
${leftOut.length > 0 && html`<h2 class="govuk-heading-m">Left out: not due any more</h2>${rowsOf(hub, 'Left out', leftOut)}`}
${
  planned.length === 0
    ? insetText('None of these grants is due any more.')
    : html`<p class="govuk-body">You can undo it for ten minutes. The mail waits as long: each lead participant and each lead gets one.</p>
<form method="post" action="/hub/${hub.slug}/grants/approve" novalidate>${planned.map(({ id }) => hiddenField('grant', id))}${button({ text: `Approve ${counted(planned)}: ${total(planned)}`, preventDoubleClick: true })}</form>`
}`,
  )
}

type Approved = {
  readonly hub: Hub
  readonly act: GrantAct
  readonly grants: readonly GrantListed[]
  readonly isUndoable: boolean
  readonly undone: number | null
}

/** What was approved together, and for ten minutes the way back. */
export const actView = (frame: Frame, { hub, act, grants, isUndoable, undone }: Approved): Html => {
  const title = `Approved together: ${counted(grants)}, ${total(grants)}`
  return layout(
    frame,
    { title, backLink: { text: 'Grants and payments', href: `/hub/${hub.slug}/grants` }, wide: true, unlisted: true },
    html`${
      undone !== null &&
      notificationBanner({
        type: 'success',
        disableAutoFocus: true,
        text:
          undone === grants.length
            ? 'Undone: each is due as before, and nobody was told.'
            : `${undone} of ${grants.length} undone: something has happened to the others since.`,
      })
    }
<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">By ${act.by} on ${formatInstant(act.at)}${act.undoneAt ? `, undone on ${formatInstant(act.undoneAt)}` : ''}.</p>
${
  isUndoable &&
  html`<form method="post" action="/hub/${hub.slug}/grants/approved/${act.id}/undo" novalidate><p class="govuk-body">You can undo this until ${formatInstant(act.undoableUntil)}. The mail waits as long.</p>${button({ text: 'Undo', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}
${rowsOf(hub, 'Grants', grants)}`,
  )
}
