import type { SchoolPhase } from '../../vocabulary/school-phases.ts'
import { isSchoolPhase } from '../../vocabulary/school-phases.ts'
import { type InterestStatus, isInterestStatus } from '../interest/index.ts'

export const listOrders = ['school', 'project', 'status', 'verdict', 'area', 'people', 'waiting', 'received'] as const

export const verdictsInSum = ['yes', 'no', 'not_yet_known'] as const
export type VerdictInSum = (typeof verdictsInSum)[number]

/** For how many days at least a request has waited, as the list can be narrowed to. */
export const daysWaited = [7, 14, 28, 56] as const

/** What a hub's list of requests is narrowed to, as its address says it. */
export type Narrowed = {
  readonly q: string
  readonly offer: string
  readonly status: InterestStatus | ''
  readonly verdict: VerdictInSum | ''
  readonly phase: SchoolPhase | ''
  readonly area: string
  readonly waited: string
  readonly note: 'yes' | ''
  readonly agreement: 'outstanding' | ''
  readonly names: 'missing' | ''
  readonly noticed: 'yes' | ''
}

const only = <Word extends string>(text: string | null, word: Word): Word | '' => (text === word ? word : '')

const oneOf = <Word extends string>(text: string, words: readonly Word[]): Word | '' =>
  words.find((word) => word === text) ?? ''

/** Reads the address of the list; what it does not know narrows nothing. */
export const narrowedBy = (query: URLSearchParams): Narrowed => {
  const said = (name: string): string => (query.get(name) ?? '').trim().slice(0, 100)
  const status = said('status')
  const phase = said('phase')
  return {
    q: said('q'),
    offer: said('offer'),
    status: isInterestStatus(status) && status !== 'draft' ? status : '',
    verdict: oneOf(said('verdict'), verdictsInSum),
    phase: isSchoolPhase(phase) ? phase : '',
    area: /^\w{1,12}$/.test(said('area')) ? said('area') : '',
    waited: oneOf(said('waited'), daysWaited.map(String)),
    note: only(query.get('note'), 'yes'),
    agreement: only(query.get('agreement'), 'outstanding'),
    names: only(query.get('names'), 'missing'),
    noticed: only(query.get('noticed'), 'yes'),
  }
}

/** The same as an address says it: what narrows nothing is left out. */
export const asQuery = (narrowed: Narrowed): Record<string, string> =>
  Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== ''))

export const verdictLabels: Readonly<Record<VerdictInSum, string>> = {
  yes: 'Yes',
  no: 'No',
  not_yet_known: 'Not yet known',
}
