import { type OrganisationKey, schoolsIn } from './organisations.ts'

/** A group of 2020/21: it met online, as everything did that year. */
export type EarlierGroup = {
  readonly hub: string
  readonly slug: string
  readonly name: string
  readonly administrator: string
  readonly lead: { readonly organisation: OrganisationKey; readonly which: string } | { readonly email: string }
  readonly schools: readonly number[]
  /** The stage that the project leads through, if it does. */
  readonly stage: string | null
  /** A school that left after the second session. */
  readonly leaves: number | null
  /** The share of the sessions that completing takes, in percent, where the project says so. */
  readonly share: number | null
  readonly dates: readonly string[]
}

const primary = (): EarlierGroup => ({
  hub: 'east-midlands-east',
  slug: 'primary-teaching-for-mastery-development',
  name: 'Development, Lincolnshire',
  administrator: 'tunde.hallworthy@eme-hub.example',
  lead: { organisation: 900012, which: 'specialist' },
  schools: [900011, ...schoolsIn('primary', ['925']).slice(4, 8), 900015],
  stage: 'primary_development',
  leaves: 900015,
  share: null,
  dates: ['2020-10-08', '2020-12-03', '2021-02-11', '2021-04-29', '2021-06-17'],
})

const secondary = (): EarlierGroup => ({
  hub: 'london-central-and-west',
  slug: 'secondary-teaching-for-mastery-development',
  name: 'Secondary mastery, west London',
  administrator: 'rohan.petrescu@lcw-hub.example',
  lead: { email: 'kwabena.szymanski@larkholm.sch.example' },
  schools: [900002, 900003, 900005, 900008, 900009],
  stage: 'secondary_development',
  leaves: 900008,
  share: null,
  dates: ['2020-10-14', '2020-12-09', '2021-03-03', '2021-05-26'],
})

const own = (): EarlierGroup => ({
  hub: 'london-central-and-west',
  slug: 'reasoning-aloud-in-key-stage-3',
  name: 'Reasoning aloud, Harrow and Hillingdon',
  administrator: 'rohan.petrescu@lcw-hub.example',
  lead: { email: 'marisol.featherby@plovergate.sch.example' },
  schools: [900010, ...schoolsIn('secondary', ['310', '312']).slice(0, 5)],
  stage: null,
  leaves: null,
  share: 60,
  dates: ['2020-11-11', '2021-02-24', '2021-05-19'],
})

/** The groups of 2020/21 that the demonstration plays. */
export const earlierGroups = (): readonly EarlierGroup[] => [primary(), secondary(), own()]

/** Schools whose stages of 2020/21 come from these groups and not from what was moved over. */
export const schoolsOfEarlierGroups = (): readonly number[] =>
  [primary(), secondary()].flatMap(({ schools }) => schools)
