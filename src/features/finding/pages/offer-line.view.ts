import { statusTag } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatMiles } from '../../../vocabulary/grid.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { OfferShown } from '../shown.ts'

const whereOf = ({ away, isVenueKnown, serves }: OfferShown): readonly string[] => [
  ...(serves ? ['your hub'] : []),
  ...(away !== null && isVenueKnown ? [`${formatMiles(away)} away`] : []),
  ...(away !== null && !isVenueKnown && !serves ? [`works about ${formatMiles(away)} away`] : []),
]

const whenOf = ({ next, first, modes }: OfferShown): string => {
  if (next) return `${next.equals(first ?? next) ? 'begins' : 'next'} ${formatDate(next)}`
  if (first) return `began ${formatDate(first)}`
  return modes.length > 0 ? 'dates to be confirmed' : 'dates not known yet'
}

/** An offer in a line: which hub, how far away, when it begins, until when one can ask to join. */
export const offerLine = (offer: OfferShown): Html =>
  html`<li><a class="govuk-link" href="${offer.path}">${offer.hubName}${offer.theme && `: ${offer.theme}`}</a>${offer.isOpen && html` ${statusTag('Open', 'good')}`}<br><span class="app-result__where">${[
    ...whereOf(offer),
    ...(offer.modes.length === 1 && offer.modes[0] === 'online' ? ['online'] : []),
    whenOf(offer),
  ].join(' · ')}.${offer.window && ` ${offer.window}`}</span></li>`
