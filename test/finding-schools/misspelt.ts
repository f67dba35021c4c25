// How people write the name of a school. Each rule is one habit; every query comes of one rule and one school of the register,
// and tells enough of the school that somebody who knows the register could say which is meant.
import { type Chance, chanceFrom } from '../../db/seeds/facts/chance.ts'
import type { School } from './register.ts'

export type Asked = { readonly rule: string; readonly text: string; readonly urn: number }

const phase =
  /,? ?\b(primary|infant|junior|first|high|grammar|free|community|voluntary|aided|school|academy|college)\b/gi
const church = /,? ?\b(c of e|cofe|church of england|roman catholic|catholic|rc|methodist)\b/gi

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** One slip of the fingers: a letter dropped, doubled, swapped with the next, wrong, or one too many; never the first. */
const slip = (word: string, chance: Chance): string => {
  if (word.length < 5) return word
  const at = 1 + chance.below(word.length - 2)
  const [head, letter, rest] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  const slips = [
    head + rest,
    head + letter + letter + rest,
    head + rest.charAt(0) + letter + rest.slice(1),
    head + letters.charAt(chance.below(26)) + rest,
    head + letter + letters.charAt(chance.below(26)) + rest,
  ]
  return slips[chance.below(slips.length)] ?? word
}

const slips = (text: string, chance: Chance): string =>
  text
    .split(' ')
    .map((word) => slip(word, chance))
    .join(' ')

const shortened: readonly (readonly [RegExp, string])[] = [
  [/\bprimary\b/gi, 'prim'],
  [/\bchurch of england\b/gi, 'CE'],
  [/\bc of e\b/gi, 'CofE'],
  [/\broman catholic\b/gi, 'RC'],
  [/\bacademy\b/gi, 'acad'],
  [/\bcommunity\b/gi, 'comm'],
  [/\bschool\b/gi, 'sch'],
  [/\bst\b/gi, 'Saint'],
  [/\bjunior\b/gi, 'jnr'],
]

const heard: readonly (readonly [RegExp, string])[] = [
  [/ph/gi, 'f'],
  [/ck/gi, 'k'],
  [/ie/gi, 'ei'],
  [/ough/gi, 'uff'],
  [/(.)\1/gi, '$1'],
  [/y\b/gi, 'ie'],
  [/ea/gi, 'ee'],
  [/wh/gi, 'w'],
]

const replaced = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((so, [from, to]) => so.replace(from, to), text)

const inTown = ({ name, town }: School): string =>
  name.toLowerCase().includes(town.toLowerCase()) ? name : `${name} ${town}`
const telling = (school: School): string => inTown(school).replace(phase, '').replace(church, '').trim()

/** The habits, by name. */
export const rules: Readonly<Record<string, (school: School, chance: Chance) => string>> = {
  'one slip in every longer word': (school, chance) => slips(inTown(school).toLowerCase(), chance),
  'without what kind of school it is, with slips': (school, chance) => slips(telling(school).toLowerCase(), chance),
  'shortened words': (school) => replaced(inTown(school), shortened),
  'the town first': ({ name, town }) => `${town} ${name}`,
  'the words from behind': (school) => inTown(school).split(/[ ,]+/).reverse().join(' '),
  'no apostrophes, commas or capitals': (school) => inTown(school).replaceAll(/['’,]/g, '').toLowerCase(),
  'as it sounds': (school) => replaced(inTown(school), heard),
  'the last word still being typed': (school) => telling(school).slice(0, -2),
  'two words run together': (school) => inTown(school).replace(/(\w+) (\w+)/, '$1$2'),
  'the street and the town': ({ name, street, town }) => `${name.split(' ').slice(0, 2).join(' ')} ${street} ${town}`,
  'the first half of the postcode': ({ name, postcode }) => `${name} ${postcode.split(' ')[0]}`,
}

const sign = ({ name, town }: School): string => `${name}|${town}`.toLowerCase()

/** So many queries, the habits in turn, about open schools that no other shares both name and town with. */
export const askedFor = (schools: readonly School[], count: number): readonly Asked[] => {
  const chance = chanceFrom(17_112_021)
  const bearers = new Map<string, number>()
  for (const school of schools) bearers.set(sign(school), (bearers.get(sign(school)) ?? 0) + 1)
  const meant = chance.shuffled(
    schools.filter((school) => school.status === 'open' && bearers.get(sign(school)) === 1).slice(0, 6000),
  )
  const habits = Object.entries(rules)
  return meant.slice(0, count).flatMap((school, at) => {
    const [rule, write] = habits[at % habits.length] ?? []
    return rule && write ? [{ rule, text: write(school, chance), urn: school.urn }] : []
  })
}
