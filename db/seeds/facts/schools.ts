import { firstInventedUrn } from '../../../src/vocabulary/urn.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { fixedSchools } from './fixed-schools.ts'
import { inventedPlaces, saints, streets } from './invented-names.ts'
import { kindOf, type NamedKind, primaryKinds, rarerKinds, secondaryKinds } from './school-kinds.ts'
import type { SchoolFact } from './shapes.ts'
import type { TownFact } from './town-fact.ts'
import { townsOfTheEast } from './towns-east.ts'
import { townsElsewhere } from './towns-elsewhere.ts'
import { townsOfTheLondonHubs } from './towns-london.ts'

const firstGeneratedUrn = firstInventedUrn + 101
const unitLetters = ['A', 'B', 'D', 'E', 'F', 'G', 'H', 'J', 'L', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'W', 'X', 'Y', 'Z']

// Some names that the lists above make are those of schools or places that exist.
const taken = new Set([
  'Harecroft',
  'Larkrise',
  'Sparrowcroft',
  'Swiftcroft',
  'Rushmere',
  'Rushcombe',
  'Tamselmere',
  'Sedgemere',
])

const wanted = (): readonly { readonly town: TownFact; readonly kinds: readonly NamedKind[] }[] => {
  const towns = [...townsOfTheLondonHubs, ...townsOfTheEast, ...townsElsewhere]
  const usual = towns.flatMap((town) => [
    ...Array.from({ length: town.primaries }, () => ({ town, kinds: primaryKinds })),
    ...Array.from({ length: town.secondaries }, () => ({ town, kinds: secondaryKinds })),
  ])
  const rare = towns
    .filter((_town, index) => index % 5 === 1)
    .map((town, index) => ({ town, kinds: rarerKinds.slice(index % rarerKinds.length).slice(0, 1) }))
  return [...usual, ...rare]
}

const invent = (
  urn: number,
  place: string,
  town: TownFact,
  kinds: readonly NamedKind[],
  chance: Chance,
): SchoolFact => {
  const { kind, name } = chance.pick(kinds)
  const unit = `${chance.below(10)}Z${chance.pick(unitLetters)}`
  return {
    ...kind,
    urn,
    name: name(place, chance.pick(saints)),
    status: 'open',
    openedOn: null,
    closedOn: null,
    successorUrn: null,
    authorityCode: town.authorityCode,
    street: chance.pick(streets),
    town: town.name,
    postcode: `${town.outward} ${unit}`,
    // Within about a mile of the middle of the town.
    easting: town.easting + chance.below(2400) - 1200,
    northing: town.northing + chance.below(2400) - 1200,
    emailDomains: [`${place.toLowerCase()}.${chance.below(3) === 0 ? 'example' : 'sch.example'}`],
    invented: true,
  }
}

const generated = (): readonly SchoolFact[] => {
  const chance = chanceFrom(20_211_018)
  const used = new Set(fixedSchools.map((school) => school.name.split(' ')[0]))
  const places = chance.shuffled(inventedPlaces.filter((place) => !taken.has(place) && !used.has(place)))
  return wanted().map(({ town, kinds }, index) => {
    const place = places[index]
    if (!place) throw new RangeError('There are more schools to invent than names')
    return invent(firstGeneratedUrn + index, place, town, kinds, chance)
  })
}

/** The community school that a generated academy took the place of, with the name it had before. */
const predecessorOf = (academy: SchoolFact, urn: number): SchoolFact => ({
  ...academy,
  ...kindOf(academy.phase, '1', [academy.lowAge, academy.highAge]),
  urn,
  name: `${academy.name.split(' ')[0]} County ${academy.phase === 'primary' ? 'Primary School' : 'Secondary School'}`,
  status: 'closed',
  closedOn: '2018-08-31',
  successorUrn: academy.urn,
  openedOn: null,
  emailDomains: [],
})

const withHistory = (schools: readonly SchoolFact[]): readonly SchoolFact[] => {
  const academies = schools.filter((school) => school.typeCode === '28').slice(0, 5)
  const opened = new Set(academies.map((academy) => academy.urn))
  const closing = new Set(
    schools
      .filter((school) => school.phase === 'primary' && school.highAge === 7)
      .slice(1, 3)
      .map((school) => school.urn),
  )
  const dated = schools.map((school) => ({
    ...school,
    openedOn: opened.has(school.urn) ? '2018-09-01' : school.openedOn,
    status: closing.has(school.urn) ? ('proposed_to_close' as const) : school.status,
  }))
  return [...dated, ...academies.map((academy, index) => predecessorOf(academy, firstInventedUrn + 51 + index))]
}

/** Every invented school of the demonstration, in the order of its number. */
export const schools: readonly SchoolFact[] = [...fixedSchools, ...withHistory(generated())].toSorted(
  (a, b) => a.urn - b.urn,
)
