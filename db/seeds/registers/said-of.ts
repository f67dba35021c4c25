import { schoolPhaseLabels } from '../../../src/vocabulary/school-phases.ts'
import { authorities } from '../facts/authorities.ts'
import { chanceFrom } from '../facts/chance.ts'
import type { SchoolFact } from '../facts/shapes.ts'
import type { RegisterRow } from './file.ts'

const statusCodes = { open: 1, closed: 2, proposed_to_close: 3 } as const

/** What the register counts of an invented school: the same whenever it is asked. */
export const countedOf = ({ urn, highAge }: SchoolFact) => {
  const chance = chanceFrom(urn)
  const pupils = highAge > 11 ? 420 + chance.below(900) : 120 + chance.below(320)
  return { pupils, capacity: pupils + 10 + chance.below(80), free_meals_percent: chance.below(450) / 10 }
}

export const regionOf = (authorityCode: string): string | null =>
  authorities.find(({ code }) => code === authorityCode)?.region ?? null

const dayOf = (date: string | null): string | null => date?.split('-').toReversed().join('-') ?? null

/** The row of the register for an invented school, as it is known before anything is read. */
export const saidOf = (school: SchoolFact): RegisterRow => {
  const { pupils, capacity, free_meals_percent } = countedOf(school)
  return {
    URN: school.urn,
    'LA (code)': school.authorityCode,
    'LA (name)': authorities.find(({ code }) => code === school.authorityCode)?.name ?? null,
    EstablishmentName: school.name,
    'TypeOfEstablishment (code)': school.typeCode.padStart(2, '0'),
    'TypeOfEstablishment (name)': school.typeName,
    'EstablishmentStatus (code)': statusCodes[school.status],
    OpenDate: dayOf(school.openedOn),
    CloseDate: dayOf(school.closedOn),
    'PhaseOfEducation (code)': school.phaseCode,
    'PhaseOfEducation (name)': schoolPhaseLabels[school.phase],
    StatutoryLowAge: school.lowAge,
    StatutoryHighAge: school.highAge,
    Street: school.street,
    Town: school.town,
    Postcode: school.postcode,
    Easting: school.easting,
    Northing: school.northing,
    'GOR (name)': regionOf(school.authorityCode),
    NumberOfPupils: pupils,
    SchoolCapacity: capacity,
    PercentageFSM: free_meals_percent,
  }
}

/** The columns that the demonstration's readings have. */
export const columnsOfDemonstration = [
  ...['URN', 'LA (code)', 'LA (name)', 'EstablishmentName', 'TypeOfEstablishment (code)', 'TypeOfEstablishment (name)'],
  ...['EstablishmentStatus (code)', 'OpenDate', 'CloseDate', 'PhaseOfEducation (code)', 'PhaseOfEducation (name)'],
  ...[
    'StatutoryLowAge',
    'StatutoryHighAge',
    'NumberOfPupils',
    'SchoolCapacity',
    'PercentageFSM',
    'Trusts (code)',
    'Trusts (name)',
  ],
  ...['Street', 'Town', 'Postcode', 'GOR (name)', 'Easting', 'Northing'],
] as const
