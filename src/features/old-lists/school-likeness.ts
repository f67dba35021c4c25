import type { SchoolSaid } from './row-reading.ts'

const written: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'saint',
  ce: 'church england',
  cofe: 'church england',
  coe: 'church england',
  rc: 'catholic',
  rcp: 'catholic primary',
  sch: 'school',
  schl: 'school',
  pri: 'primary',
  prim: 'primary',
  sec: 'secondary',
  jnr: 'junior',
  jun: 'junior',
  juniors: 'junior',
  inf: 'infant',
  infants: 'infant',
  acad: 'academy',
  coll: 'college',
  univ: 'university',
  uni: 'university',
  sthn: 'southern',
  gs: 'grammar school',
  hs: 'high school',
  ps: 'primary school',
  va: '',
  vc: '',
  the: '',
  of: '',
  and: '',
  for: '',
}

/** The words of a school's name, as different hands would all write them. */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘`]/g, '')
    .replaceAll(/\bc\.? ?of ?e\.?(?=\W|$)/g, 'cofe')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .flatMap((word) => (Object.hasOwn(written, word) ? (written[word] ?? '') : word).split(' '))
    .filter(Boolean)

/** One spelling of what a row says of its school: rows alike in it mean the same school, today and in the next file. */
export const keyOfSchool = ({ name, urn, postcode, town }: SchoolSaid): string =>
  [urn, wordsOfName(name).join(' '), postcode.replaceAll(' ', '').toLowerCase(), wordsOfName(town).join(' ')].join('|')

const usual = new Set(
  'school primary secondary academy church england catholic junior infant community high college first middle nursery voluntary controlled aided sixth form free trust'.split(
    ' ',
  ),
)
const weightOf = (word: string): number => (usual.has(word) ? 0.35 : 1)

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2))

const likenessOfWords = (one: string, other: string): number => {
  if (one === other) return 1
  // "St Marys" and "St Mary's" are alike already; "Marys" and "Mary" are nearly.
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const common = a.filter((pair) => b.includes(pair)).length
  const likeness = (2 * common) / (a.length + b.length)
  return likeness > 0.6 ? likeness : 0
}

const covered = (words: readonly string[], by: readonly string[]): number => {
  const whole = words.reduce((sum, word) => sum + weightOf(word), 0)
  const found = words.reduce(
    (sum, word) => sum + weightOf(word) * Math.max(0, ...by.map((other) => likenessOfWords(word, other))),
    0,
  )
  return whole === 0 ? 0 : found / whole
}

/** How alike two names of schools are, from 0 to 1; what is said counts more than what is left unsaid. */
export const likenessOfNames = (said: string, name: string): number => {
  const [one, other] = [wordsOfName(said), wordsOfName(name)]
  return 0.65 * covered(one, other) + 0.35 * covered(other, one)
}

const telling = (words: readonly string[]): string =>
  [...new Set(words)]
    .filter((word) => word !== 'school')
    .sort()
    .join(' ')

/** Whether two names are the same, whatever their order, signs and abbreviations. */
export const isSameName = (one: string, other: string): boolean => {
  const words = telling(wordsOfName(one))
  return words !== '' && words === telling(wordsOfName(other))
}

export type Candidate = {
  readonly id: string
  readonly name: string
  readonly urn: number | null
  readonly postcode: string | null
  readonly town: string | null
  readonly isClosed: boolean
}

export type Ranked = {
  readonly candidate: Candidate
  readonly likeness: number
  readonly exact: boolean
  readonly placed: 'here' | 'elsewhere' | 'unsaid'
}

const sameText = (one: string, other: string): boolean =>
  one.toLowerCase().replaceAll(/\W/g, '') === other.toLowerCase().replaceAll(/\W/g, '')

const placedOf = (said: SchoolSaid, { postcode, town }: Candidate): Ranked['placed'] => {
  if (said.postcode && postcode) return sameText(said.postcode, postcode) ? 'here' : 'elsewhere'
  if (said.town && town) return sameText(said.town, town) ? 'here' : 'elsewhere'
  return 'unsaid'
}

const rank = (said: SchoolSaid, candidate: Candidate): Ranked => {
  const placed = placedOf(said, candidate)
  // Some write the town behind the name.
  const named = Math.max(
    likenessOfNames(said.name, candidate.name),
    0.97 * likenessOfNames(said.name, `${candidate.name} ${candidate.town ?? ''}`),
  )
  const nearness = placed === 'here' ? 0.25 : placed === 'elsewhere' ? -0.15 : 0
  return { candidate, placed, exact: isSameName(said.name, candidate.name), likeness: named + nearness }
}

export type Meant =
  | { readonly certainty: 'certain'; readonly candidate: Candidate; readonly reason: string }
  | { readonly certainty: 'likely'; readonly candidates: readonly Candidate[] }
  | { readonly certainty: 'unknown' }

const leastLikeness = 0.45

const only = (ranked: readonly Ranked[], is: (each: Ranked) => boolean): Candidate | null => {
  const fitting = ranked.filter(is)
  return fitting.length === 1 ? (fitting[0]?.candidate ?? null) : null
}

/** Which of the schools known is meant: certain when only one can be, likely when some resemble it, else unknown. */
export const schoolMeant = (said: SchoolSaid, candidates: readonly Candidate[]): Meant => {
  const ranked = candidates.map((each) => rank(said, each)).sort((a, b) => b.likeness - a.likeness)
  const numbered = candidates.find(({ urn }) => said.urn !== '' && String(urn) === said.urn)
  if (numbered && (said.name === '' || likenessOfNames(said.name, numbered.name) > 0.4))
    return { certainty: 'certain', candidate: numbered, reason: `its URN is ${said.urn}` }
  const named =
    only(ranked, ({ exact, placed }) => exact && placed === 'here') ??
    (ranked.some(({ exact, placed }) => exact && placed === 'here')
      ? null
      : only(ranked, ({ exact, placed }) => exact && placed === 'unsaid'))
  if (named && !numbered) return { certainty: 'certain', candidate: named, reason: 'its name is the same' }
  const near = only(ranked, ({ placed, likeness }) => placed === 'here' && said.postcode !== '' && likeness > 0.9)
  if (near && !numbered)
    return { certainty: 'certain', candidate: near, reason: 'its postcode is the same and its name nearly' }
  const likely = ranked.filter(({ likeness, candidate }) => likeness >= leastLikeness || candidate === numbered)
  return likely.length === 0
    ? { certainty: 'unknown' }
    : { certainty: 'likely', candidates: likely.slice(0, 3).map(({ candidate }) => candidate) }
}
