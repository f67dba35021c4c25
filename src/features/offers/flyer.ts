import { yearLabel } from '../../vocabulary/academic-year.ts'
import { audienceLabels } from '../../vocabulary/audiences.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import { phaseLabels } from '../../vocabulary/phases.ts'
import { plainProse, proseOf } from '../../vocabulary/prose.ts'
import { durationOf, type Section, unitOf } from '../projects/index.ts'
import { dateRows } from './flyer-dates.ts'
import {
  costOf,
  dates,
  type FlyerBlock,
  type FlyerSection,
  hubSection,
  joiningOf,
  leadOf,
  modelsOf,
  promisesOf,
  whoOf,
} from './flyer-sections.ts'
import {
  askingState,
  type OfferInFull,
  offerPath,
  roomInWords,
  shortPath,
  statusInWords,
  windowInWords,
} from './offer.ts'
import { inOwnOrder } from './section-order.ts'

/** An offer as it is printed: the one source of the page, the PDF and the plain text. */
export type Flyer = {
  readonly title: string
  readonly hub: string
  readonly network: string
  readonly year: string
  readonly code: string | null
  /** What a reader must know first: that the offer is closed, withdrawn or a draft. */
  readonly notice: string | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly FlyerSection[]
  readonly asking: string
  readonly canAsk: boolean
  readonly address: string
  readonly short: string
  readonly shortWords: string
  readonly made: string
}

const nonEmpty = (sections: readonly FlyerSection[]): readonly FlyerSection[] =>
  sections.filter((section) => section.blocks.length > 0)

/** National text and the hub's own, section by section: the hub's wins where both have one. */
const texts = (offer: OfferInFull) => {
  const own = new Map(offer.sections.map((section) => [section.key, section]))
  const national = offer.project.sections
    .filter(({ key }) => !offer.leftOut.includes(key))
    .map((section) => own.get(section.key) ?? section)
  const known = new Set(offer.project.sections.map(({ key }) => key))
  const added = offer.sections.filter(({ key }) => !known.has(key))
  const sectionOf = (...keys: readonly string[]): FlyerSection[] =>
    [...national, ...added].filter(({ key }) => keys.includes(key)).map(drawn)
  return { national, added, sectionOf }
}

const drawn = (section: Section): FlyerSection => ({
  key: section.key,
  heading: section.heading,
  blocks: proseOf(section.body),
})

const placed = new Set([
  'outline',
  'involvement',
  'models',
  'who',
  'benefits',
  'cost',
  'funding',
  'context',
  'expectations',
  'dates',
  'hub',
  'work-group',
  'lead',
  'joining',
])

// A draft is printed as it will be read.
const asPublished = (offer: OfferInFull): OfferInFull =>
  offer.status === 'draft' ? { ...offer, status: 'published' } : offer

const sectionsOf = (offer: OfferInFull, today: Temporal.PlainDate): readonly FlyerSection[] => {
  const { national, added, sectionOf } = texts(offer)
  const others = [...national, ...added].filter(({ key }) => !placed.has(key)).map(drawn)
  const usual = nonEmpty([
    ...sectionOf('outline'),
    ...sectionOf('involvement'),
    ...modelsOf(offer.project, sectionOf('models')),
    ...whoOf(offer, sectionOf('who')),
    dates(offer, dateRows(offer)),
    ...promisesOf(offer.project, sectionOf('benefits')),
    ...costOf(offer, sectionOf('cost')),
    ...sectionOf('funding'),
    ...offer.project.notices.map((notice) => ({
      key: 'notice',
      heading: notice.heading,
      blocks: proseOf(notice.body),
    })),
    ...sectionOf('context'),
    ...sectionOf('expectations'),
    ...others,
    hubSection(offer),
    ...sectionOf('work-group'),
    leadOf(offer),
    joiningOf(offer, windowInWords(asPublished(offer), today)),
  ])
  const asWritten = inOwnOrder(
    usual,
    offer.project.sections.map(({ key }) => key),
  )
  return inOwnOrder(asWritten, offer.sectionOrder)
}

const factsOf = ({ project, theme, room }: OfferInFull): Flyer['facts'] => {
  const whom = [
    ...project.phases.map((phase) => phaseLabels[phase]),
    ...project.audiences.map((audience) => audienceLabels[audience]),
  ].join(', ')
  const free = project.audiences.includes('itt') ? 'free to institutions' : 'free to schools'
  const all: [string, string | null][] = [
    ['For', whom || null],
    ['How it is run', project.words.model],
    ['How long', durationOf(project)],
    ['Who joins', unitOf(project)],
    ['Places', roomInWords(room, project)],
    ['Theme', theme ? theme.title : null],
    ['Cost', project.freeToParticipants ? free : null],
  ]
  return all.flatMap(([label, value]) =>
    value ? [{ label, value: value.charAt(0).toUpperCase() + value.slice(1) }] : [],
  )
}

const askingHow = ({ registering, requestWord, contactEmail }: OfferInFull): string => {
  if (registering.how === 'email' && contactEmail) return `Send your ${requestWord} to ${contactEmail}.`
  if (registering.how === 'outside') return `Send your ${requestWord} by the hub’s form at ${registering.address}`
  return `Send your ${requestWord} here`
}

const askingWords = (offer: OfferInFull, today: Temporal.PlainDate): string => {
  if (askingState(asPublished(offer), today) === 'open') return askingHow(offer)
  return windowInWords(asPublished(offer), today) ?? 'You cannot ask to join any more.'
}

type Printing = {
  readonly today: Temporal.PlainDate
  readonly baseUrl: string
  readonly network: string
  /** The print that the short address names, so that its page can say what has changed since. */
  readonly print?: { readonly number: number; readonly madeOn: Temporal.PlainDate } | null
}

/** Prints an offer as it stands on a day. */
export const flyerOf = (offer: OfferInFull, { today, baseUrl, network, print = null }: Printing): Flyer => {
  const short = `${baseUrl}${shortPath(offer)}${print ? `-${print.number}` : ''}`
  return {
    title: offer.theme ? `${offer.project.title}: ${offer.theme.title}` : offer.project.title,
    hub: offer.hub.name,
    network,
    year: yearLabel(offer.year),
    code: offer.project.code,
    notice: statusInWords(offer),
    facts: factsOf(offer),
    sections: sectionsOf(offer, today),
    asking: askingWords(offer, today),
    canAsk: askingState(offer, today) === 'open',
    address: `${baseUrl}${offerPath(offer)}`,
    short,
    shortWords: short.replace(/^https?:\/\//, ''),
    made: formatDate(print?.madeOn ?? today),
  }
}

const plainBlock = (block: FlyerBlock): string =>
  block.kind === 'dates'
    ? block.rows.map((row) => `- ${row.when}${row.where ? `: ${row.where}` : ''}`).join('\n')
    : plainProse([block])

const underlined = (heading: string): string => `${heading}\n${'-'.repeat([...heading].length)}`

/** The flyer as plain text, for mail. */
export const plainFlyer = (flyer: Flyer): string =>
  [
    `${flyer.title}\n${'='.repeat([...flyer.title].length)}`,
    [flyer.hub, `${flyer.network} ${flyer.year}`, flyer.code].filter(Boolean).join('\n'),
    ...(flyer.notice ? [flyer.notice] : []),
    flyer.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...flyer.sections.flatMap((section) => [underlined(section.heading), ...section.blocks.map(plainBlock)]),
    `${flyer.asking}${flyer.asking.endsWith('.') ? '' : ':'} ${flyer.address}`,
    `This text was made on ${flyer.made}. The page is kept up to date.`,
  ]
    .join('\n\n')
    .concat('\n')
