import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type RunStatus, type RunSummary, runStatusLabels } from '../run.ts'

export type HubSeen = { readonly name: string; readonly slug: string }
type OfferSeen = {
  readonly id: string
  readonly title: string
  readonly theme: string | null
  readonly interest: number
  readonly groups: number
  readonly room: number
}
type RunSeen = {
  readonly id: string
  readonly offerTitle: string
  readonly status: RunStatus
  readonly requestedAt: Temporal.Instant
  readonly requestedBy: string | null
  readonly summary: RunSummary
}

export const runTones: Readonly<Record<RunStatus, Tone>> = {
  queued: 'waiting',
  running: 'waiting',
  proposed: 'new',
  accepted: 'good',
  discarded: 'over',
  failed: 'bad',
  cancelled: 'over',
}

const ask = (hub: HubSeen, offer: OfferSeen): Html | string =>
  offer.groups === 0
    ? html`<p class="govuk-body govuk-!-margin-bottom-1"><a class="govuk-link" href="/hub/${hub.slug}/groups/new?offer=${offer.id}">Make a group first<span class="govuk-visually-hidden"> for ${offer.title}</span></a></p><p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="/hub/${hub.slug}/placement/new?offer=${offer.id}">Or let the placement open groups<span class="govuk-visually-hidden"> for ${offer.title}</span></a></p>`
    : html`<form method="post" action="/hub/${hub.slug}/placement">${hiddenField('offer', offer.id)}${button({ text: html`Find the best placement<span class="govuk-visually-hidden"> for ${offer.title}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form><p class="govuk-body-s govuk-!-margin-top-2 govuk-!-margin-bottom-0"><a class="govuk-link" href="/hub/${hub.slug}/placement/new?offer=${offer.id}">Choose what counts first<span class="govuk-visually-hidden"> for ${offer.title}</span></a></p>`

export const placementsView = (
  frame: Frame,
  {
    hub,
    offers,
    runs,
    refusal,
  }: { hub: HubSeen; offers: readonly OfferSeen[]; runs: readonly RunSeen[]; refusal: string | null },
): Html =>
  layout(
    frame,
    {
      title: 'Best placement',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Best placement' }],
      errors: refusal ? [{ field: 'offers', message: refusal }] : [],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'Best placement', caption: hub.name, text: 'Everyone who waits is put into the groups of an offer: under the room there is, within their travel limits, near, as they wished, and evenly. You see a proposal with a reason for each; nobody is told before you accept it.' })}
<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/travel-times">Minutes for travel</a>: a table with which a placement counts minutes instead of miles.</p>
<div id="offers">${
      offers.length === 0
        ? emptyState({
            title: 'Nobody waits to be placed',
            text: 'Confirmed and waiting expressions of interest appear here by offer.',
          })
        : scrollable(
            'Offers with somebody to place',
            table({
              stacks: true,
              caption: 'Offers with somebody to place',
              captionClasses: 'govuk-table__caption--m',
              head: [
                'Offer',
                { text: 'To place', format: 'numeric' },
                { text: 'Groups', format: 'numeric' },
                { text: 'Places left', format: 'numeric' },
                'Do',
              ],
              firstCellIsHeader: true,
              rows: offers.map((offer) => [
                `${offer.title}${offer.theme ? `: ${offer.theme}` : ''}`,
                { text: offer.interest, format: 'numeric' },
                { text: offer.groups, format: 'numeric' },
                { text: offer.room, format: 'numeric' },
                ask(hub, offer),
              ]),
            }),
          )
    }</div>
${
  runs.length > 0 &&
  scrollable(
    'Placements so far',
    table({
      stacks: true,
      caption: 'Placements so far',
      captionClasses: 'govuk-table__caption--m',
      head: ['Asked for', 'Offer', 'By', 'State', { text: 'Placed', format: 'numeric' }],
      rows: runs.map((run) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/placement/${run.id}">${formatInstant(run.requestedAt)}</a>`,
        run.offerTitle,
        run.requestedBy ?? '',
        statusTag(runStatusLabels[run.status], runTones[run.status]),
        {
          text: run.summary.placed === undefined ? '' : `${run.summary.placed} of ${run.summary.applicants}`,
          format: 'numeric',
        },
      ]),
    }),
  )
}`,
  )
