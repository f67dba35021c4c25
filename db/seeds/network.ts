import type { Transaction } from '../../src/platform/database/index.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { Directory } from './directory.ts'
import { authorities } from './facts/authorities.ts'
import { aboutHubs } from './facts/hub-texts.ts'
import { hubTiles } from './facts/hub-tiles.ts'
import { hubs, network } from './facts/hubs.ts'
import { type ProviderFact, providers, type TrustFact, trusts } from './facts/providers.ts'
import { schools } from './facts/schools.ts'
import type { SchoolFact } from './facts/shapes.ts'
import { countedOf, regionOf } from './registers/said-of.ts'

const dateOrNone = (date: string | null): Temporal.PlainDate | null => (date ? Temporal.PlainDate.from(date) : null)

// When a hub took its present name is not known: only that it was before the first year kept here.
const formerNamesEnd = Temporal.PlainDate.from('2019-08-31')

/** The network itself, its authorities, its hubs with their names and areas, and every school, provider and trust. */
export const loadNetwork = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('networks')
    .values({ id: newId(), name: network.name, coordinator: network.coordinator })
    .execute()
  await tx
    .insertInto('authorities')
    .values([...authorities])
    .execute()
  await loadHubs(tx, ids)
  await tx
    .insertInto('organisations')
    .values(schools.map((school) => schoolRow(school, ids)))
    .execute()
  await tx
    .insertInto('organisations')
    .values(providers.map((provider) => providerRow(provider, ids)))
    .execute()
  await tx
    .insertInto('organisations')
    .values(trusts.map((trust) => trustRow(trust, ids)))
    .execute()
  await loadSuccessors(tx, ids)
}

const loadHubs = async (tx: Transaction, ids: Directory): Promise<void> => {
  await tx
    .insertInto('hubs')
    .values(
      hubs.map(({ slug, region, website, email, telephone, areaAsDescribed }) => ({
        id: ids.hub(slug),
        slug,
        region,
        website,
        email,
        telephone,
        about: aboutHubs[slug] ?? null,
        area_described: areaAsDescribed,
        ...hubTiles[slug],
      })),
    )
    .execute()
  await tx
    .insertInto('hub_names')
    .values(
      hubs.flatMap(({ slug, name, formerly }) => [
        { hub_id: ids.hub(slug), name, to_on: null },
        ...formerly.map((former) => ({ hub_id: ids.hub(slug), name: former, to_on: formerNamesEnd })),
      ]),
    )
    .execute()
  await tx
    .insertInto('hub_areas')
    .values(
      hubs.flatMap(({ slug, areas }) =>
        (areas ?? []).map(({ authorityCode, describedAs, part }) => ({
          id: newId(),
          hub_id: ids.hub(slug),
          authority_code: authorityCode,
          described_as: describedAs,
          part,
        })),
      ),
    )
    .execute()
  await tx
    .insertInto('hub_lead_organisations')
    .values(
      hubs.flatMap(({ slug, leadSchools, leadSchoolsAsOf }) =>
        (leadSchools ?? []).map((name) => ({ id: newId(), hub_id: ids.hub(slug), name, as_of: leadSchoolsAsOf })),
      ),
    )
    .execute()
}

const schoolRow = (school: SchoolFact, ids: Directory) => ({
  id: ids.school(school.urn),
  kind: 'school',
  name: school.name,
  urn: school.urn,
  status: school.status,
  opened_on: dateOrNone(school.openedOn),
  closed_on: dateOrNone(school.closedOn),
  phase: school.phase,
  phase_code: school.phaseCode,
  authority_given: school.authorityCode,
  region: regionOf(school.authorityCode),
  ...countedOf(school),
  type_code: school.typeCode,
  type_name: school.typeName,
  state_funded: school.stateFunded,
  low_age: school.lowAge,
  high_age: school.highAge,
  ...addressOf(school),
  easting: school.easting,
  northing: school.northing,
})

const providerRow = (provider: ProviderFact, ids: Directory) => ({
  id: ids.body(provider.ukprn),
  kind: 'itt_provider',
  name: provider.name,
  ukprn: provider.ukprn,
  itt_kind: provider.ittKind,
  itt_phases: [...provider.ittPhases],
  ...addressOf(provider),
  easting: provider.easting,
  northing: provider.northing,
})

const trustRow = (trust: TrustFact, ids: Directory) => ({
  id: ids.body(trust.ukprn),
  kind: 'trust',
  name: trust.name,
  ukprn: trust.ukprn,
  ...addressOf({ ...trust, street: null, postcode: null }),
})

type Addressed = {
  readonly street: string | null
  readonly town: string
  readonly postcode: string | null
  readonly authorityCode: string
  readonly emailDomains: readonly string[]
  readonly invented: boolean
}

const addressOf = ({ street, town, postcode, authorityCode, emailDomains, invented }: Addressed) => ({
  street,
  town,
  postcode,
  authority_code: authorityCode,
  email_domains: [...emailDomains],
  invented,
})

const loadSuccessors = async (tx: Transaction, ids: Directory): Promise<void> => {
  const followed = schools.flatMap((school) =>
    school.successorUrn === null
      ? []
      : [
          {
            predecessor_id: ids.school(school.urn),
            successor_id: ids.school(school.successorUrn),
            since_on: dateOrNone(school.closedOn)?.add({ days: 1 }) ?? null,
          },
        ],
  )
  await tx.insertInto('organisation_successors').values(followed).execute()
}
