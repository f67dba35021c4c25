import { kindOf } from './school-kinds.ts'
import type { SchoolFact } from './shapes.ts'

type Stated = Pick<
  SchoolFact,
  'urn' | 'name' | 'authorityCode' | 'street' | 'town' | 'postcode' | 'easting' | 'northing'
> &
  Partial<SchoolFact>

const domainOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-(?:primary|high|academy|school|church|catholic|community|college|sixth|infant|junior|park).*$/, '')

const open = {
  status: 'open',
  openedOn: null,
  closedOn: null,
  successorUrn: null,
  invented: true,
} as const

/** An invented primary school that is open, unless said otherwise. */
export const primary = (stated: Stated, typeCode = '1'): SchoolFact => ({
  ...open,
  ...kindOf('primary', typeCode, [4, 11]),
  emailDomains: [`${domainOf(stated.name)}.sch.example`],
  ...stated,
})

/** An invented secondary school that is open, unless said otherwise. */
export const secondary = (stated: Stated, typeCode = '34', highAge = 18): SchoolFact => ({
  ...open,
  ...kindOf('secondary', typeCode, [11, highAge]),
  emailDomains: [`${domainOf(stated.name)}.sch.example`],
  ...stated,
})
