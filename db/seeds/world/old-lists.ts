// Lists as the tools that hubs used before write them: a web form's answers, a booking list, a sheet kept by hand.
import { chanceFrom } from '../facts/chance.ts'
import { schools } from '../facts/schools.ts'
import type { SchoolFact } from '../facts/shapes.ts'
import { peopleFrom, type Somebody } from './names.ts'

export type Listed = {
  readonly school: Pick<SchoolFact, 'urn' | 'name' | 'town' | 'postcode'>
  readonly people: readonly (Somebody & { readonly role: string })[]
  readonly askedOn: Temporal.PlainDate
}

const roles = [
  'Maths lead',
  'Y4 teacher',
  'Head of Maths',
  'Deputy Head',
  'Class teacher (ECT)',
  'Numeracy co-ordinator',
]

/** Schools of some authorities with people who asked, the same each time: `each` of every school, until there are so many. */
export const listedSchools = (
  most: number,
  { authorities, each = 1, seed = 7 }: { authorities?: readonly string[]; each?: number; seed?: number } = {},
): readonly Listed[] => {
  const chance = chanceFrom(seed)
  const invent = peopleFrom(chance)
  const fitting = schools.filter(
    ({ status, authorityCode }) => status === 'open' && (authorities?.includes(authorityCode) ?? true),
  )
  return fitting.slice(0, most).map((school, at) => ({
    school,
    people: Array.from({ length: each }, () => ({
      ...invent(school.emailDomains[0] ?? 'school.example'),
      role: chance.pick(roles),
    })),
    askedOn: Temporal.PlainDate.from('2021-06-01').add({ days: (at * 7) % 90 }),
  }))
}

type Rows = readonly (readonly string[])[]

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const british = ({ day, month, year }: Temporal.PlainDate): string => `${twoDigits(day)}/${twoDigits(month)}/${year}`
const surnameFirst = (name: string): string => {
  const [first = '', ...rest] = name.split(' ')
  return `${rest.join(' ')}, ${first}`
}

export const webFormHeader: readonly string[] = [
  'Timestamp',
  'Email Address',
  'What is your full name?',
  'What is the name of your school? (Please write it out in full.)',
  'School postcode',
  'What is your role in school?',
  'Who else would take part? Please give the name of a second teacher.',
  'Email address of the second teacher',
  'How many teachers would you like to send?',
  'Do you have any access or dietary requirements?',
  'Is there anything else that you would like us to know?',
  'I agree that the hub keeps these details (see our privacy notice)',
]

// Some shout, some write a postcode as it comes.
const shouted = (email: string, at: number): string => (at % 11 === 0 ? ` ${email.toUpperCase()} ` : email)
const asItComes = (postcode: string, at: number): string =>
  at % 5 === 0 ? postcode.replace(' ', '').toLowerCase() : postcode

const answerOf = ({ school, people: [first, second], askedOn }: Listed, at: number): readonly string[] => [
  `${askedOn}T${twoDigits(8 + (at % 9))}:${twoDigits((at * 13) % 60)}:00Z`,
  shouted(first?.email ?? '', at),
  first?.name ?? '',
  school.name,
  asItComes(school.postcode ?? '', at),
  first?.role ?? '',
  second?.name ?? '',
  second?.email ?? '',
  second ? '2' : '1',
  at % 6 === 0 ? 'Step-free access, please' : '',
  at % 4 === 0 ? 'We took part last year.\nCould we be with a school near us, "if possible"?' : '',
  'Yes',
]

/** A web form's answers: one row for a school, its questions as headings, line breaks within answers. */
export const webFormRows = (listed: readonly Listed[]): Rows => [webFormHeader, ...listed.map(answerOf)]

export const bookingHeader: readonly string[] = [
  'Booking ref',
  'Event',
  'Attendee',
  'Attendee e-mail',
  'Organisation',
  'Town',
  'Job title',
  'Booked on',
  'Status',
  'Dietary requirements',
]

/** A booking list: one row for each attendee, surnames first, days the British way round, a status. */
export const bookingRows = (listed: readonly Listed[], event = 'Maths workshops'): Rows => [
  bookingHeader,
  ...listed.flatMap(({ school, people, askedOn }, at) =>
    people.map((person, which) => [
      `BK-${1000 + at * 2 + which}`,
      event,
      surnameFirst(person.name),
      person.email,
      school.name,
      school.town ?? '',
      person.role,
      british(askedOn),
      (at * 2 + which) % 29 === 28 ? 'Cancelled' : 'Confirmed',
      at % 7 === 3 ? 'Crème brûlée: no; vegetarian' : '',
    ]),
  ),
]

/** A name as somebody in a hurry writes it. */
export const inAHurry = (name: string): string =>
  name
    .replace(/^Saint /, 'St ')
    .replaceAll(/['’]/g, '')
    .replace(/Church of England|C of E/, 'CofE')
    .replace(/ Primary School$/, ' Primary')
    .replace(/ School$/, '')

/** A sheet kept by hand: titles above, gaps between, what is the same left blank, two people in a cell, numbers in the wrong column. */
export const handKeptRows = (listed: readonly Listed[]): Rows => [
  ['Sign ups 2021-22'],
  ['updated SB 3/9 - please don’t sort!!'],
  [],
  ['School', 'Contact', 'Email', 'Tel', 'Date', 'Notes'],
  ...listed.flatMap(({ school, people, askedOn }, at) => {
    const [first, second] = people
    const name = inAHurry(school.name)
    const day = british(askedOn)
    if (!first) return []
    if (at % 9 === 5) return [[name, first.name, '07700 900123', '', day, 'ring her, no email yet']]
    if (!second) return [[name, first.name, first.email, '020 7946 0018', day, '']]
    if (at % 3 === 0)
      return [[name, `${first.name} & ${second.name}`, `${first.email}; ${second.email}`, '', day, 'both coming'], []]
    return [
      [name, first.name, first.email, '', day, ''],
      ['', second.name, second.email, '', '', 'same school'],
    ]
  }),
]
