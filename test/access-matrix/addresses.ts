import type { Route } from '../../src/platform/http/routes.ts'
import type { Records } from './records.ts'

/** What `:id` names depends on what stands before it. */
const idAfter: Readonly<Record<string, string>> = {
  groups: 'group',
  charges: 'charge',
  interest: 'interest',
  merges: 'merge',
  offers: 'offerId',
  outbox: 'message',
  places: 'place',
  successions: 'succession',
  placement: 'run',
}

const constant: Readonly<Record<string, string>> = {
  part: 'about',
  rule: 'new',
  step: 'preferences',
  kind: 'name',
  year: '2021-22',
  token: 'no-such-token',
  model: 'work_group',
  month: '11',
  key: 'primary-mastery',
  notice: 'new',
  yearSection: 'new',
  goal: 'new',
  partnerBody: 'new',
  version: '1',
}

/** Stands for a record that the world does not have: an address that opens for nobody. */
export const nobodys = '00000000-0000-7000-8000-00000000000f'

// The hub's own work names an offer by its id, its public pages by its words.
const namedUnder: Readonly<Record<string, string>> = {
  'hub organisation': 'schoolOfHub',
  'hub project': 'ownProject',
  'hub offer': 'offerId',
  'hub interest': 'interestInRun',
  'hub authority': 'authorityOfHub',
  'hub termList': 'termListOfHub',
  'network section': 'yearSection',
}

const nameOf = (parameter: string, before: string, path: string): string => {
  if (parameter === 'id') return idAfter[before] ?? `id after ${before}`
  if (parameter === 'code') return before === 'statements' ? 'statementCode' : 'code'
  return namedUnder[`${path.split('/')[1]} ${parameter}`] ?? parameter
}

/** The records an address names, in their order. */
export const namesIn = (path: string): readonly string[] => {
  const parts = path.split('/')
  return parts.flatMap((part, at) => {
    const parameter = /^:(\w+)/.exec(part)?.[1]
    return parameter ? [nameOf(parameter, parts[at - 1] ?? '', path)] : []
  })
}

/** The address with records put in, and whether the world has them all. */
export const addressWith = (path: string, records: Records): { url: string; exists: boolean } => {
  let exists = true
  const parts = path.split('/')
  const filled = parts.map((part, at) => {
    const [whole, parameter] = /^:(\w+)/.exec(part) ?? []
    if (!whole || !parameter) return part
    const name = nameOf(parameter, parts[at - 1] ?? '', path)
    const value = records[name] ?? constant[name] ?? constant[parameter]
    if (value === undefined) exists = false
    return part.replace(whole, value ?? nobodys)
  })
  return { url: filled.join('/'), exists }
}

export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`

type Form = Readonly<Record<string, string>>

/** What a form must at least say to mean anything; the rest stays empty, so that it is taken but comes back with its errors. */
const forms: Readonly<Record<string, (records: Records) => Form>> = {
  'POST /hub/:hub/groups/new': ({ offerId = '' }) => ({ offer: offerId }),
  'POST /hub/:hub/placement': ({ offerId = '' }) => ({ offer: offerId }),
  'POST /hub/:hub/interest/:id': () => ({ act: 'decline' }),
  'POST /hub/:hub/offers/:offer/interest/new': ({ school = '' }) => ({ organisation: school }),
  'POST /offers/:id/interest/new': ({ school = '' }) => ({ organisation: school }),
  'POST /hub/:hub/offers/:offer/texts': ({ text = '' }) => ({ move: `up ${text}` }),
  'POST /place/:token': () => ({ act: 'accept' }),
  'POST /status/:token': () => ({ act: 'accept' }),
}

export const formOf = (route: Pick<Route, 'method' | 'path'>, records: Records): Form =>
  forms[keyOf(route)]?.(records) ?? {}
