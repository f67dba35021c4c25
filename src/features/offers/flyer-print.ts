import { plainProse } from '../../vocabulary/prose.ts'
import type { Flyer } from './flyer.ts'
import { type DateRow, dateRows, venuesOf } from './flyer-dates.ts'
import type { FlyerSection } from './flyer-sections.ts'
import type { OfferInFull } from './offer.ts'

/** What a printed flyer said that may have changed by the time somebody reads it; what stands under other headings by heading. */
export type PrintedFacts = {
  readonly title: string
  readonly hub: string
  readonly dates: readonly DateRow[]
  readonly datesNote: string | null
  readonly venues: readonly string[]
  readonly policy: string | null
  readonly opensOn: string | null
  readonly closesOn: string | null
  readonly contact: string
  readonly texts: Readonly<Record<string, string>>
}

/** A flyer as it was printed: the address on its paper names the number. */
export type Print = { readonly number: number; readonly madeOn: Temporal.PlainDate }
export type PrintInFull = Print & { readonly facts: PrintedFacts }

// What stands in them is compared word for word by itself.
const toldApart = new Set(['dates', 'cost', 'joining'])

const wordsOf = ({ blocks }: FlyerSection): string => plainProse(blocks.filter((block) => block.kind !== 'dates'))

const costWithoutPolicy = ({ project, sections }: OfferInFull): string =>
  [...project.sections, ...sections]
    .filter(({ key }) => key === 'cost')
    .map(({ body }) => body)
    .join('\n')

/** What its flyer says of an offer, whatever the day. */
export const printedFacts = (offer: OfferInFull, flyer: Pick<Flyer, 'title' | 'sections' | 'facts'>): PrintedFacts => ({
  title: flyer.title,
  hub: offer.hub.name,
  dates: dateRows(offer),
  datesNote: [offer.datesNote, offer.practicalNotes].filter(Boolean).join('\n') || null,
  venues: venuesOf(offer).map(({ name, address, postcode }) => [name, address, postcode].filter(Boolean).join(', ')),
  policy: offer.policy?.wording ?? null,
  opensOn: offer.opensOn?.toString() ?? null,
  closesOn: offer.closesOn?.toString() ?? null,
  contact: [offer.contactEmail, offer.contactTelephone, offer.joiningNote].filter(Boolean).join(', '),
  texts: Object.fromEntries([
    ['At a glance', flyer.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')],
    ['What is the cost?', costWithoutPolicy(offer)],
    ...flyer.sections.filter(({ key }) => !toldApart.has(key)).map((each) => [each.heading, wordsOf(each)] as const),
  ]),
})

/** The short address of a print: "a1b2c3d4e5-3" is the third of the offer whose id ends so. */
export const parseShortAddress = (typed: string): { readonly ending: string; readonly print: number | null } => {
  const [ending = '', number] = typed.split('-')
  return { ending, print: number !== undefined && /^[1-9]\d{0,4}$/.test(number) ? Number(number) : null }
}
