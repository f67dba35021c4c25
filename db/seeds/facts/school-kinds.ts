import { type SchoolPhase, schoolPhases } from '../../../src/vocabulary/school-phases.ts'
import type { SchoolFact } from './shapes.ts'

const typeNames: Readonly<Record<string, string>> = {
  '1': 'Community school',
  '2': 'Voluntary aided school',
  '3': 'Voluntary controlled school',
  '5': 'Foundation school',
  '7': 'Community special school',
  '11': 'Other independent school',
  '15': 'Local authority nursery school',
  '18': 'Further education',
  '28': 'Academy sponsor led',
  '34': 'Academy converter',
  '35': 'Free school',
  '44': 'Academy special converter',
  '45': 'Academy 16 to 19 converter',
}

type Kind = Pick<SchoolFact, 'phase' | 'phaseCode' | 'typeCode' | 'typeName' | 'stateFunded' | 'lowAge' | 'highAge'>

/** What the register says of a school of a phase, type and ages. */
export const kindOf = (phase: SchoolPhase, typeCode: string, ages: readonly [number, number]): Kind => {
  const typeName = typeNames[typeCode]
  if (!typeName) throw new RangeError(`No type of school has the code ${typeCode}`)
  return {
    phase,
    phaseCode: String(schoolPhases.indexOf(phase)),
    typeCode,
    typeName,
    stateFunded: typeCode !== '11',
    lowAge: ages[0],
    highAge: ages[1],
  }
}

export type NamedKind = { readonly kind: Kind; readonly name: (place: string, saint: string) => string }

const named = (
  phase: SchoolPhase,
  typeCode: string,
  ages: readonly [number, number],
  name: NamedKind['name'],
): NamedKind => ({ kind: kindOf(phase, typeCode, ages), name })

/** Kinds of primary school, as often in the list as they are to be met. */
export const primaryKinds: readonly NamedKind[] = [
  named('primary', '1', [3, 11], (place) => `${place} Primary School`),
  named('primary', '1', [4, 11], (place) => `${place} Community Primary School`),
  named('primary', '1', [3, 11], (place) => `${place} Primary and Nursery School`),
  named('primary', '34', [4, 11], (place) => `${place} Primary Academy`),
  named('primary', '34', [3, 11], (place) => `${place} Primary School`),
  named('primary', '28', [4, 11], (place) => `${place} Academy`),
  named('primary', '2', [4, 11], (place, saint) => `${saint}’s Catholic Primary School, ${place}`),
  named('primary', '3', [4, 11], (place, saint) => `${saint}’s Church of England Primary School, ${place}`),
  named('primary', '3', [5, 11], (place) => `${place} Church of England Primary School`),
  named('primary', '1', [7, 11], (place) => `${place} Junior School`),
  named('primary', '1', [3, 7], (place) => `${place} Infant and Nursery School`),
  named('primary', '35', [4, 11], (place) => `${place} Free School`),
]

export const secondaryKinds: readonly NamedKind[] = [
  named('secondary', '34', [11, 18], (place) => `${place} School`),
  named('secondary', '34', [11, 16], (place) => `${place} Academy`),
  named('secondary', '1', [11, 18], (place) => `${place} High School`),
  named('secondary', '28', [11, 18], (place) => `${place} Academy`),
  named('secondary', '5', [11, 16], (place) => `${place} Community School`),
  named('secondary', '2', [11, 18], (place, saint) => `${saint}’s Catholic High School, ${place}`),
  named('all_through', '35', [4, 18], (place) => `${place} All-through School`),
]

/** Kinds that are rarer; each is invented a few times. */
export const rarerKinds: readonly NamedKind[] = [
  named('nursery', '15', [2, 5], (place) => `${place} Nursery School`),
  named('post_16', '45', [16, 19], (place) => `${place} Sixth Form College`),
  named('post_16', '18', [16, 99], (place) => `${place} College`),
  named('not_applicable', '7', [4, 16], (place) => `${place} Special School`),
  named('not_applicable', '44', [11, 19], (place) => `${place} Academy (special)`),
  named('not_applicable', '11', [3, 18], (place) => `${place} Independent School`),
  named('not_applicable', '11', [4, 13], (place) => `${place} Preparatory School`),
]
