import { hubsOfTheMidlandsAndEast } from './hubs-midlands-and-east.ts'
import { hubsOfTheNorth } from './hubs-north.ts'
import { hubsOfTheSouthAndLondon } from './hubs-south-and-london.ts'
import type { HubFact } from './shapes.ts'

/** The 40 Maths Hubs as far as they are known: null means that nobody knows yet. */
export const hubs: readonly HubFact[] = [
  ...hubsOfTheNorth,
  ...hubsOfTheMidlandsAndEast,
  ...hubsOfTheSouthAndLondon,
].toSorted((a, b) => a.slug.localeCompare(b.slug, 'en'))

/** The network that these hubs make up. */
export const network = {
  name: 'Maths Hubs',
  coordinator: 'National Centre for Excellence in the Teaching of Mathematics (NCETM)',
  since: 2014,
} as const
