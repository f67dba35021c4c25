import { suggestEmail } from '../../vocabulary/email-address.ts'
import { parsePostcode } from '../../vocabulary/postcode.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import { parseTelephone } from '../../vocabulary/telephone.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import { addressesIn, isLikeName, namesIn, noAddressIn } from './cells.ts'
import { type FieldKey, mayRepeat } from './fields.ts'
import type { Options } from './old-list.ts'
import { postInWords } from './post-in-words.ts'

export type PersonRead = { readonly name: string; readonly email: string; readonly post: PostKind }

/** A school as a row names it. */
export type SchoolSaid = {
  readonly name: string
  readonly urn: string
  readonly postcode: string
  readonly town: string
}

/** A row understood: who, of which school, and what they ask for. */
export type Entry = {
  readonly school: SchoolSaid
  readonly people: readonly PersonRead[]
  readonly telephone: string | null
  /** Who answers for the school, where the row names them with an address. */
  readonly headteacher: { readonly name: string; readonly email: string } | null
  readonly askedOn: string | null
  readonly preference: string | null
  readonly travel: number | null
  readonly accessNeeds: string | null
  readonly comments: string | null
}

export type RowRead = {
  readonly entry: Entry
  readonly who: string
  /** Why nothing can be done with the row; null when it is good. */
  readonly refusal: string | null
  /** Why the row is meant to be left out. */
  readonly leftOut: string | null
  readonly warnings: readonly string[]
}

export type Shape = {
  readonly header: readonly string[]
  readonly matching: readonly string[]
  readonly options: Options
}

type Cells = Readonly<Record<FieldKey, string>>

// What is kept as a comment keeps its question, so that the answer can be understood.
const saidIn = (key: string, heading: string, value: string): string =>
  key === 'comments' ? `${heading}: ${value}` : value

const cellsOf = (cells: readonly string[], { header, matching }: Shape): Cells => {
  const values: Record<string, string> = {}
  for (const [at, key] of matching.entries()) {
    const value = (cells[at] ?? '').trim()
    if (key === '' || value === '') continue
    const said = saidIn(key, header[at] ?? '', value)
    values[key] = mayRepeat(key) && values[key] ? `${values[key]}\n${said}` : said
  }
  return new Proxy(values, { get: (all, key) => all[String(key)] ?? '' }) as Cells
}

/** What a row says of its school, whose words decide which one is meant. */
export const schoolSaid = (cells: readonly string[], shape: Shape): SchoolSaid => {
  const values = cellsOf(cells, shape)
  const urn = parseUrn(values.school_urn.replaceAll(/\D/g, ''))
  return {
    name: values.school_name.replaceAll(/\s+/g, ' '),
    urn: urn === null ? '' : String(urn),
    postcode: parsePostcode(values.school_postcode) ?? '',
    town: values.school_town,
  }
}

export const isNoSchool = ({ name, urn }: SchoolSaid): boolean => name === '' && urn === ''

const namesOf = (values: Cells, which: 'person' | 'second', options: Options): readonly string[] => {
  const [first, last] = [values[`${which}_first`], values[`${which}_last`]]
  if (first || last) return [`${first} ${last}`.trim().replaceAll(/\s+/g, ' ')]
  return namesIn(values[`${which}_name`], options.surnameFirst)
}

type Found = {
  readonly people: readonly PersonRead[]
  readonly faults: readonly string[]
  readonly warnings: readonly string[]
}

const postOf = (said: string, warnings: string[]): PostKind => {
  if (said === '') return 'other'
  const post = postInWords(said)
  if (post === null) warnings.push(`The post “${said.slice(0, 60)}” is not known here: it becomes “Another post”`)
  return post ?? 'other'
}

/** Puts names and addresses together: in their order, unless an address tells whose it is. */
const together = (
  names: readonly string[],
  addresses: readonly string[],
): readonly (readonly [string, string | null])[] => {
  const left = new Set(addresses)
  const own = names.map((name) => {
    const like = [...left].find((address) => isLikeName(address, name))
    if (like) left.delete(like)
    return like ?? null
  })
  const rest = [...left]
  return names.map((name, at) => [name, own[at] ?? rest.shift() ?? null])
}

const peopleOf = (values: Cells, which: 'person' | 'second', options: Options): Found => {
  const names = namesOf(values, which, options)
  const cell = values[`${which}_email`]
  const addresses = addressesIn(cell)
  const warnings: string[] = []
  if (names.length === 0) {
    if (which === 'second' && cell === '') return { people: [], faults: [], warnings }
    return {
      people: [],
      faults: [addresses.length > 0 ? `there is no name with ${addresses[0]}` : 'nobody is named'],
      warnings,
    }
  }
  const post = postOf(values[`${which}_post`], warnings)
  const pairs = together(names, addresses)
  const people = pairs.flatMap(([name, email]) => (email ? [{ name, email, post }] : []))
  const without = pairs.filter(([, email]) => email === null).map(([name]) => name)
  if (people.length === 0) return { people, faults: [`${names.join(' and ')}: ${noAddressIn(cell)}`], warnings }
  for (const name of without) warnings.push(`${name} has no email address of their own and is not named`)
  for (const { email } of people) {
    const meant = suggestEmail(email)
    if (meant) warnings.push(`Is ${meant} meant by ${email}?`)
  }
  return { people, faults: [], warnings }
}

const over =
  /\b(cancel\w*|withdr[ae]wn?|declined|no longer|did not attend|rejected|refunded|void|deleted|dropped out|test)\b/i

const textOrNull = (text: string): string | null => (text === '' ? null : text)

const dayIn = (text: string): string | null => {
  const day = parseDate(text.slice(0, 10)) ?? parseDate(text.split(/\s+\d{1,2}:/)[0] ?? '')
  return day ? day.toString() : null
}

const commentsOf = (values: Cells, named: number, askedOn: string | null): string | null => {
  const count = Number.parseInt(values.people_count, 10)
  const lines = [
    values.comments,
    Number.isInteger(count) && count > named ? `Asked for ${count} people; ${named} named.` : '',
    values.asked_on !== '' && askedOn === null ? `Asked: ${values.asked_on}` : '',
  ]
  return textOrNull(lines.filter(Boolean).join('\n').slice(0, 2000))
}

const headteacherOf = (values: Cells): Entry['headteacher'] => {
  const [name, email] = [namesIn(values.headteacher_name)[0], addressesIn(values.headteacher_email)[0]]
  return name && email ? { name, email } : null
}

const headteacherLacks = (values: Cells): string | null => {
  if ((values.headteacher_name === '' && values.headteacher_email === '') || headteacherOf(values)) return null
  if (values.headteacher_name === '') return 'There is no name with the headteacher’s address'
  return `The headteacher is left out: ${noAddressIn(values.headteacher_email)}`
}

const readFields = (values: Cells, school: SchoolSaid, people: readonly PersonRead[]): Entry => {
  const askedOn = dayIn(values.asked_on)
  const miles = Number.parseInt(values.travel, 10)
  return {
    school,
    people,
    telephone: parseTelephone(values.person_telephone),
    headteacher: headteacherOf(values),
    askedOn,
    preference: textOrNull(values.preference.slice(0, 200)),
    travel: miles > 0 && miles < 1000 ? miles : null,
    accessNeeds: textOrNull(values.access_needs.slice(0, 1000)),
    comments: commentsOf(values, people.length, askedOn),
  }
}

const onlyOnce = (people: readonly PersonRead[]): readonly PersonRead[] =>
  people.filter((person, at) => people.findIndex(({ email }) => email === person.email) === at)

/** Reads a row by what its columns are matched to; `above` is the school of the rows before it, where blank means the same. */
export const readRow = (cells: readonly string[], shape: Shape, above: SchoolSaid | null): RowRead => {
  const values = cellsOf(cells, shape)
  const own = schoolSaid(cells, shape)
  const fills = isNoSchool(own) && above !== null && shape.options.fillsDown
  const school = fills ? above : own
  const first = peopleOf(values, 'person', shape.options)
  const second = peopleOf(values, 'second', shape.options)
  const people = onlyOnce([...first.people, ...second.people])
  // Somebody else who cannot be read does not stand in the way of the first.
  const faults = [isNoSchool(school) ? 'no school is named' : '', ...first.faults].filter(Boolean)
  const warnings = [
    ...first.warnings,
    ...second.warnings,
    ...second.faults.map((fault) => `The second person is not named: ${fault}`),
    ...(fills ? ['The school is that of the row above'] : []),
    ...[headteacherLacks(values)].filter((lack) => lack !== null),
  ]
  const refusal = faults.length > 0 ? sentenceOf(faults) : null
  return {
    entry: readFields(values, school, people),
    who: people.map(({ name }) => name).join(' and ') || namesOf(values, 'person', shape.options).join(' and '),
    refusal,
    leftOut: over.test(values.status) ? `Its status is “${values.status.slice(0, 60)}”` : null,
    warnings,
  }
}

const sentenceOf = (faults: readonly string[]): string => {
  const whole = faults.join('; ')
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}
