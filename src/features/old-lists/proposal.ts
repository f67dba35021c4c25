import { parsePostcode } from '../../vocabulary/postcode.ts'
import { parseTelephone } from '../../vocabulary/telephone.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import { type FieldKey, isFieldFor, mayRepeat } from './fields.ts'
import type { ListKind, Options } from './old-list.ts'

const second = String.raw`\b(second|2nd|other|additional|another|colleague|deputy)\b|\b(participant|person|teacher|attendee|delegate|name|email) ?2\b`

/** Words of headings, the most telling first: a form may ask "What is your role in your school?". */
const patterns: readonly (readonly [RegExp, FieldKey | 'nothing'])[] = [
  [/\b(consent|agree|privacy|gdpr|mailing list|signature)\b/, 'nothing'],
  [/\bline manager\b/, 'nothing'],
  [
    /\b(head ?teacher|head of school|principal)\b.*\be ?mail|\be ?mail\b.*\b(head ?teacher|head of school|principal)\b/,
    'headteacher_email',
  ],
  [
    /\b(head ?teacher|head of school|principal)s?\b.*\bname|\bname\b.*\b(head ?teacher|head of school|principal)\b|^(head ?teacher|head of school|principal)$/,
    'headteacher_name',
  ],
  [/\burn\b|unique reference number|\bdfe (no|number)\b/, 'school_urn'],
  [/\bpost ?code\b/, 'school_postcode'],
  [
    /\b(dietary|diet|allerg\w*|access|accessibility|adjustments?|special (needs|requirements)|additional needs)\b/,
    'access_needs',
  ],
  [/\b(how many|number of|no of|places (wanted|needed|booked|requested)|quantity|qty|tickets)\b/, 'people_count'],
  [new RegExp(`(${second}).*\\be ?mail|\\be ?mail.*(${second})`), 'second_email'],
  [new RegExp(`(${second}).*\\b(role|job|position|post)\\b`), 'second_post'],
  [new RegExp(`(${second}).*\\b(first name|forename)\\b`), 'second_first'],
  [new RegExp(`(${second}).*\\b(surname|last name)\\b`), 'second_last'],
  [/\be ?mail\b/, 'person_email'],
  [/\b(phone|telephone|tel|mobile|contact (no|number))\b/, 'person_telephone'],
  [/\b(first name|forename|given name|firstname)\b/, 'person_first'],
  [/\b(surname|last name|family name|lastname)\b/, 'person_last'],
  [/\b(role|job|position|job title|responsibility|responsibilities|what do you do)\b|^post$/, 'person_post'],
  [/\b(prefer\w*|first choice|which (group|session|theme|cohort|venue|option))\b/, 'preference'],
  [/\b(travel|miles|distance)\b/, 'travel'],
  [/\b(timestamp|submitted|submission|completion time|date|booked on|created|received)\b/, 'asked_on'],
  [/\b(status|state|attending|outcome)\b/, 'status'],
  [
    /\b(comments?|notes?|anything else|questions?|remarks?|other information|further information|tell us)\b/,
    'comments',
  ],
  [new RegExp(`(${second}).*\\b(name|teacher|participant|person|attendee)\\b`), 'second_name'],
  [/\b(town|city|locality)\b/, 'school_town'],
  [
    /\b(type|phase|address|website|local authority|borough)\b.*\bschool\b|\bschool\b.*\b(type|phase|address|website)\b/,
    'nothing',
  ],
  [
    /\b(school|college|organisation|organization|institution|establishment|setting|provider|academy|sch)\b/,
    'school_name',
  ],
  [/\b(name|contact|attendee|participant|delegate|teacher|lead|who)\b/, 'person_name'],
]

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/e-mail/g, 'email')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a heading says its column holds; null when it says nothing known. */
export const patternOf = (heading: string): FieldKey | 'nothing' | null =>
  patterns.find(([pattern]) => pattern.test(plain(heading)))?.[1] ?? null

const mostly = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(is).length > values.length / 2

const tests: readonly (readonly [(value: string) => boolean, FieldKey])[] = [
  [(value) => /\S@\S+\.\S/.test(value), 'person_email'],
  [(value) => parsePostcode(value) !== null, 'school_postcode'],
  [(value) => /\b(school|academy|college|primary|infants?|juniors?|cofe)\b/i.test(value), 'school_name'],
  [(value) => parseDate(value.slice(0, 10)) !== null, 'asked_on'],
  [(value) => parseTelephone(value) !== null, 'person_telephone'],
]

const byValues = (values: readonly string[]): FieldKey | null => tests.find(([is]) => mostly(values, is))?.[1] ?? null

// Where a column of titles (Mr, Mrs) is called "Title", or a heading misleads, the values know better.
const isContradicted = (field: FieldKey | 'nothing', values: readonly string[]): boolean => {
  if (values.length === 0) return false
  if (field.endsWith('_email')) return !values.some((value) => value.includes('@'))
  if (field === 'asked_on') return !values.some((value) => /\d{1,4}[-/. ]\w{2,9}/.test(value))
  return field === 'school_urn' && !values.some((value) => /\d{6}/.test(value))
}

const meant = (heading: string, values: readonly string[]): FieldKey | 'nothing' | null => {
  const said = patternOf(heading)
  return said !== null && !isContradicted(said, values) ? said : byValues(values)
}

const secondOf: Readonly<Partial<Record<FieldKey, FieldKey>>> = {
  person_name: 'second_name',
  person_first: 'second_first',
  person_last: 'second_last',
  person_email: 'second_email',
  person_post: 'second_post',
}

// Of two columns of the same, the second is the second person's; a third is nothing known.
const freeField = (field: FieldKey, taken: ReadonlySet<string>): FieldKey | null => {
  if (mayRepeat(field) || !taken.has(field)) return field
  const other = secondOf[field]
  return other && !taken.has(other) ? other : null
}

/** Proposes what each column holds, by the words of its heading and by its values; empty where nothing is proposed. */
export const proposeMatching = (
  header: readonly string[],
  samples: readonly (readonly string[])[],
  kind: ListKind,
): readonly string[] => {
  const taken = new Set<string>()
  return header.map((heading, at) => {
    const field = meant(heading, samples[at] ?? [])
    const isKnown = field !== null && field !== 'nothing' && isFieldFor(field, kind)
    const free = isKnown ? freeField(field, taken) : null
    if (free !== null) taken.add(free)
    return free ?? ''
  })
}

/** Proposes how names and blank schools are to be read, by what stands in the rows. */
export const proposeOptions = (rows: readonly (readonly string[])[], matching: readonly string[]): Options => {
  const nameAt = matching.indexOf('person_name')
  const schoolAt = ['school_name', 'school_urn'].map((key) => matching.indexOf(key)).filter((at) => at !== -1)
  const names = nameAt === -1 ? [] : rows.map((cells) => cells[nameAt] ?? '').filter((name) => name !== '')
  const emailAt = matching.indexOf('person_email')
  const blank = rows.filter(
    (cells) => (cells[emailAt] ?? '') !== '' && schoolAt.every((at) => (cells[at] ?? '') === ''),
  )
  return {
    surnameFirst: mostly(names, (name) => /^[^,]+,\s*[^,]+$/.test(name)),
    // One blank is a gap, many are a habit.
    fillsDown: schoolAt.length > 0 && blank.length > 1 && blank.length >= rows.length / 10,
  }
}
