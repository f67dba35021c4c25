import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { noticeInWords } from '../../../vocabulary/notice.ts'
import {
  type ChargeCause,
  type ChargeStatus,
  causeLabels,
  chargeStatuses,
  chargeStatusLabels,
  type Evidence,
  isRestingOnMark,
} from '../charge.ts'

const tones: Readonly<Record<ChargeStatus, Tone>> = {
  proposed: 'attention',
  confirmed: 'new',
  paid: 'good',
  waived: 'over',
  credited: 'over',
}
export const chargeTag = (status: ChargeStatus): Html => statusTag(chargeStatusLabels[status], tones[status])

type Listed = {
  readonly id: string
  readonly organisation: string
  readonly participant: string
  readonly group: string
  readonly session: number
  readonly on_date: Temporal.PlainDate | null
  readonly cause: ChargeCause
  readonly amount_pence: number
  readonly status: ChargeStatus
  readonly proposed_at: Temporal.Instant
}
type Hub = { readonly slug: string; readonly name: string }
type Totals = readonly { status: ChargeStatus; count: number; pence: number }[]

const figures = (hub: Hub, totals: Totals): Html =>
  statFigures(
    chargeStatuses.map((status) => {
      const total = totals.find((one) => one.status === status)
      return {
        label: chargeStatusLabels[status],
        value: formatMoney(total?.pence ?? 0),
        change: `${total?.count ?? 0} ${total?.count === 1 ? 'charge' : 'charges'}`,
        href: `/hub/${hub.slug}/charges?status=${status}`,
      }
    }),
  )

/** The charges of a hub, with what they come to. */
export const chargesView = (
  frame: Frame,
  {
    hub,
    charges,
    totals,
    status,
  }: { hub: Hub; charges: readonly Listed[]; totals: Totals; status: ChargeStatus | null },
): Html =>
  layout(
    frame,
    {
      title: 'Charges',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Charges' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ caption: hub.name, title: status ? `Charges: ${chargeStatusLabels[status].toLowerCase()}` : 'Charges', text: 'A charge is proposed by the policy a school agreed to. None is asked for before somebody here confirms it.' })}
${figures(hub, totals)}
${status ? html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/charges">All charges</a></p>` : ''}
${
  charges.length === 0
    ? emptyState({
        title: status ? 'No charge stands here' : 'No charge has been proposed yet',
        text: 'A charge is proposed when somebody cancels late, or does not come, and the policy they agreed to says so.',
      })
    : scrollable(
        'Charges',
        table({
          stacks: true,
          caption: 'Charges, the latest first',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['School', 'For', 'Session', 'Cause', { text: 'Amount', format: 'numeric' }, 'Status', 'Proposed'],
          rows: charges.map((charge) => [
            html`<a class="govuk-link" href="/hub/${hub.slug}/charges/${charge.id}">${charge.organisation}</a>`,
            charge.participant,
            `${charge.group}, session ${charge.session}${charge.on_date ? `, ${formatShortDate(charge.on_date)}` : ''}`,
            causeLabels[charge.cause],
            { text: formatMoney(charge.amount_pence), format: 'numeric' as const },
            chargeTag(charge.status),
            formatShortDate(localDate(charge.proposed_at)),
          ]),
        }),
      )
}`,
  )

export type ChargeShown = Listed & {
  readonly status_reason: string | null
  readonly decided_at: Temporal.Instant | null
  readonly decided_by: string | null
  readonly group_id: string
  readonly session_id: string
  readonly evidence: Evidence
  readonly standing: readonly string[]
}

const instant = (text: string | null): string => (text ? formatInstant(Temporal.Instant.from(text)) : '')

const evidenceOf = ({ evidence, cause, ...charge }: ChargeShown): Html =>
  summaryList({
    card: { title: 'What the charge rests on' },
    rows: [
      {
        key: 'Session',
        value: html`<a class="govuk-link" href="/groups/${charge.group_id}/sessions/${charge.session_id}/register">${charge.group}, session ${charge.session}</a>, ${instant(evidence.sessionStartsAt)}`,
      },
      cause === 'late_cancellation' && { key: 'Notice was given', value: instant(evidence.noticeGivenAt) },
      cause === 'late_cancellation' && {
        key: 'Cancelling was free until',
        value: `${instant(evidence.freeUntil)}, ${noticeInWords({ days: evidence.noticeDays, kind: evidence.noticeKind })} before`,
      },
      cause === 'non_attendance' && {
        key: 'Register',
        value:
          evidence.mark === 'substitute'
            ? 'A colleague came instead, which the policy does not allow'
            : 'Marked absent, without notice',
      },
      {
        key: 'Policy',
        value: html`${evidence.policyName}, version ${evidence.policyVersion}, agreed to when the school asked to join: “${evidence.wording}”`,
      },
    ],
  })

const words: Readonly<Record<ChargeStatus, string>> = {
  proposed: '',
  confirmed: 'Confirm it: the school is told by mail, with the reason and whom to ask',
  paid: 'Note it as paid',
  waived: 'Waive it: nothing is asked for',
  credited: 'Credit it: what was paid is given back',
}

const decision = (hub: Hub, { charge, next, form, isLead }: Deciding): Html => {
  if (next.length === 0)
    return html`<p class="govuk-body">${isLead ? 'Nothing more can be done with this charge.' : 'What comes next is for a lead of the hub to decide.'}</p>`
  return html`<form method="post" action="/hub/${hub.slug}/charges/${charge.id}" novalidate>
${radiosField(form, { name: 'decision', label: 'What do you want to do?', size: 'm', items: next.map((status) => ({ value: status, text: words[status] })) })}
${textArea(form, { name: 'reason', label: isLead ? 'Why? (needed to waive or credit)' : 'A note (optional)', rows: 3 })}
${button({ text: 'Save the decision', preventDoubleClick: true })}</form>
${isLead || charge.status !== 'proposed' ? '' : html`<p class="govuk-body">Only a lead of the hub can waive a charge.</p>`}`
}

type Deciding = {
  readonly charge: ChargeShown
  readonly next: readonly ChargeStatus[]
  readonly form: FormState
  readonly isLead: boolean
}
type Past = readonly {
  readonly sentence: string
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly reason: string | null
}[]

/** One charge: what it rests on, what can be done, and what has been done. */
export const chargeView = (frame: Frame, { hub, past, ...deciding }: Deciding & { hub: Hub; past: Past }): Html => {
  const { charge } = deciding
  const title = `${formatMoney(charge.amount_pence)}, ${charge.organisation}`
  return layout(
    frame,
    { title, backLink: { text: 'Charges', href: `/hub/${hub.slug}/charges` }, errors: deciding.form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${causeLabels[charge.cause]}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${chargeTag(charge.status)} For ${charge.participant}, proposed on ${formatDate(localDate(charge.proposed_at))}.${charge.status_reason ? ` “${charge.status_reason}”` : ''}</p>
${isRestingOnMark(charge) ? '' : insetText('The register has been corrected since: the mark this charge rests on stands no longer. It cannot be confirmed.')}
${evidenceOf(charge)}
${decision(hub, deciding)}
<h2 class="govuk-heading-m">What has happened</h2>
${timeline(past.map((one) => ({ title: one.sentence.charAt(0).toUpperCase() + one.sentence.slice(1), when: formatInstant(one.at), datetime: one.at.toString(), by: one.by ?? undefined, text: one.reason ?? undefined })))}
${deciding.isLead && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/access/charges/${charge.id}">Who sees this charge, and why</a></p>`}
</div></div>`,
  )
}
