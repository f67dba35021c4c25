import { found } from '../../../platform/errors.ts'
import { type Answer, movedTo, type Page, type PageRequest, page, plain } from '../../../platform/http/routes.ts'
import { assetFile, assetPath } from '../../../ui/assets.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { type HubInFull, hubInFull, successorOfHub } from '../../organisations/index.ts'
import { frameLine, scriptLine } from '../address.ts'
import { entryOf, type OfferEntry } from '../offer-entry.ts'
import { offersToShow } from '../queries.ts'
import { embeddingView } from './embedding.view.ts'
import { frameView } from './frame.view.ts'

type Offered = {
  readonly hub: string
  readonly address: string
  readonly entries: readonly OfferEntry[]
  readonly none: string
}

const program = (): string =>
  String(assetFile(assetPath('offers-widget.js').replace('/assets/', ''))?.body).replace('export const', 'const')

/** The script with everything that it draws: no further request is needed, and nothing is left in the page's own names. */
const widgetFor = (offered: Offered): string =>
  `(() => {\n'use strict'\n${program()}\ndrawOffers(${JSON.stringify(offered)}, document.currentScript)\n})()\n`

/** The hub, or the address of the one that followed it, in the same form. */
const hubOr = async (
  { context, params }: PageRequest,
  addressOf: (hub: { slug: string }) => string,
): Promise<HubInFull | Answer> => {
  const hub = found(await hubInFull(context.db, params['hub'] ?? ''))
  const successor = hub.isOpen ? null : await successorOfHub(context.db, hub.id)
  return successor ? movedTo(addressOf(successor)) : hub
}

const isAnswer = (answer: HubInFull | Answer): answer is Answer => 'status' in answer

const entriesOf = async ({ context: { db, today, config } }: PageRequest, hub: HubInFull) =>
  (await offersToShow(db, hub.id, today)).map((shown) => entryOf(shown, { baseUrl: config.baseUrl, today }))

const none = (hub: HubInFull): string => `${hub.name} has published nothing to join at the moment.`

/** What a hub offers, as a script for its own website. */
export const giveScript: Page = async (request) => {
  const hub = await hubOr(request, ({ slug }) => `/embed/${slug}.js`)
  if (isAnswer(hub)) return hub
  const address = `${request.context.config.baseUrl}/hubs/${hub.slug}`
  const script = widgetFor({ hub: hub.name, address, entries: await entriesOf(request, hub), none: none(hub) })
  const answer = plain(script, 'text/javascript; charset=utf-8')
  return { ...answer, headers: { ...answer.headers, 'cross-origin-resource-policy': 'cross-origin' } }
}

// Whoever embeds it decides about their own page; ours asks for nothing but its own style.
const framed =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors"

/** The same as a page that any website may show in a frame. */
export const giveFrame: Page = async (request) => {
  const hub = await hubOr(request, ({ slug }) => `/embed/${slug}`)
  if (isAnswer(hub)) return hub
  const entries = await entriesOf(request, hub)
  const answer = page(frameView({ hub, entries, none: none(hub), baseUrl: request.context.config.baseUrl }))
  return {
    ...answer,
    headers: { 'content-security-policy': `${framed} *`, 'cross-origin-resource-policy': 'cross-origin' },
  }
}

/** For staff of the hub: the lines to copy, and how it looks. */
export const showEmbedding: Page = async (request) => {
  const hub = found(await hubInFull(request.context.db, request.params['hub'] ?? ''))
  const site = { baseUrl: request.context.config.baseUrl, hub }
  return page(
    embeddingView(request.frame, emptyForm, {
      hub,
      baseUrl: site.baseUrl,
      script: scriptLine(site),
      frame: frameLine(site),
      entries: await entriesOf(request, hub),
      none: none(hub),
    }),
  )
}
