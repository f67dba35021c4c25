import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import { parseUkprn } from '../../vocabulary/ukprn.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import {
  type Authority,
  authorityByCode,
  hubsServing,
  neighbourHubs,
  type Organisation,
  organisationById,
  schoolByUrn,
  searchOrganisations,
} from '../organisations/index.ts'
import type { Served } from './place.ts'

const served = async (db: Reader, authority: Authority): Promise<Served> => {
  const hubs = await hubsServing(db, authority.code)
  return { authority, hubs, neighbours: hubs.length > 0 ? [] : await neighbourHubs(db, authority.code) }
}

/** The hubs that serve an authority, with the neighbours where none does. */
export const servedAuthority = async (db: Reader, code: string): Promise<Served | null> => {
  const authority = await authorityByCode(db, code)
  return authority ? served(db, authority) : null
}

/** The organisation at an address of the site: by URN, UKPRN or id. */
export const organisationAt = async (db: Reader, sign: string): Promise<Organisation | null> => {
  const urn = parseUrn(sign)
  if (urn !== null) return schoolByUrn(db, urn)
  if (isId(sign)) return organisationById(db, sign)
  const ukprn = parseUkprn(sign)
  return ukprn === null ? null : ((await searchOrganisations(db, ukprn, { most: 1 }))[0] ?? null)
}
