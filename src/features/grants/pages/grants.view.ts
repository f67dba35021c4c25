import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { formatMoney, type Pence } from '../../../vocabulary/money.ts'
import { type GrantEvidence, type GrantStatus, grantStatuses, grantStatusLabels, restsOnInWords } from '../grant.ts'
import { type GrantKind, grantKindLabels } from '../grant-rule.ts'

const tones: Readonly<Record<GrantStatus, Tone>> = {
  due: 'attention',
  approved: 'new',
  paid: 'good',
  void: 'over',
  clawed_back: 'bad',
}
/** Where a grant stands, as a tag. */
export const grantTag = (status: GrantStatus): Html => statusTag(grantStatusLabels[status], tones[status])

export type GrantListed = {
  readonly id: string
  readonly organisation: string
  readonly lead: string | null
  readonly group: string
  readonly rule: string
  readonly kind: GrantKind
  readonly pence: Pence
  readonly status: GrantStatus
  readonly evidence: GrantEvidence
  readonly dueAt: Temporal.Instant
}
export type Hub = { readonly slug: string; readonly name: string }

type GrantsPage = {
  readonly hub: Hub
  readonly grants: readonly GrantListed[]
  readonly totals: readonly { readonly status: GrantStatus; readonly count: number; readonly pence: Pence }[]
  readonly filter: { readonly status: GrantStatus | null; readonly kind: GrantKind | null; readonly words: string }
  readonly year: AcademicYear
  readonly mayApprove: boolean
}

const figures = ({ hub, totals }: GrantsPage): Html =>
  statFigures(
    grantStatuses.map((status) => {
      const total = totals.find((one) => one.status === status)
      return {
        label: grantStatusLabels[status],
        value: formatMoney(total?.pence ?? 0),
        change: `${total?.count ?? 0} ${total?.count === 1 ? 'grant' : 'grants'}`,
        href: `/hub/${hub.slug}/grants?status=${status}`,
      }
    }),
  )

const queryOf = ({ status, kind, words }: GrantsPage['filter']): string => {
  const query = new URLSearchParams({
    ...(status ? { status } : {}),
    ...(kind ? { kind } : {}),
    ...(words ? { q: words } : {}),
  }).toString()
  return query === '' ? '' : `?${query}`
}

const panel = ({ hub, filter }: GrantsPage): Html => {
  const form = formFrom({ q: filter.words, status: filter.status ?? '', kind: filter.kind ?? '' })
  const address = `/hub/${hub.slug}/grants`
  return filterPanel({
    action: address,
    chosen: [
      ...(filter.status
        ? [
            {
              label: grantStatusLabels[filter.status],
              hrefWithout: `${address}${queryOf({ ...filter, status: null })}`,
            },
          ]
        : []),
      ...(filter.kind
        ? [{ label: grantKindLabels[filter.kind], hrefWithout: `${address}${queryOf({ ...filter, kind: null })}` }]
        : []),
      ...(filter.words
        ? [{ label: `“${filter.words}”`, hrefWithout: `${address}${queryOf({ ...filter, words: '' })}` }]
        : []),
    ],
    fields: html`${textField(form, { name: 'q', label: 'School, lead or group' })}
${selectField(form, { name: 'status', label: 'Status', blank: 'All', items: grantStatuses.map((status) => ({ value: status, text: grantStatusLabels[status] })) })}
${selectField(form, { name: 'kind', label: 'Kind', blank: 'Any', items: Object.entries(grantKindLabels).map(([value, text]) => ({ value, text })) })}`,
  })
}

const box = ({ id, status, organisation, rule }: GrantListed): Html | string =>
  status === 'due'
    ? html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="grant" id="grant-${id}" value="${id}"><label class="govuk-label govuk-checkboxes__label" for="grant-${id}"><span class="govuk-visually-hidden">Choose ${organisation}, ${rule}</span></label></div></div>`
    : ''

const list = ({ hub, grants, filter, ...shown }: GrantsPage): Html => {
  const mayApprove = shown.mayApprove && grants.some(({ status }) => status === 'due')
  return grants.length === 0
    ? emptyState({
        title: 'No grant stands here',
        text: 'Work out what is due: the rules are applied to the registers as they stand.',
      })
    : html`<p class="govuk-body">${grants.length === 1 ? '1 grant' : `${grants.length} grants`}, ${formatMoney(grants.reduce((sum, { pence }) => sum + pence, 0))} in all. <a class="govuk-link" href="/hub/${hub.slug}/grants.csv${queryOf(filter)}">As a file (CSV)</a></p><form method="post" action="/hub/${hub.slug}/grants/check" novalidate>${scrollable(
        'Grants',
        table({
          stacks: true,
          caption: 'Grants, the latest first',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: !mayApprove,
          head: [
            ...(mayApprove ? ['Choose'] : []),
            'Paid to',
            'For',
            'Group',
            'Rests on',
            { text: 'Amount', format: 'numeric' as const },
            'Status',
            'Due',
          ],
          rows: grants.map((grant) => [
            ...(mayApprove ? [box(grant)] : []),
            html`<a class="govuk-link" href="/hub/${hub.slug}/grants/${grant.id}">${grant.organisation}</a>`,
            html`${grant.rule}${grant.lead !== null && html`<br><span class="govuk-body-s">${grant.lead}</span>`}`,
            grant.group,
            restsOnInWords(grant.evidence),
            { text: formatMoney(grant.pence), format: 'numeric' as const },
            grantTag(grant.status),
            formatShortDate(localDate(grant.dueAt)),
          ]),
        }),
      )}${mayApprove && button({ text: 'Approve those chosen', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

/** The grants and payments of a hub, with what they come to. */
export const grantsView = (frame: Frame, shown: GrantsPage): Html => {
  const { hub, year } = shown
  return layout(
    frame,
    {
      title: 'Grants and payments',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Grants and payments' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ caption: hub.name, title: 'Grants and payments', text: 'What is due by rule to schools and to the schools of leads. Nothing is paid before a lead of the hub has approved it.', actions: [button({ text: 'Rules', href: `/hub/${hub.slug}/grants/rules`, classes: 'govuk-button--secondary' }), button({ text: 'Accounts and statements', href: `/hub/${hub.slug}/accounts`, classes: 'govuk-button--secondary' })] })}
${figures(shown)}
<form method="post" action="/hub/${hub.slug}/grants/work-out" novalidate>${button({ text: `Work out what is due for ${yearLabel(year)}`, preventDoubleClick: true })}</form>
${filtered(panel(shown), list(shown))}`,
  )
}
