/** Somebody of the register who may be the one in a report. */
export type Expected = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly addresses: readonly string[]
}

export type Certainty = 'certain' | 'likely' | 'unknown'
export type Match = {
  readonly certainty: Certainty
  /** The best first. */
  readonly candidates: readonly { readonly id: string; readonly why: string }[]
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir'])
const devices = /\b(ipad|iphone|laptop|guest|external|unverified|host|co-?host|android|pc)\b/g

/** The words of a name, without accents, titles, devices and what stands in brackets. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[([{].*?[)\]}]/g, ' ')
    .replaceAll(/[’']s\b/g, '')
    .replaceAll(/[’'`]/g, '')
    .split(/\s[-–|/]\s/)[0]
    ?.replaceAll(devices, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !titles.has(word)) ?? []

const isOneSlip = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 4) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const [rest, otherRest] = [one.slice(at), other.slice(at)]
  const swapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2)
  return swapped || rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)
}

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.toSorted().join(' ') === other.toSorted().join(' ')

/** Why a name in a report may be somebody of the register; null when nothing speaks for it. */
const likeness = (said: readonly string[], known: readonly string[]): string | null => {
  const [first = '', last = ''] = [known[0], known.at(-1)]
  if (sameWords(said, known)) return 'the same name in another order'
  if (said.includes(first) && said.includes(last)) return 'the same first and last name'
  const others = said.filter((word) => word !== last)
  if (said.includes(last) && others.some((word) => first.startsWith(word) || (word.startsWith(first) && word !== '')))
    return 'the same last name, and the first begins alike'
  if (said.includes(first) && said.some((word) => word.length === 1 && last.startsWith(word)))
    return 'the same first name and initial'
  if (said.length >= 2 && known.every((word) => said.some((each) => each === word || isOneSlip(each, word))))
    return 'the same name but for a letter'
  return null
}

const common = new Set(['school', 'primary', 'high', 'academy', 'college', 'the', 'and', 'infant', 'junior', 'saint'])

const schoolWords = (organisation: string): readonly string[] =>
  organisation
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !common.has(word))

type Candidate = { readonly id: string; readonly why: string; readonly weight: number }

const candidateFor = (person: string, each: Expected, isNamed: boolean): readonly Candidate[] => {
  const [said, known] = [wordsOf(person), wordsOf(each.name)]
  const why = isNamed ? 'the same name as somebody else' : likeness(said, known)
  const isOfSchool = schoolWords(each.organisation).some((word) => person.toLowerCase().includes(word))
  if (why) return [{ id: each.id, why: isOfSchool ? `${why}, and the school` : why, weight: isOfSchool ? 2 : 1 }]
  const isFirst = isOfSchool && said.includes(known[0] ?? '-')
  return isFirst ? [{ id: each.id, why: 'the same first name, and the school', weight: 1 }] : []
}

type InReport = { readonly name: string; readonly email: string | null }

/** Who of the register somebody in a report is: certain by address or by a name that nobody else bears, likely, or unknown. */
export const matchOf = (person: InReport, expected: readonly Expected[]): Match => {
  const certain = (found: readonly Expected[], why: string): Match | null => {
    const [only] = found
    return only && found.length === 1 ? { certainty: 'certain', candidates: [{ id: only.id, why }] } : null
  }
  const said = wordsOf(person.name).join(' ')
  const byAddress = expected.filter(({ addresses }) => person.email !== null && addresses.includes(person.email))
  const named = expected.filter(({ name }) => said !== '' && wordsOf(name).join(' ') === said)
  const sure = certain(byAddress, 'the same email address') ?? certain(named, 'the same name')
  if (sure) return sure
  const candidates = expected
    .flatMap((each) => candidateFor(person.name, each, named.includes(each)))
    .toSorted((one, other) => other.weight - one.weight)
  const certainty = candidates.length > 0 ? 'likely' : 'unknown'
  return { certainty, candidates: candidates.map(({ id, why }) => ({ id, why })) }
}
