// A register of invented schools whose names repeat and resemble each other as those of real registers do:
// a few saints and trees in every town, the same few words behind them, the town sometimes in the name and sometimes not.
import type { Pool } from 'pg'
import { authorities } from '../../db/seeds/facts/authorities.ts'
import { type Chance, chanceFrom } from '../../db/seeds/facts/chance.ts'
import { inventedPlaces, streets } from '../../db/seeds/facts/invented-names.ts'
import { townsOfTheEast } from '../../db/seeds/facts/towns-east.ts'
import { townsElsewhere } from '../../db/seeds/facts/towns-elsewhere.ts'
import { townsOfTheLondonHubs } from '../../db/seeds/facts/towns-london.ts'

export type School = {
  readonly urn: number
  readonly name: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly authority: string
  readonly status: 'open' | 'closed'
}

const saints =
  `Mary|Mary|Mary|John|John|Peter|Peter|Joseph|Joseph|Thomas|Michael|Anne|Bede|Cuthbert|Hilda|Paul|James|Andrew|George|Mark|
Luke|Matthew|Stephen|Patrick|Teresa|Bernadette|Augustine|Benedict|Edmund|Oswald|Aidan|Chad|Wilfrid|Botolph|Nicholas|Margaret|Catherine|
Philip|Francis|Anthony`.split(/\|\s*/)
const growing =
  `Oakfield|Elmhurst|Ashgrove|Beechwood|Willowbrook|Thornbury|Larkspur|Hazelmere|Rowanlea|Maplecroft|Birchdale|Hollybank|
Meadow|Highfield|Greenfields|Riverside|Hillside|Woodlands|Parkside|Fairfield|Springfield|Moorside|Lakeside|Brookfield|Westfield|Eastfield|
Northgate|Southgate|Orchard|Millbrook|Ferndale|Foxhills|Kingsmead|Queensway|Manor|Priory|Abbey|Grange|Castle|Bridge`.split(
    /\|\s*/,
  )
const families =
  `Wexcombe|Harrowgate|Tillingham|Pemberley|Ashdown|Lovelace|Somerville|Franklin|Herschel|Germain|Noether|Turing|Boole|Hypatia|
Kovalevskaya|Cartwright|Easley|Wren|Hooke|Ramsey|Hardcastle|Oughtred|Recorde|Saunderson|Venn`.split(/\|\s*/)
const churches = ['C of E', 'Church of England', 'CofE', 'Catholic', 'RC', 'Roman Catholic', 'Methodist']
const primaries = [
  'Primary School',
  'Primary School',
  'Primary Academy',
  'Infant School',
  'Junior School',
  'First School',
]
const secondaries = [
  'High School',
  'Academy',
  'School',
  'College',
  'Community College',
  'Grammar School',
  'Free School',
]

// As many different words as a real register has, most of them rare.
const rare = [
  'Ald',
  'Bex',
  'Cor',
  'Dun',
  'Els',
  'Fal',
  'Gar',
  'Hex',
  'Ing',
  'Kel',
  'Lud',
  'Mor',
  'Nor',
  'Osm',
  'Pen',
  'Ros',
  'Sed',
  'Tor',
  'Ux',
  'Wal',
]
  .flatMap((first) =>
    ['', 'al', 'ben', 'der', 'er', 'ing', 'man', 'ney', 'ple', 'ring', 'sel', 'ton'].map((middle) => first + middle),
  )
  .flatMap((beginning) =>
    [
      'bridge',
      'bury',
      'by',
      'cliffe',
      'den',
      'field',
      'ford',
      'ham',
      'hurst',
      'ley',
      'mouth',
      'shaw',
      'thwaite',
      'ton',
      'well',
      'wood',
      'worth',
      'worthy',
    ].map((ending) => beginning + ending),
  )

const towns = [...townsOfTheLondonHubs, ...townsOfTheEast, ...townsElsewhere]

const nameOf = (town: string, chance: Chance): string => {
  const place = chance.below(2) === 0 ? chance.pick(rare) : town
  switch (chance.below(8)) {
    case 0:
    case 1:
      return `St ${chance.pick(saints)}'s ${chance.pick(churches)}${chance.pick(['', '', ' Voluntary Aided'])} ${chance.pick(primaries)}`
    case 2:
      return `St ${chance.pick(saints)}'s ${chance.pick(churches)} ${chance.pick(primaries)}, ${place}`
    case 3:
      return `${place} ${chance.pick(['Community ', '', 'Church of England ', ''])}${chance.pick(primaries)}`
    case 4:
      return `${chance.pick(growing)} ${chance.pick(['Community ', '', ''])}${chance.pick(primaries)}`
    case 5:
      return `${chance.pick(inventedPlaces)} ${chance.pick(['Park', 'Hill', 'Road', 'Green', 'Lane'])} ${chance.pick(primaries)}`
    case 6:
      return `The ${chance.pick(families)} ${chance.pick(secondaries)}`
    default:
      return `${place} ${chance.pick(growing)} ${chance.pick(secondaries)}`
  }
}

const schoolAt = (urn: number, chance: Chance): School => {
  const town = chance.pick(towns)
  return {
    urn,
    name: nameOf(town.name, chance),
    street: `${1 + chance.below(120)} ${chance.pick(streets)}`,
    town: town.name,
    postcode: `${town.outward} ${chance.below(10)}${chance.pick(['AB', 'DE', 'HJ', 'LN', 'QR', 'TU', 'XY'])}`,
    authority: town.authorityCode,
    status: chance.below(2) === 0 ? 'open' : 'closed',
  }
}

/** So many schools, half of them closed, the same on every machine. */
export const schoolsOfRegister = (count: number): readonly School[] => {
  const chance = chanceFrom(20_211_018)
  return Array.from({ length: count }, (_, at) => schoolAt(200_000 + at, chance))
}

/** Puts the schools into an empty database. */
export const insertSchools = async (pool: Pool, schools: readonly School[]): Promise<void> => {
  await pool.query(
    `insert into authorities (code, name, region) select * from jsonb_to_recordset($1) as a (code text, name text, region text) on conflict do nothing`,
    [JSON.stringify(authorities)],
  )
  await pool.query(
    `insert into organisations (id, kind, phase, invented, urn, name, street, town, postcode, authority_code, status)
      select gen_random_uuid(), 'school', 'primary', true, urn, name, street, town, postcode, authority, status
      from jsonb_to_recordset($1) as s (urn int, name text, street text, town text, postcode text, authority text, status text)`,
    [JSON.stringify(schools)],
  )
  await pool.query('analyze organisations')
  await pool.query('analyze organisation_words')
}
