import { button } from '../../../ui/components/button.ts'
import { cards } from '../../../ui/components/cards.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { emptyForm, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMiles } from '../../../vocabulary/grid.ts'
import { areaInWords, schoolPath, schoolSign } from '../../catalogue/index.ts'
import { type Authority, addressOf, type Hub } from '../../organisations/index.ts'
import { type HubNear, type HubsFound, isInPart, maybeOf, neighboursOf, servingOf } from '../hub-found.ts'
import { type Everything, everyHubView } from './hub-list.view.ts'

const awayOf = ({ metres }: HubNear): readonly string[] =>
  metres === null ? [] : [`the nearest school it serves is ${formatMiles(metres)} away`]

const hubCards = (hubs: readonly HubNear[], factsOf: (one: HubNear) => readonly string[]): Html =>
  cards(
    hubs.map((one) => ({
      title: one.hub.name,
      href: `/hubs/${one.hub.slug}`,
      headingLevel: 3,
      text: areaInWords(one.areas, one.hub.areaDescribed) ?? 'Its area is not known yet.',
      facts: [...(one.hub.region ? [one.hub.region] : []), ...factsOf(one)],
    })),
  )

const names = (hubs: readonly HubNear[]): Html =>
  html`${hubs.map(({ hub }, at) => html`${at > 0 && (at === hubs.length - 1 ? ' and ' : ', ')}<a class="govuk-link" href="/hubs/${hub.slug}">${hub.name}</a>`)}`

const maybe = (found: HubsFound, { name, region }: Authority): Html | false => {
  const those = maybeOf(found, region)
  return (
    those.length > 0 &&
    html`<p class="govuk-body">Nobody knows authority by authority where ${names(those)} ${those.length === 1 ? 'works' : 'work'}: ${name} may be ${those.length === 1 ? 'in its area' : 'in one of their areas'}.</p>`
  )
}

const servedView = (found: HubsFound, authority: Authority): Html => {
  const serving = servingOf(found, authority.code)
  if (serving.length === 0)
    return html`<h2 class="govuk-heading-m">${authority.name}</h2><p class="govuk-body">No hub is known to serve ${authority.name}. You can turn to any hub.</p>${maybe(found, authority)}`
  return html`<h2 class="govuk-heading-m">${authority.name} is served by</h2>${
    serving.length > 1 && html`<p class="govuk-body">Areas overlap: you can turn to any of these.</p>`
  }${hubCards(serving, (one) => (isInPart(one, authority.code) ? [`serves a part of ${authority.name}`] : []))}`
}

const neighbours = (found: HubsFound, region: string | null): Html | false => {
  const those = neighboursOf(found, region)
  const isByDistance = those.some(({ metres }) => metres !== null)
  return (
    those.length > 0 &&
    html`<h2 class="govuk-heading-m">${isByDistance ? 'The nearest other hubs' : 'Hubs of the same region'}</h2>
<p class="govuk-body">${isByDistance ? 'By the schools they serve, in a straight line.' : 'Nobody knows how far away they are: no school with a place on the map is known there.'}</p>${hubCards(those, awayOf)}`
  )
}

const placeView = (found: HubsFound): Html | false => {
  const { led, authorities } = found
  if (led.kind !== 'place') return false
  const { place, school } = led
  return html`${
    school
      ? html`<p class="govuk-body-l"><a class="govuk-link" href="${schoolPath(school)}">${school.name}</a>${addressOf(school) && `, ${addressOf(school)}`}</p>`
      : authorities.every(({ name }) => name !== place.name) &&
        html`<p class="govuk-body-l">${place.name}${authorities.length > 0 && ` is in ${authorities.map(({ name }) => name).join(', ')}`}</p>`
  }${place.note && html`<p class="govuk-body">${place.note}</p>`}${
    place.elsewhere.length > 0 &&
    html`<p class="govuk-body">There is also ${place.elsewhere.map((other, at) => html`${at > 0 && ', '}<a class="govuk-link" href="/hubs?q=${encodeURIComponent(other)}">${other}</a>`)}.</p>`
  }${
    authorities.length === 0
      ? html`<p class="govuk-body">Nobody knows in which local authority it is. You can turn to any hub.</p>`
      : authorities.map((authority) => servedView(found, authority))
  }${neighbours(found, authorities[0]?.region ?? null)}`
}

const which = ({ led, words }: HubsFound): Html | false =>
  led.kind === 'which' &&
  html`<h2 class="govuk-heading-m">Schools and providers like “${words}”</h2><ul class="govuk-list">${led.schools.map(
    (school) =>
      html`<li><a class="govuk-link" href="/hubs?q=${encodeURIComponent(schoolSign(school))}">${school.name}</a>, ${addressOf(school)}</li>`,
  )}</ul>`

const namedView = (named: readonly Hub[]): Html | false =>
  named.length > 0 &&
  html`<h2 class="govuk-heading-m">Hubs of that name or area</h2>${cards(
    named.map((hub) => ({
      title: hub.name,
      href: `/hubs/${hub.slug}`,
      headingLevel: 3,
      ...(hub.areaDescribed ? { text: hub.areaDescribed } : {}),
      facts: hub.region ? [hub.region] : [],
    })),
  )}`

const results = (found: HubsFound): Html => {
  const { led, named, words } = found
  if (led.kind === 'unknown' && named.length === 0)
    return emptyState({
      title: `Nothing is known of “${words}”`,
      text: 'Try the name of your school, your town, your local authority or a whole postcode. Places are found by the schools known there.',
      action: { text: 'Show all hubs', href: '/hubs' },
    })
  return html`${led.kind === 'place' ? html`${placeView(found)}${namedView(named)}` : html`${namedView(named)}${which(found)}`}<p class="govuk-body"><a class="govuk-link" href="/hubs">Show all hubs</a></p>`
}

/** Find your hub by school, place, authority or postcode; without words, every hub. */
export const hubsView = (
  frame: Frame,
  { words, found, everything }: { words: string; found: HubsFound | null; everything: Everything | null },
): Html =>
  layout(
    frame,
    {
      title: words ? `Find your hub: ${words}` : 'Find your hub',
      breadcrumbs: words ? [{ text: 'Hubs', href: '/hubs' }, { text: 'Find your hub' }] : [{ text: 'Hubs' }],
      description: 'Find the hub that serves your school, by school, town, local authority or postcode.',
      scripts: ['suggestions'],
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">Find your hub</h1>
<form method="get" action="/hubs">${suggestingField(emptyForm, { from: '/schools/suggestions', name: 'q', label: 'School, town, local authority or postcode', value: words, width: 30, type: 'search' })}${button({ text: 'Find' })}</form></div></div>
${found && results(found)}${everything && everyHubView(everything)}`,
  )
