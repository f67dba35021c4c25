import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { hubsServing, neighbourHubs } from '../../organisations/index.ts'
import { allAuthorities, authorityInFull, schoolsOfAuthority } from '../queries.ts'
import { authoritiesView, authorityView } from './authorities.view.ts'

const pageSize = 50

export const showAuthorities: Page = async ({ context: { db, today }, query, frame }) => {
  const words = (query.get('q') ?? '').trim().slice(0, 100)
  return page(authoritiesView(frame, { words, authorities: await allAuthorities(db, { words, today }) }))
}

const pageFrom = (query: URLSearchParams): number => {
  const asked = Number(query.get('page') ?? 1)
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
}

export const showAuthority: Page = async ({ context: { db }, params, query, frame }) => {
  const code = params['authority'] ?? ''
  const authority = found(await authorityInFull(db, code))
  const at = pageFrom(query)
  const hubs = await hubsServing(db, code)
  const neighbours = hubs.length > 0 ? [] : await neighbourHubs(db, code)
  const schools = await schoolsOfAuthority(db, { code, from: (at - 1) * pageSize, most: pageSize })
  return page(authorityView(frame, { authority, hubs, neighbours, schools, page: at, pageSize }))
}
