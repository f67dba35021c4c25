import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { pager } from '../../../ui/components/pager.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import type { MergeKind } from '../merge.ts'

/** Where the pages of merging stand: the network's, or a hub's own. */
export type Side = {
  readonly base: string
  readonly hub: { readonly id: string; readonly name: string; readonly slug: string } | null
}

export type Suggested = {
  readonly firstId: string
  readonly secondId: string
  readonly first: string
  readonly second: string
  readonly firstIs: string
  readonly secondIs: string
  readonly reasons: readonly string[]
  readonly proposedBy: string | null
}

type MadeMerge = {
  readonly id: string
  readonly kept: string
  readonly merged: string
  readonly hub: string | null
  readonly mergedAt: Temporal.Instant
  readonly by: string | null
  readonly undoneAt: Temporal.Instant | null
}

export type Duplicates = {
  readonly side: Side
  readonly kind: MergeKind
  readonly pairs: readonly Suggested[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly merges: readonly MadeMerge[]
  readonly lookedFor: Temporal.PlainDate | null
  readonly form: FormState
}

export const waysTo = ({ hub }: Side) =>
  hub ? [{ text: hub.name, href: `/hub/${hub.slug}` }] : [{ text: 'National picture', href: '/network' }]

export const title = 'Records that may be the same'

const pairRow = (side: Side, pair: Suggested) => [
  html`<a class="govuk-link" href="${side.base}/duplicates/${pair.firstId}/${pair.secondId}">${pair.first} and ${pair.second}</a>${pair.proposedBy && html`<br>${statusTag(`Proposed by ${pair.proposedBy}`, 'attention')}`}`,
  html`${pair.firstIs}<br>${pair.secondIs}`,
  html`${pair.reasons.map((reason, at) => html`${at > 0 && html`<br>`}${reason}`)}`,
]

const suggestions = ({ side, kind, pairs, total, page, pageSize }: Duplicates): Html =>
  total === 0
    ? emptyState({
        title: 'Nothing is suggested',
        text:
          kind === 'person'
            ? 'No two people look as if they were one.'
            : 'No two organisations look as if they were one.',
      })
    : html`${table({
        caption: total === 1 ? '1 pair' : `${total} pairs`,
        captionClasses: 'govuk-table__caption--m',
        head: ['Who', 'Known as', 'Why they may be one'],
        rows: pairs.map((pair) => pairRow(side, pair)),
        stacks: true,
      })}${pager({ page, pageSize, total, noun: 'pairs', href: (to) => `${side.base}/duplicates?kind=${kind}&page=${to}` })}`

const made = ({ side, merges }: Duplicates): Html | false =>
  merges.length > 0 &&
  table({
    caption: 'Merged',
    captionClasses: 'govuk-table__caption--m',
    head: ['Record', 'When', 'By', 'State'],
    rows: merges.map((merge) => [
      html`<a class="govuk-link" href="${side.base}/merges/${merge.id}">${merge.merged} into ${merge.kept}</a>`,
      formatInstant(merge.mergedAt),
      html`${merge.by ?? 'Tessellate'}${merge.hub && html`, ${merge.hub}`}`,
      merge.undoneAt ? statusTag('Undone', 'over') : statusTag('Merged', 'good'),
    ]),
    stacks: true,
  })

const byHand = ({ side, form }: Duplicates): Html | false =>
  side.hub === null &&
  details({
    summaryText: 'Compare two others',
    open: form.errors.length > 0,
    text: html`<form method="get" action="${side.base}/duplicates" novalidate>
${textField(form, { name: 'one', label: 'The one', hint: 'Email address of a person; URN, UKPRN or provider code of an organisation', width: 20 })}
${textField(form, { name: 'other', label: 'The other', width: 20 })}
${button({ text: 'Compare', classes: 'govuk-button--secondary' })}</form>`,
  })

const kinds = ({ side, kind }: Duplicates): Html | false =>
  side.hub === null &&
  html`<p class="govuk-body">${kind === 'person' ? html`<strong>People</strong>` : html`<a class="govuk-link" href="${side.base}/duplicates">People</a>`} &nbsp; ${kind === 'organisation' ? html`<strong>Organisations</strong>` : html`<a class="govuk-link" href="${side.base}/duplicates?kind=organisation">Organisations</a>`}</p>`

/** Pairs that may be one, with the reasons, and the merges that were made. */
export const duplicatesView = (frame: Frame, shown: Duplicates): Html =>
  layout(
    frame,
    { title, breadcrumbs: [...waysTo(shown.side), { text: title }], errors: shown.form.errors, wide: true },
    html`${actionBar({
      title,
      text: shown.side.hub
        ? 'People whom your hub knows. Two whom no other hub knows you can merge yourselves; about others you ask the national team.'
        : `Looked for every day${shown.lookedFor ? `, last on ${formatDate(shown.lookedFor)}` : ''}. Nothing is merged before somebody has looked.`,
    })}${kinds(shown)}${suggestions(shown)}${byHand(shown)}${made(shown)}`,
  )
