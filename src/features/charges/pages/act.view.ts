import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import type { ChargeCause, ChargeStatus, Evidence } from '../charge.ts'
import { type ChargeAct, type ChargeDecision, decisionInWords } from '../charge-act.ts'
import { reasonInWords } from '../reason-in-words.ts'
import { chargeTag } from './charges.view.ts'

type Hub = { readonly slug: string; readonly name: string }

export type ChargeDecided = {
  readonly id: string
  readonly organisation: string
  readonly participant: string
  readonly group: string
  readonly cause: ChargeCause
  readonly evidence: Evidence
  readonly amount_pence: number
  readonly status: ChargeStatus
}

const counted = (charges: readonly unknown[]): string =>
  charges.length === 1 ? '1 charge' : `${charges.length} charges`

const rowsOf = (hub: Hub, caption: string, charges: readonly (ChargeDecided & { readonly why?: string })[]): Html =>
  scrollable(
    caption,
    table({
      stacks: true,
      caption,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: ['School', 'Why', { text: 'Amount', format: 'numeric' as const }, 'Status', 'Note'],
      rows: charges.map((charge) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/charges/${charge.id}">${charge.organisation}</a>`,
        `${reasonInWords(charge)}${charge.evidence.claimed ? ` Reason named: ${charge.evidence.claimed}.` : ''}`,
        { text: formatMoney(charge.amount_pence), format: 'numeric' as const },
        chargeTag(charge.status),
        charge.why ?? '',
      ]),
    }),
  )

type Preview = {
  readonly hub: Hub
  readonly isLead: boolean
  readonly form: FormState
  readonly decision: ChargeDecision | null
  readonly reason: string | null
  readonly planned: readonly ChargeDecided[]
  readonly leftOut: readonly (ChargeDecided & { readonly why: string })[]
}

const total = (charges: readonly ChargeDecided[]): number =>
  charges.reduce((sum, { amount_pence }) => sum + amount_pence, 0)

const chosen = (charges: readonly ChargeDecided[]): readonly Html[] =>
  charges.map(({ id }) => hiddenField('charge', id))

const choosing = ({ hub, isLead, form, planned }: Preview): Html =>
  html`<form method="post" action="/hub/${hub.slug}/charges/check" novalidate>${chosen(planned)}
${radiosField(form, {
  name: 'decision',
  label: 'What do you want to do?',
  size: 'm',
  items: [
    { value: 'confirmed', text: 'Confirm them: each school is told by mail' },
    isLead && { value: 'waived', text: 'Waive them: nothing is asked for' },
  ].filter((item) => item !== false),
})}
${textArea(form, { name: 'reason', label: isLead ? 'Why? (needed to waive)' : 'A note (optional)', rows: 3 })}
${button({ text: 'Look at it first', preventDoubleClick: true })}</form>`

const confirming = ({ hub, decision, reason, planned }: Preview & { decision: ChargeDecision }): Html =>
  planned.length === 0
    ? insetText('None of these charges can be decided so.')
    : html`<p class="govuk-body">You can undo it for ten minutes. The mail waits as long; each person gets one mail.</p>
<form method="post" action="/hub/${hub.slug}/charges/decide" novalidate>${chosen(planned)}${hiddenField('decision', decision)}${hiddenField('reason', reason ?? '')}${button({ text: `${decisionInWords[decision]} ${counted(planned)}: ${formatMoney(total(planned))}`, preventDoubleClick: true })}</form>`

/** Several charges looked at by name before they are decided together. */
export const previewView = (frame: Frame, preview: Preview): Html => {
  const { hub, decision, reason, planned, leftOut, form } = preview
  const title =
    decision === null ? `Decide about ${counted(planned)}` : `${decisionInWords[decision]} ${counted(planned)}`
  return layout(
    frame,
    {
      title,
      backLink: { text: 'Charges', href: `/hub/${hub.slug}/charges?status=proposed` },
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${decision !== null && reason !== null && html`<p class="govuk-body">“${reason}”</p>`}
${planned.length > 0 && rowsOf(hub, decision === null ? 'Chosen' : 'Will be done', planned)}
${leftOut.length > 0 && html`<h2 class="govuk-heading-m">Left out: ${leftOut.length}</h2>${rowsOf(hub, 'Left out', leftOut)}`}
${decision === null ? choosing(preview) : confirming({ ...preview, decision })}`,
  )
}

type Decided = {
  readonly hub: Hub
  readonly act: ChargeAct
  readonly charges: readonly ChargeDecided[]
  readonly isUndoable: boolean
  readonly undone: number | null
}

/** What was decided about several charges, and for ten minutes the way back. */
export const actView = (frame: Frame, { hub, act, charges, isUndoable, undone }: Decided): Html => {
  const title = `${act.decision === 'waived' ? 'Waived' : 'Confirmed'} together: ${counted(charges)}`
  return layout(
    frame,
    { title, backLink: { text: 'Charges', href: `/hub/${hub.slug}/charges` }, wide: true, unlisted: true },
    html`${
      undone !== null &&
      notificationBanner({
        type: 'success',
        disableAutoFocus: true,
        text:
          undone === charges.length
            ? 'Undone: each is proposed as before, and nobody was told.'
            : `${undone} of ${charges.length} undone: something has happened to the others since.`,
      })
    }
<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">By ${act.by} on ${formatInstant(act.at)}${act.undoneAt ? `, undone on ${formatInstant(act.undoneAt)}` : ''}.${act.reason ? ` “${act.reason}”` : ''}</p>
${
  isUndoable &&
  html`<form method="post" action="/hub/${hub.slug}/charges/decided/${act.id}/undo" novalidate><p class="govuk-body">You can undo this until ${formatInstant(act.undoableUntil)}. The mail waits as long.</p>${button({ text: 'Undo', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}
${rowsOf(hub, 'Charges', charges)}`,
  )
}
