import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { dateField, type FormState, hiddenField, radiosField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney } from '../../../vocabulary/money.ts'
import { noticeInWords } from '../../../vocabulary/notice.ts'
import { type EntryKind, entryKindLabels } from '../../ledger/index.ts'
import { type ChargeStatus, causeLabels, type Evidence, isRestingOnMark } from '../charge.ts'
import { mostOf, type PaymentKind, type PaymentState, standingInWords } from '../payment.ts'
import { chargeTag, type Listed } from './charges.view.ts'

type Hub = { readonly slug: string; readonly name: string }

type ChargeShown = Omit<Listed, 'claimed' | 'owed'> & {
  readonly place_id: string
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
      evidence.claimed !== undefined && {
        key: 'Reason named',
        value: `${evidence.claimed}. Under the policy nothing is charged where that holds: waive the charge if it does.`,
      },
      charge.amount_pence < evidence.amountPence && {
        key: 'Less than the policy’s charge',
        value: `The policy charges ${formatMoney(evidence.amountPence)}; the most that it charges in all left ${formatMoney(charge.amount_pence)}.`,
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

type Paying = {
  readonly charge: ChargeShown
  readonly payments: PaymentState
  readonly entries: readonly {
    readonly kind: EntryKind
    readonly pence: number
    readonly onDate: Temporal.PlainDate
    readonly statementId: string | null
  }[]
  readonly paymentForm: FormState
  readonly today: Temporal.PlainDate
}

const kindWords: Readonly<Record<PaymentKind, string>> = {
  payment: 'It was paid, in whole or in part',
  payment_taken_back: 'A payment was noted by mistake',
  refund: 'It was paid back to the school',
}

// Each entry of the ledger about this charge, and the form for the next.
const paying = (hub: Hub, { charge, payments, entries, paymentForm: form, today }: Paying): Html | false => {
  const possible = (Object.keys(mostOf(payments)) as PaymentKind[]).map((kind) => ({
    value: kind,
    text: kindWords[kind],
  }))
  if (entries.length === 0) return false
  return html`<h2 class="govuk-heading-m" id="money">Money</h2>
${table({
  stacks: true,
  caption: 'Entries in the ledger',
  captionClasses: 'govuk-visually-hidden',
  head: ['Date', 'What', { text: 'Amount', format: 'numeric' as const }, 'Statement'],
  rows: entries.map((entry) => [
    formatShortDate(entry.onDate),
    entryKindLabels[entry.kind],
    { text: formatMoney(entry.pence), format: 'numeric' as const },
    entry.statementId === null
      ? 'On none yet'
      : html`<a class="govuk-link" href="/accounts/${entry.statementId}">Open<span class="govuk-visually-hidden"> the statement</span></a>`,
  ]),
})}
<p class="govuk-body">${payments.owed > 0 ? `${formatMoney(payments.owed)} is owed.` : payments.owed < 0 ? `${formatMoney(-payments.owed)} is to be paid back.` : 'Nothing is owed.'}</p>
${
  possible.length > 0 &&
  html`<form method="post" action="/hub/${hub.slug}/charges/${charge.id}/payment" novalidate>${hiddenField('seen', String(entries.length))}
${radiosField(form, { name: 'kind', label: 'Money came or went', small: true, value: possible[0]?.value ?? null, items: possible })}
${textField(form, { name: 'amount', label: 'How much?', prefix: '£', width: 5, inputmode: 'decimal', value: payments.owed > 0 ? formatMoney(payments.owed).replace('£', '') : null })}
${dateField(form, { name: 'on', label: 'On which day?', value: today })}
${textField(form, { name: 'note', label: 'Note (optional)', hint: 'What the bank says of it, or what the mistake was' })}
${button({ text: 'Note it', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}`
}
type Past = readonly {
  readonly sentence: string
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly reason: string | null
}[]

/** One charge: what it rests on, what can be done, and what has been done. */
export const chargeView = (
  frame: Frame,
  { hub, past, ...deciding }: Deciding & Paying & { hub: Hub; past: Past },
): Html => {
  const { charge, payments } = deciding
  const standing = standingInWords(charge.status, charge.amount_pence, payments.owed)
  const title = `${formatMoney(charge.amount_pence)}, ${charge.organisation}`
  return layout(
    frame,
    {
      title,
      backLink: { text: 'Charges', href: `/hub/${hub.slug}/charges` },
      errors: [...deciding.form.errors, ...deciding.paymentForm.errors],
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${causeLabels[charge.cause]}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${chargeTag(charge.status)} ${standing === null ? '' : `${standing}. `}For ${charge.participant}, proposed on ${formatDate(localDate(charge.proposed_at))}.${charge.status_reason ? ` “${charge.status_reason}”` : ''}</p>
${isRestingOnMark(charge) ? '' : insetText('The register has been corrected since: the mark this charge rests on stands no longer. It cannot be confirmed.')}
${evidenceOf(charge)}
${decision(hub, deciding)}
${paying(hub, deciding)}
<h2 class="govuk-heading-m">What has happened</h2>
${timeline(past.map((one) => ({ title: one.sentence.charAt(0).toUpperCase() + one.sentence.slice(1), when: formatInstant(one.at), datetime: one.at.toString(), by: one.by ?? undefined, text: one.reason ?? undefined })))}
${deciding.isLead && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/access/charges/${charge.id}">Who sees this charge, and why</a></p>`}
</div></div>`,
  )
}
