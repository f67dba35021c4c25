import type { Reader } from '../../platform/database/index.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import type { SchoolSaid } from '../old-lists/index.ts'
import { type Candidate, schoolMeant } from '../old-lists/index.ts'
import {
  type Organisation,
  organisationsById,
  organisationsBySigns,
  plainName,
  searchOrganisations,
  successorsOf,
} from '../organisations/index.ts'
import { kept } from './kept-queries.ts'

export type Choice = { readonly organisationId: string; readonly reason: string | null }

/** A school as rows name it, with what it may be. */
export type SchoolFound = {
  readonly key: string
  readonly said: string
  readonly rows: number
  readonly certainty: 'certain' | 'likely' | 'unknown' | 'decided' | 'left_out'
  readonly organisationId: string | null
  readonly reason: string | null
  readonly candidates: readonly Choice[]
}

/** The schools that an import names, those to decide first. */
export const schoolsOf = async (db: Reader, importId: string): Promise<readonly SchoolFound[]> => {
  const rows = await db
    .selectFrom('import_schools')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('said')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    said: row.said,
    rows: row.rows_count,
    certainty: row.certainty as SchoolFound['certainty'],
    organisationId: row.organisation_id,
    reason: row.reason,
    candidates: kept.choices(row.candidates),
  }))
}

/** What a hub has decided before of names of schools, by their keys. */
export const decisionsOf = async (
  db: Reader,
  hubId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('import_school_decisions')
    .select(['key', 'organisation_id'])
    .where('hub_id', '=', hubId)
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, row.organisation_id]))
}

const candidateOf = ({ id, name, urn, postcode, town, status }: Organisation): Candidate => ({
  id,
  name,
  urn,
  postcode,
  town,
  isClosed: status === 'closed',
})

export const wordsOf = ({ name, urn, postcode, town }: SchoolSaid): string =>
  [name, urn && `URN ${urn}`, postcode, town].filter(Boolean).join(', ')

const kinds = ['school', 'itt_provider', 'trust', 'other'] as const

type Signs = {
  readonly byUrn: ReadonlyMap<number, Organisation>
  readonly byPostcode: ReadonlyMap<string, readonly Organisation[]>
  readonly byName: ReadonlyMap<string, readonly Organisation[]>
}

const candidatesFor = async (db: Reader, said: SchoolSaid, signs: Signs): Promise<readonly Candidate[]> => {
  const numbered = signs.byUrn.get(parseUrn(said.urn) ?? 0)
  const near = signs.byPostcode.get(said.postcode) ?? []
  const alike = signs.byName.get(plainName(said.name)) ?? []
  const direct = [...new Set([...(numbered ? [numbered] : []), ...near, ...alike])]
  const known = direct.map(candidateOf)
  // A name alone may be written like another that is nearly the same: then those are looked for as well.
  const isTold = said.urn !== '' || said.postcode !== '' || said.town !== ''
  if (isTold && schoolMeant(said, known).certainty === 'certain') return known
  // With the town first, so that of forty St Mary's the right one is among the few.
  const searched =
    said.name === '' ? [] : await searchOrganisations(db, `${said.name} ${said.town}`.trim(), { kinds, most: 8 })
  const more = said.town && searched.length < 3 ? await searchOrganisations(db, said.name, { kinds, most: 8 }) : []
  return [...new Map([...direct, ...searched, ...more].map((each) => [each.id, candidateOf(each)])).values()]
}

type Found = Pick<SchoolFound, 'certainty' | 'organisationId' | 'reason' | 'candidates'>

const choicesOf = async (db: Reader, { id, name, isClosed }: Candidate): Promise<readonly Choice[]> => {
  if (!isClosed) return [{ organisationId: id, reason: null }]
  const successors = await successorsOf(db, id)
  return successors.map((each) => ({ organisationId: each.id, reason: `follows ${name}, which has closed` }))
}

// A closed school can ask for nothing: whoever follows it is offered in its stead.
const insteadOfClosed = async (db: Reader, closed: Candidate): Promise<Found> => {
  const candidates = (await choicesOf(db, closed)).slice(0, 3)
  return {
    certainty: candidates.length > 0 ? 'likely' : 'unknown',
    organisationId: null,
    reason: `${closed.name} has closed${candidates.length > 0 ? '' : ', and nobody follows it'}`,
    candidates,
  }
}

const likely = async (db: Reader, candidates: readonly Candidate[]): Promise<Found> => {
  const choices = new Map<string, Choice>()
  for (const candidate of candidates)
    for (const choice of await choicesOf(db, candidate))
      if (!choices.has(choice.organisationId)) choices.set(choice.organisationId, choice)
  return {
    certainty: choices.size > 0 ? 'likely' : 'unknown',
    organisationId: null,
    reason: null,
    candidates: [...choices.values()].slice(0, 3),
  }
}

const findOne = async (db: Reader, said: SchoolSaid, signs: Signs): Promise<Found> => {
  const meant = schoolMeant(said, await candidatesFor(db, said, signs))
  if (meant.certainty === 'unknown')
    return { certainty: meant.certainty, organisationId: null, reason: null, candidates: [] }
  if (meant.certainty === 'likely') return likely(db, meant.candidates)
  if (meant.candidate.isClosed) return insteadOfClosed(db, meant.candidate)
  return { certainty: meant.certainty, organisationId: meant.candidate.id, reason: meant.reason, candidates: [] }
}

const signsOf = async (db: Reader, all: readonly SchoolSaid[]): Promise<Signs> => {
  const urns = all.flatMap(({ urn }) => parseUrn(urn) ?? [])
  const postcodes = all.map(({ postcode }) => postcode).filter(Boolean)
  const names = all.map(({ name }) => name).filter(Boolean)
  const found = await organisationsBySigns(db, { urns, postcodes, names })
  return {
    byUrn: new Map(found.flatMap((each) => (each.urn === null ? [] : [[each.urn, each] as const]))),
    byPostcode: Map.groupBy(found, ({ postcode }) => postcode ?? ''),
    byName: Map.groupBy(found, ({ name }) => plainName(name)),
  }
}

const atOnce = 4

/** Finds for each school that rows name, by its key, which one is meant: certain, likely or unknown. */
export const findSchools = async (
  db: Reader,
  said: ReadonlyMap<string, { readonly said: SchoolSaid; readonly rows: number }>,
  decided: ReadonlyMap<string, string>,
): Promise<readonly SchoolFound[]> => {
  const signs = await signsOf(
    db,
    [...said.values()].map((each) => each.said),
  )
  const open = await openOnes(db, [...new Set(decided.values())])
  const waiting = [...said]
  const found: SchoolFound[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [key, { said: school, rows }] = next
      const before = decided.get(key)
      const meant =
        before && open.has(before)
          ? { certainty: 'decided' as const, organisationId: before, reason: 'as you decided', candidates: [] }
          : await findOne(db, school, signs)
      found.push({ key, said: wordsOf(school), rows, ...meant })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found
}

const openOnes = async (db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const known = await organisationsById(db, ids)
  return new Set([...known.values()].filter(({ status }) => status !== 'closed').map(({ id }) => id))
}
