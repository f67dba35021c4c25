import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { dateField, type FormState, hiddenField, radiosField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { type EntryKind, entryKindLabels } from '../../ledger/index.ts'
import { type GrantStatus, restsOnInWords } from '../grant.ts'
import { grantKindLabels } from '../grant-rule.ts'
import { type GrantListed, grantTag, type Hub } from './grants.view.ts'

type GrantPage = {
  readonly hub: Hub
  readonly grant: GrantListed & { readonly reason: string | null; readonly groupId: string }
  readonly entries: readonly {
    readonly kind: EntryKind
    readonly pence: Pence
    readonly onDate: Temporal.PlainDate
    readonly statementId: string | null
  }[]
  readonly owed: Pence
  readonly today: Temporal.PlainDate
  readonly isLead: boolean
  readonly next: readonly GrantStatus[]
  readonly past: readonly {
    readonly sentence: string
    readonly at: Temporal.Instant
    readonly by: string | null
    readonly reason: string | null
  }[]
  readonly form: FormState
  readonly repayment: FormState
}

const words: Readonly<Record<GrantStatus, string>> = {
  due: '',
  approved: 'Approve it: it is owed to the school from now on',
  paid: 'Note it as paid',
  void: 'Make it void: nothing is paid',
  clawed_back: 'Claw it back: the school owes what it was paid',
}

const deciding = ({ hub, grant, next, form, isLead, today }: GrantPage): Html =>
  next.length === 0
    ? html`<p class="govuk-body">${isLead || grant.status === 'void' || grant.status === 'clawed_back' ? 'Nothing more can be decided about this grant.' : 'What comes next is for a lead of the hub to decide.'}</p>`
    : html`<form method="post" action="/hub/${hub.slug}/grants/${grant.id}" novalidate>
${radiosField(form, {
  name: 'decision',
  label: 'What do you want to do?',
  size: 'm',
  items: next.map((status) => ({
    value: status,
    text: words[status],
    ...(status === 'paid'
      ? { conditional: dateField(form, { name: 'on', label: 'On which day was it paid?', value: today }) }
      : {}),
  })),
})}
${textArea(form, { name: 'reason', label: 'Why? (needed where something is taken away)', rows: 3 })}
${button({ text: 'Save the decision', preventDoubleClick: true })}</form>`

const repaying = ({ hub, grant, owed, repayment: form, today }: GrantPage): Html | false =>
  grant.status === 'clawed_back' &&
  owed > 0 &&
  html`<h2 class="govuk-heading-m">Has it come back?</h2><p class="govuk-body">${formatMoney(owed)} is still to come back.</p>
<form method="post" action="/hub/${hub.slug}/grants/${grant.id}/repaid" novalidate>${hiddenField('owed', String(owed))}
${textField(form, { name: 'amount', label: 'How much came?', prefix: '£', width: 5, inputmode: 'decimal', value: formatMoney(owed).replace('£', '') })}
${dateField(form, { name: 'on', label: 'On which day?', value: today })}
${button({ text: 'Note it', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

const entered = ({ entries }: GrantPage): Html | false =>
  entries.length > 0 &&
  table({
    stacks: true,
    caption: 'Entries in the ledger',
    captionClasses: 'govuk-table__caption--m',
    head: ['Date', 'What', { text: 'Amount', format: 'numeric' as const }, 'Statement'],
    rows: entries.map((entry) => [
      formatShortDate(entry.onDate),
      entryKindLabels[entry.kind],
      { text: formatMoney(entry.pence), format: 'numeric' as const },
      entry.statementId === null
        ? 'On none yet'
        : html`<a class="govuk-link" href="/accounts/${entry.statementId}">Open<span class="govuk-visually-hidden"> the statement</span></a>`,
    ]),
  })

/** One grant: what it rests on, what can be done, and what has been done. */
export const grantView = (frame: Frame, shown: GrantPage): Html => {
  const { hub, grant, past, form, repayment } = shown
  const title = `${formatMoney(grant.pence)}, ${grant.organisation}`
  const { evidence } = grant
  return layout(
    frame,
    {
      title,
      backLink: { text: 'Grants and payments', href: `/hub/${hub.slug}/grants` },
      errors: [...form.errors, ...repayment.errors],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${grantKindLabels[grant.kind]}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${grantTag(grant.status)} Due on ${formatDate(localDate(grant.dueAt))}.${grant.reason === null ? '' : ` “${grant.reason}”`}</p>
${summaryList({
  card: { title: 'What it rests on' },
  rows: [
    { key: 'Rule', value: `${evidence.rule}, version ${evidence.ruleVersion}: ${evidence.words}` },
    { key: 'Group', value: html`<a class="govuk-link" href="/groups/${grant.groupId}">${grant.group}</a>` },
    grant.lead !== null && { key: 'Lead', value: grant.lead },
    { key: grant.lead === null ? 'Attended' : 'Led', value: restsOnInWords(evidence) },
    { key: 'First year of the school', value: evidence.isFirstYear ? 'Yes' : 'No' },
  ],
})}
${deciding(shown)}
${repaying(shown)}
${entered(shown)}
<h2 class="govuk-heading-m">What has happened</h2>
${timeline(past.map((one) => ({ title: one.sentence.charAt(0).toUpperCase() + one.sentence.slice(1), when: formatInstant(one.at), datetime: one.at.toString(), by: one.by ?? undefined, text: one.reason ?? undefined })))}
</div></div>`,
  )
}
