import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { structuredData } from '../../../ui/components/structured-data.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html, raw } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Json } from '../../../vocabulary/json.ts'
import { projectPath } from '../../projects/index.ts'
import type { Flyer } from '../flyer.ts'
import { hasConfirmedDate, hasProvisionalDate } from '../flyer-dates.ts'
import type { FlyerBlock, FlyerSection } from '../flyer-sections.ts'
import { endInWords, type OfferInFull, offerPath } from '../offer.ts'

const blockOf = (block: FlyerBlock): Html =>
  block.kind === 'dates'
    ? scrollable(
        'Dates and places',
        table({
          stacks: true,
          caption: 'Dates and places',
          captionClasses: 'govuk-visually-hidden',
          head: ['When', 'Where'],
          rows: block.rows.map((row) => [row.when, row.where]),
        }),
      )
    : prose([block])

/** The paragraphs, lists and dates of a section. */
export const blocksView = (blocks: readonly FlyerBlock[]): Html => html`${blocks.map(blockOf)}`

const askHref = ({ id, registering, contactEmail }: OfferInFull, title: string): string => {
  if (registering.how === 'outside') return registering.address
  if (registering.how === 'email' && contactEmail) return `mailto:${contactEmail}?subject=${encodeURIComponent(title)}`
  return `/offers/${id}/interest/new`
}

const askButton = (offer: OfferInFull, flyer: Flyer): Html | false =>
  flyer.canAsk &&
  button({
    text: offer.requestWord === 'application' ? 'Apply' : 'Express interest',
    href: askHref(offer, flyer.title),
    isStartButton: true,
    classes: 'app-screen-only',
  })

const sectionOf = (section: FlyerSection, after: Html | false): Html =>
  html`<section class="app-flyer__section" id="${section.key}"><h2 class="govuk-heading-m">${section.heading}</h2>${blocksView(section.blocks)}${after}</section>`

const theHub = (offer: OfferInFull): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/hubs/${offer.hub.slug}">More about ${offer.hub.name}</a></p>`

const canWe = html`<p class="govuk-body app-screen-only"><a class="govuk-link" href="/schools">See whether you can join, rule by rule</a></p>`

const tellMe = ({ id, status, plannedDates, ...offer }: OfferInFull): Html | false =>
  status === 'published' &&
  endInWords({ status, ...offer }) === null &&
  !hasConfirmedDate(plannedDates) &&
  html`<p class="govuk-body app-screen-only">${hasProvisionalDate(plannedDates) && 'These days may still change. '}<a class="govuk-link" href="/offers/${id}/dates">Tell me when the dates are known</a></p>`

const after = (offer: OfferInFull, key: string, ask: Html | false): Html | false => {
  if (key === 'hub') return theHub(offer)
  if (key === 'dates') return tellMe(offer)
  if (key === 'who') return endInWords(offer) === null && offer.status !== 'closed' && canWe
  return key === 'joining' && ask
}

/** What has changed since the paper that led here was printed. */
export type Since = { readonly isChanged: boolean; readonly sentence: string }

const sinceView = ({ isChanged, sentence }: Since): Html =>
  isChanged ? warningText(sentence) : html`<p class="govuk-body app-screen-only">${sentence}</p>`

type Shown = {
  readonly offer: OfferInFull
  readonly flyer: Flyer
  readonly qr: string
  readonly since: Since | null
  /** The same for programs; null where there is nothing to join. */
  readonly data: Json | null
  /** Whether who reads it sends it in the hub's name. */
  readonly mailing: boolean
}

/** An offer, printed: what it is, when, for whom, at what cost, and how to join. */
export const offerView = (frame: Frame, { offer, flyer, qr, since, data, mailing }: Shown): Html => {
  const path = offerPath(offer)
  const ask = askButton(offer, flyer)
  return layout(
    frame,
    {
      title: `${flyer.title}, ${flyer.hub}`,
      breadcrumbs: [
        { text: 'Hubs', href: '/hubs' },
        { text: flyer.hub, href: `/hubs/${offer.hub.slug}` },
        { text: flyer.title },
      ],
      description: offer.project.summary,
      alternates: [
        { href: `${path}.pdf`, type: 'application/pdf', title: 'The flyer as PDF' },
        { href: `${path}.txt`, type: 'text/plain', title: 'The flyer as plain text' },
      ],
    },
    html`${data !== null && structuredData(data)}<article class="app-flyer">
<header class="app-flyer__head"><p class="govuk-caption-l">${[flyer.network, flyer.year, flyer.code].filter(Boolean).join(' · ')}</p>
<h1 class="govuk-heading-xl">${flyer.title}</h1>
<p class="govuk-body-l">${flyer.hub}</p></header>
${since && sinceView(since)}
${flyer.notice && warningText(flyer.notice)}
<div class="app-flyer__key">${summaryList({ rows: flyer.facts.map(({ label, value }) => ({ key: label, value })) })}</div>
${ask || (!flyer.notice && insetText(flyer.asking))}
${flyer.sections.map((section) => sectionOf(section, after(offer, section.key, ask)))}
<footer class="app-flyer__foot"><div class="app-flyer__code">${raw(qr)}</div>
<div><p class="govuk-body-s">Short address: <a class="govuk-link" href="${flyer.short}">${flyer.shortWords}</a><br>This text was made on ${flyer.made}.</p>
<p class="govuk-body-s app-screen-only"><a class="govuk-link" href="${path}.pdf">Flyer as PDF</a> · <a class="govuk-link" href="${path}.txt">Plain text</a>${mailing && html` · <a class="govuk-link" href="/hub/${offer.hub.slug}/offers/${offer.id}/mail">Send by mail</a>`} · <a class="govuk-link" href="${projectPath(offer.project)}">${offer.project.hubId === null ? 'The national project' : 'The project'}</a></p></div></footer>
</article>`,
  )
}
