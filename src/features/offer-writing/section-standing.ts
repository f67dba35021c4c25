import { slugOf } from '../../vocabulary/slug.ts'

export type Words = { readonly heading: string; readonly body: string }

/** One section of an offer: the national text, the hub's own where it has one, and the national text that this was written over. */
export type SectionWritten = {
  readonly key: string
  readonly national: Words | null
  readonly own: Words | null
  readonly basedOn: Words | null
  /** Whether the national team lets hubs leave it out, and whether this one does. */
  readonly mayBeLeftOut: boolean
  readonly isLeftOut: boolean
}

/**
 * How a section stands. `national`: the national text, and every correction of it. `own`: the hub's text in its place. `left_out`:
 * not on the hub's page, where the national team allows it. `added`: a section of the hub's own. The rest wait for the hub's choice: the national text was `changed` after the hub had written over it,
 * it has `gone`, or one has `come` where the hub had added its own.
 */
export type SectionStanding = 'national' | 'own' | 'left_out' | 'added' | 'changed' | 'gone' | 'come'

const isSame = (one: Words, other: Words): boolean => one.heading === other.heading && one.body === other.body

/** How a section of an offer stands to the national text of today. */
export const sectionStanding = ({
  national,
  own,
  basedOn,
  isLeftOut,
}: Omit<SectionWritten, 'key'>): SectionStanding => {
  if (isLeftOut) return 'left_out'
  if (own === null) return 'national'
  if (national === null) return basedOn === null ? 'added' : 'gone'
  if (basedOn === null) return 'come'
  return isSame(national, basedOn) ? 'own' : 'changed'
}

/** Whether the hub has still to choose what becomes of its text. */
export const awaitsChoice = (standing: SectionStanding): boolean =>
  standing === 'changed' || standing === 'gone' || standing === 'come'

// Sections of an offer that are made of its facts: no text can stand in their place.
const madeOfFacts: ReadonlySet<string> = new Set([
  'dates',
  'benefits',
  'models',
  'notice',
  'hub',
  'lead',
  'joining',
  'theme',
  'themes',
])

/** The key of a section that a hub adds under a heading. */
export const keyOfAdded = (heading: string): string => {
  const key = slugOf(heading) || 'section'
  return madeOfFacts.has(key) ? `own-${key}` : key
}

export const longestHeading = 120
export const longestBody = 10_000

/** Why a section cannot be as it is to be; null when it can. */
export const sectionRefusal = ({ heading, body }: Words): string | null => {
  if (heading.trim() === '' || body.trim() === '') return 'A section needs a heading and a text.'
  if (heading.length > longestHeading) return `A heading has at most ${longestHeading} characters.`
  return body.length > longestBody ? `A text has at most ${longestBody.toLocaleString('en-GB')} characters.` : null
}

/** The keys in another order: one a step up or down. */
export const movedInOrder = (keys: readonly string[], key: string, to: 'up' | 'down'): readonly string[] => {
  const from = keys.indexOf(key)
  const at = to === 'up' ? from - 1 : from + 1
  const other = keys[at]
  return from < 0 || other === undefined ? keys : keys.with(from, other).with(at, key)
}

/** The keys with one put behind another. */
export const behindInOrder = (keys: readonly string[], key: string, after: string): readonly string[] => {
  const others = keys.filter((each) => each !== key)
  return others.toSpliced(others.indexOf(after) + 1, 0, key)
}
