import { type ProseBlock, proseOf } from '../../vocabulary/prose.ts'
import { type OutcomeAudience, outcomeHeadings, type ProjectInFull, themeCode } from '../projects/index.ts'
import { type DateRow, venuesOf } from './flyer-dates.ts'
import type { OfferInFull } from './offer.ts'

export type FlyerBlock = ProseBlock | { readonly kind: 'dates'; readonly rows: readonly DateRow[] }
export type FlyerSection = { readonly key: string; readonly heading: string; readonly blocks: readonly FlyerBlock[] }

const paragraph = (text: string): FlyerBlock => ({ kind: 'paragraph', spans: [{ text, strong: false }] })
const items = (all: readonly string[]): FlyerBlock => ({
  kind: 'list',
  items: all.map((text) => ({ spans: [{ text, strong: false }] })),
})

/** Dates, places and what to bring; where nothing is dated yet, when they will be known. */
export const dates = (offer: OfferInFull, rows: readonly DateRow[]): FlyerSection => {
  const venues = venuesOf(offer).map((venue) =>
    paragraph(
      [venue.shortName === venue.name ? venue.name : `${venue.shortName}: ${venue.name}`, venue.address, venue.postcode]
        .filter(Boolean)
        .join(', '),
    ),
  )
  const unknown =
    rows.length === 0 && offer.datesNote === null
      ? [paragraph('The dates are not known yet. You can ask to join all the same.')]
      : []
  const blocks: FlyerBlock[] = [
    ...(rows.length > 0 ? [{ kind: 'dates' as const, rows }] : []),
    ...(offer.datesNote ? proseOf(offer.datesNote) : unknown),
    ...venues,
    ...(offer.practicalNotes ? proseOf(offer.practicalNotes) : []),
  ]
  return { key: 'dates', heading: 'Dates and places', blocks }
}

const ownWords: Readonly<Record<OfferInFull['ownRules'][number]['strength'], (sentence: string) => string>> = {
  required: (sentence) => sentence,
  expected: (sentence) => `Normally expected: ${sentence}`,
  priority: (sentence) => `Comes first where there is not room for all: ${sentence}`,
}

/** What the hub asks beside the project, and whom it takes besides. */
const ownBlocks = ({ hub, ownRules }: OfferInFull): readonly FlyerBlock[] => {
  const [widening, narrowing] = [ownRules.filter(({ widens }) => widens), ownRules.filter(({ widens }) => !widens)]
  return [
    ...(narrowing.length === 0
      ? []
      : [
          paragraph(`A rule of ${hub.name}:`),
          items(narrowing.map(({ strength, sentence }) => ownWords[strength](sentence))),
        ]),
    ...(widening.length === 0
      ? []
      : [paragraph(`${hub.name} widens who can take part:`), items(widening.map(({ sentence }) => sentence))]),
  ]
}

const rulesIn = ({ theme, project }: OfferInFull): readonly string[] =>
  project.whoCanTakePart
    .filter((rule) => rule.themeId === null || rule.themeId === theme?.id || theme === null)
    .map(({ sentence, isWidening }) => (isWidening ? `Or: ${sentence}` : sentence))

const withOwn = (offer: OfferInFull, texts: readonly FlyerSection[]): readonly FlyerSection[] => {
  const [own, rules] = [ownBlocks(offer), rulesIn(offer)]
  const [first, ...others] = texts
  if (first) return [{ ...first, blocks: [...first.blocks, ...own] }, ...others]
  const blocks = [...(rules.length > 0 ? [items(rules)] : []), ...own]
  return blocks.length === 0 ? [] : [{ key: 'who', heading: 'Who can take part?', blocks }]
}

/** Who can take part: the text, or the rules where there is none, with those of the hub; the theme, or those one can choose from. */
export const whoOf = (offer: OfferInFull, texts: readonly FlyerSection[]): readonly FlyerSection[] => {
  const who = withOwn(offer, texts)
  if (offer.theme)
    return [...who, { key: 'theme', heading: `Theme: ${offer.theme.title}`, blocks: proseOf(offer.theme.focus) }]
  if (offer.themeChoice.length === 0) return who
  const choices: FlyerBlock = {
    kind: 'list',
    items: offer.themeChoice.map((each) => ({
      spans: [
        { text: `${each.title} (${themeCode(offer.project, each)})`, strong: true },
        { text: `: ${each.focus}`, strong: false },
      ],
    })),
  }
  return [
    ...who,
    {
      key: 'themes',
      heading: offer.themeChoice[0]?.kind === 'strand' ? 'Starts to choose from' : 'Themes to choose from',
      blocks: [choices],
    },
  ]
}

/** The ways in which a group may work, as a list below what introduces them. */
export const modelsOf = (
  { modelsOfWorking }: Pick<ProjectInFull, 'modelsOfWorking'>,
  texts: readonly FlyerSection[],
): readonly FlyerSection[] => {
  const blocks = [
    ...texts.flatMap((text) => text.blocks),
    ...(modelsOfWorking.length > 0 ? [items(modelsOfWorking)] : []),
  ]
  return blocks.length === 0 ? [] : [{ key: 'models', heading: texts[0]?.heading ?? 'Models of working', blocks }]
}

const promised: readonly OutcomeAudience[] = ['participants', 'institutions', 'hub_team']

/** The benefits that the project promises, to whom; what is said of them as a whole comes first. */
export const promisesOf = (
  project: Pick<ProjectInFull, 'outcomes'>,
  texts: readonly FlyerSection[],
): readonly FlyerSection[] => {
  const outcomes = promised.flatMap((audience) => {
    const own = project.outcomes.filter((outcome) => outcome.audience === audience)
    return own.length === 0
      ? []
      : [paragraph(`${outcomeHeadings[audience]}:`), items(own.map(({ outcome }) => outcome))]
  })
  const blocks = [...texts.flatMap((text) => text.blocks), ...outcomes]
  return blocks.length === 0
    ? []
    : [{ key: 'benefits', heading: texts[0]?.heading ?? 'What are the benefits?', blocks }]
}

/** What it costs, with the hub's policy in its own wording. */
export const costOf = (offer: OfferInFull, texts: readonly FlyerSection[]): readonly FlyerSection[] => {
  const free = offer.project.freeToParticipants
    ? [paragraph('It is fully funded and costs those who take part nothing.')]
    : []
  const stated = texts.flatMap((text) => text.blocks)
  const blocks = [...(stated.length > 0 ? stated : free), ...(offer.policy ? proseOf(offer.policy.wording) : [])]
  return blocks.length === 0 ? [] : [{ key: 'cost', heading: texts[0]?.heading ?? 'What is the cost?', blocks }]
}

/** The hub in its own words, and the hubs it works with. */
export const hubSection = (offer: OfferInFull): FlyerSection => {
  const partners = offer.partnerHubs.map(({ name }) => name)
  const area = offer.hub.areaDescribed ? [paragraph(`${offer.hub.name} works across ${offer.hub.areaDescribed}.`)] : []
  return {
    key: 'hub',
    heading: `About ${offer.hub.name}`,
    blocks: [
      ...(offer.hub.about ? proseOf(offer.hub.about) : area),
      ...(partners.length > 0 ? [paragraph(`It runs this together with ${partners.join(' and ')}.`)] : []),
    ],
  }
}

export const leadOf = (offer: OfferInFull): FlyerSection => ({
  key: 'lead',
  heading: 'Who leads it?',
  blocks: offer.leadNote ? proseOf(offer.leadNote) : [],
})

/** How to join, until when, and whom to ask. */
export const joiningOf = (offer: OfferInFull, window: string | null): FlyerSection => {
  const how =
    offer.registering.how === 'outside'
      ? [paragraph(`Fill in the hub’s own form: ${offer.registering.address}`)]
      : offer.registering.how === 'email' && offer.contactEmail
        ? [paragraph(`Send the hub your ${offer.requestWord} by email: ${offer.contactEmail}`)]
        : []
  const contact = [offer.contactEmail, offer.contactTelephone, offer.hub.website].filter(Boolean).join(', ')
  return {
    key: 'joining',
    heading: 'How to join',
    blocks: [
      ...(offer.joiningNote ? proseOf(offer.joiningNote) : []),
      ...how,
      ...(offer.joiningNote || how.length > 0 ? [] : [paragraph(`Send the hub your ${offer.requestWord}.`)]),
      ...(window ? [paragraph(window)] : []),
      ...(contact ? [paragraph(`Contact: ${contact}`)] : []),
    ],
  }
}
