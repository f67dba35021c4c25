// A schools register as large as the real one, the same on every machine: 50,000 schools, half of them closed, 135 columns.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { authorities } from '../db/seeds/facts/authorities.ts'
import { type Chance, chanceFrom } from '../db/seeds/facts/chance.ts'
import { inventedPlaces, saints, streets } from '../db/seeds/facts/invented-names.ts'
import { townsOfTheEast } from '../db/seeds/facts/towns-east.ts'
import { townsElsewhere } from '../db/seeds/facts/towns-elsewhere.ts'
import { townsOfTheLondonHubs } from '../db/seeds/facts/towns-london.ts'
import { type RegisterRow, registerLines } from '../db/seeds/registers/file.ts'

const towns = [...townsOfTheLondonHubs, ...townsOfTheEast, ...townsElsewhere]
const firstUrn = 100_000

const types = [
  ['01', 'Community school', '4', 'Local authority maintained schools'],
  ['02', 'Voluntary aided school', '4', 'Local authority maintained schools'],
  ['28', 'Academy sponsor led', '10', 'Academies'],
  ['34', 'Academy converter', '10', 'Academies'],
  ['35', 'Free schools', '11', 'Free Schools'],
  ['11', 'Other independent school', '3', 'Independent schools'],
] as const

const phases = [
  ['2', 'Primary', 4, 11],
  ['2', 'Primary', 3, 11],
  ['4', 'Secondary', 11, 18],
  ['7', 'All-through', 3, 18],
] as const

const nameOf = (place: string, phase: string, chance: Chance): string =>
  chance.below(4) === 0
    ? `${chance.pick(saints)}'s Church of England ${phase} School, ${place}`
    : `${place} ${chance.pick(['Park', 'Hill', 'Road', 'Green', 'Château'])} ${phase} School`

const pad = (n: number): string => String(n).padStart(2, '0')
const dateIn = (from: number, years: number, chance: Chance): string =>
  `${pad(1 + chance.below(28))}-${pad(1 + chance.below(12))}-${from + chance.below(years)}`

const whereOf = (chance: Chance): RegisterRow => {
  const town = chance.pick(towns)
  const authority = authorities.find(({ code }) => code === town.authorityCode)
  const ward = `${town.name} ${chance.pick(['North', 'South', 'East', 'West', 'Central'])}`
  return {
    'LA (code)': town.authorityCode,
    'LA (name)': authority?.name ?? '',
    Street: `${1 + chance.below(120)} ${chance.pick(streets)}`,
    Locality: chance.below(3) === 0 ? ward : '',
    Town: town.name,
    Postcode: `${town.outward} ${chance.below(10)}${chance.pick(['AB', 'DE', 'HJ', 'LN', 'QR', 'TU', 'XY'])}`,
    'GOR (name)': authority?.region ?? '',
    'DistrictAdministrative (name)': authority?.name ?? '',
    'AdministrativeWard (name)': ward,
    'ParliamentaryConstituency (name)': ward,
    'UrbanRural (code)': 'UN1',
    'UrbanRural (name)': 'Urban: Nearer to a major town or city',
    'GSSLACode (name)': `E0${6_000_000 + Number(town.authorityCode)}`,
    Easting: town.easting + chance.below(2400) - 1200,
    Northing: town.northing + chance.below(2400) - 1200,
    'MSOA (name)': `${ward} 0${1 + chance.below(30)}`,
    'LSOA (name)': `${ward} 0${1 + chance.below(30)}A`,
  }
}

const countedOf = (chance: Chance): RegisterRow => {
  const pupils = 40 + chance.below(1400)
  return {
    SchoolCapacity: pupils + chance.below(100),
    CensusDate: '21-01-2021',
    NumberOfPupils: pupils,
    NumberOfBoys: Math.floor(pupils / 2),
    NumberOfGirls: pupils - Math.floor(pupils / 2),
    PercentageFSM: `${chance.below(60)}.${chance.below(10)}`,
    SENStat: chance.below(40),
    SENNoStat: chance.below(200),
    FSM: chance.below(400),
  }
}

const usual: RegisterRow = {
  'ReasonEstablishmentOpened (code)': '00',
  'ReasonEstablishmentOpened (name)': 'Not applicable',
  'Boarders (code)': 1,
  'Boarders (name)': 'No boarders',
  'NurseryProvision (name)': 'No Nursery Classes',
  'OfficialSixthForm (code)': 2,
  'OfficialSixthForm (name)': 'Does not have a sixth form',
  'Gender (code)': 3,
  'Gender (name)': 'Mixed',
  'ReligiousCharacter (code)': '00',
  'ReligiousCharacter (name)': 'Does not apply',
  'ReligiousEthos (name)': 'Does not apply',
  'Diocese (code)': '0000',
  'Diocese (name)': 'Not applicable',
  'AdmissionsPolicy (name)': 'Not applicable',
  'SpecialClasses (name)': 'No Special Classes',
  'SchoolSponsorFlag (name)': 'Not applicable',
  'FederationFlag (name)': 'Not under a federation',
  LastChangedDate: '01-10-2021',
  'InspectorateName (name)': 'Ofsted',
  'BoardingEstablishment (name)': 'Does not have boarders',
  'PreviousLA (code)': 999,
  'Country (name)': 'England',
  'EstablishmentAccredited (name)': 'Not applicable',
  ...Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`SEN${at + 1} (name)`, 'Not Applicable'])),
  'TypeOfResourcedProvision (name)': 'Not applicable to this establishment',
  'Section41Approved (name)': 'Not applicable',
}

const schoolOf = (at: number, chance: Chance): RegisterRow => {
  const [typeCode, typeName, groupCode, groupName] = chance.pick(types)
  const [phaseCode, phaseName, low, high] = chance.pick(phases)
  const isClosed = at % 2 === 1
  const place = chance.pick(inventedPlaces)
  const hasTrust = groupCode === '10'
  const trust = chance.below(2000)
  return {
    ...usual,
    ...whereOf(chance),
    ...countedOf(chance),
    URN: firstUrn + at,
    EstablishmentNumber: 2000 + chance.below(7000),
    EstablishmentName: nameOf(place, phaseName, chance),
    'TypeOfEstablishment (code)': typeCode,
    'TypeOfEstablishment (name)': typeName,
    'EstablishmentTypeGroup (code)': groupCode,
    'EstablishmentTypeGroup (name)': groupName,
    'EstablishmentStatus (code)': isClosed ? 2 : 1,
    'EstablishmentStatus (name)': isClosed ? 'Closed' : 'Open',
    OpenDate: dateIn(1950, 50, chance),
    CloseDate: isClosed ? dateIn(2001, 19, chance) : '',
    'PhaseOfEducation (code)': phaseCode,
    'PhaseOfEducation (name)': phaseName,
    StatutoryLowAge: low,
    StatutoryHighAge: high,
    'TrustSchoolFlag (name)': hasTrust ? 'Supported by a multi-academy trust' : 'Not applicable',
    'Trusts (code)': hasTrust ? 3000 + trust : '',
    'Trusts (name)': hasTrust ? `${inventedPlaces[trust % inventedPlaces.length]} Learning Trust ${trust}` : '',
    UKPRN: isClosed ? '' : 10_000_000 + at,
    SchoolWebsite: `www.${place.toLowerCase()}-${at}.sch.example`,
    TelephoneNum: `01632${960_000 + (at % 1000)}`,
    'HeadTitle (name)': 'Ms',
    HeadFirstName: 'Invented',
    HeadLastName: 'Head',
    HeadPreferredJobTitle: 'Headteacher',
  }
}

const rowsOf = function* (count: number): Generator<RegisterRow> {
  const chance = chanceFrom(50_000)
  for (let at = 0; at < count; at += 1) yield schoolOf(at, chance)
}

/** Writes so many schools into a file. */
export const writeRegister = (file: string, count: number): Promise<void> =>
  pipeline(
    Readable.from(registerLines(rowsOf(count))).map((line: string) => Buffer.from(line, 'latin1')),
    createWriteStream(file),
  )
