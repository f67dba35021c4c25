import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import {
  type ChargeCause,
  type ChargeFilter,
  type ChargeStatus,
  causeLabels,
  chargeStatuses,
  chargeStatusLabels,
  filterQuery,
} from '../charge.ts'
import { standingInWords } from '../payment.ts'

const tones: Readonly<Record<ChargeStatus, Tone>> = {
  proposed: 'attention',
  confirmed: 'new',
  paid: 'good',
  waived: 'over',
  credited: 'over',
}

/** Where a charge stands, as a tag. */
export const chargeTag = (status: ChargeStatus): Html => statusTag(chargeStatusLabels[status], tones[status])

export type Listed = {
  readonly id: string
  readonly organisation: string
  readonly participant: string
  readonly group: string
  readonly session: number
  readonly on_date: Temporal.PlainDate | null
  readonly cause: ChargeCause
  readonly claimed: string | null
  readonly amount_pence: Pence
  readonly owed: Pence
  readonly status: ChargeStatus
  readonly proposed_at: Temporal.Instant
}
type Hub = { readonly slug: string; readonly name: string }

type ChargesPage = {
  readonly hub: Hub
  readonly charges: readonly Listed[]
  readonly totals: readonly { status: ChargeStatus; count: number; pence: number }[]
  readonly filter: ChargeFilter
  readonly counted: { readonly count: number; readonly pence: Pence }
  readonly page: number
  readonly pageSize: number
  readonly isLead: boolean
  readonly form: FormState
}

const figures = ({ hub, totals }: ChargesPage): Html =>
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

const panel = ({ hub, filter }: ChargesPage): Html => {
  const form = formFrom({
    q: filter.words,
    status: filter.status ?? '',
    cause: filter.cause ?? '',
    claimed: filter.claimed ? 'yes' : '',
  })
  const address = `/hub/${hub.slug}/charges`
  const without = (changed: Partial<ChargeFilter>) => `${address}${filterQuery({ ...filter, ...changed })}`
  return filterPanel({
    action: address,
    chosen: [
      ...(filter.status ? [{ label: chargeStatusLabels[filter.status], hrefWithout: without({ status: null }) }] : []),
      ...(filter.cause ? [{ label: causeLabels[filter.cause], hrefWithout: without({ cause: null }) }] : []),
      ...(filter.claimed ? [{ label: 'With a reason named', hrefWithout: without({ claimed: false }) }] : []),
      ...(filter.words ? [{ label: `“${filter.words}”`, hrefWithout: without({ words: '' }) }] : []),
    ],
    fields: html`${textField(form, { name: 'q', label: 'School, person or group' })}
${selectField(form, { name: 'status', label: 'Status', blank: 'All', items: chargeStatuses.map((status) => ({ value: status, text: chargeStatusLabels[status] })) })}
${selectField(form, { name: 'cause', label: 'Cause', blank: 'Any', items: Object.entries(causeLabels).map(([value, text]) => ({ value, text })) })}
${checkboxesField(form, { name: 'claimed', label: 'Reason', small: true, items: [{ value: 'yes', text: 'Only with a reason of the policy named' }] })}`,
  })
}

const box = ({ id, status, organisation, participant }: Listed): Html | string =>
  status === 'proposed'
    ? html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="charge" id="charge-${id}" value="${id}"><label class="govuk-label govuk-checkboxes__label" for="charge-${id}"><span class="govuk-visually-hidden">Choose ${organisation}, ${participant}</span></label></div></div>`
    : ''

const rowOf = (hub: Hub, charge: Listed) => [
  box(charge),
  html`<a class="govuk-link" href="/hub/${hub.slug}/charges/${charge.id}">${charge.organisation}</a>`,
  charge.participant,
  `${charge.group}, session ${charge.session}${charge.on_date ? `, ${formatShortDate(charge.on_date)}` : ''}`,
  html`${causeLabels[charge.cause]}${charge.claimed !== null && html`<br><span class="govuk-body-s">${charge.claimed}</span>`}`,
  { text: formatMoney(charge.amount_pence), format: 'numeric' as const },
  html`${chargeTag(charge.status)}${standing(charge)}`,
  formatShortDate(localDate(charge.proposed_at)),
]

const standing = ({ status, amount_pence, owed }: Listed): Html | string => {
  const words = standingInWords(status, amount_pence, owed)
  return words === null ? '' : html`<br><span class="govuk-body-s">${words}</span>`
}

const list = (shown: ChargesPage): Html => {
  const { hub, charges, counted, filter, page, pageSize } = shown
  if (charges.length === 0)
    return emptyState({
      title: 'No charge stands here',
      text: 'A charge is proposed when somebody cancels late, or does not come, and the policy they agreed to says so.',
    })
  return html`<p class="govuk-body">${counted.count === 1 ? '1 charge' : `${counted.count} charges`}, ${formatMoney(counted.pence)} in all. <a class="govuk-link" href="/hub/${hub.slug}/charges.csv${filterQuery(filter)}">As a file (CSV)</a></p>
<form method="post" action="/hub/${hub.slug}/charges/check" novalidate>${scrollable(
    'Charges',
    table({
      stacks: true,
      caption: 'Charges, the latest first',
      captionClasses: 'govuk-visually-hidden',
      head: [
        'Choose',
        'School',
        'For',
        'Session',
        'Cause',
        { text: 'Amount', format: 'numeric' },
        'Status',
        'Proposed',
      ],
      rows: charges.map((charge) => rowOf(hub, charge)),
    }),
  )}
${charges.some(({ status }) => status === 'proposed') && button({ text: 'Decide about those chosen', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
${pager({ page, pageSize, total: counted.count, noun: 'charges', href: (to) => `/hub/${hub.slug}/charges${filterQuery(filter, { page: String(to) })}` })}`
}

/** The charges of a hub, with what they come to; those that are proposed can be decided about together. */
export const chargesView = (frame: Frame, shown: ChargesPage): Html => {
  const { hub, filter } = shown
  return layout(
    frame,
    {
      title: 'Charges',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Charges' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ caption: hub.name, title: filter.status ? `Charges: ${chargeStatusLabels[filter.status].toLowerCase()}` : 'Charges', text: 'A charge is proposed by the policy a school agreed to. None is asked for before somebody here confirms it.', actions: [button({ text: 'Accounts and statements', href: `/hub/${hub.slug}/accounts`, classes: 'govuk-button--secondary' })] })}
${figures(shown)}
${filtered(panel(shown), list(shown))}`,
  )
}
