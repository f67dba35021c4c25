import { fixedPrimaries } from './fixed-primaries.ts'
import { fixedSecondaries } from './fixed-secondaries.ts'
import type { SchoolFact } from './shapes.ts'

/** Invented schools that the demonstration knows by name; their numbers and names do not change. */
export const fixedSchools: readonly SchoolFact[] = [...fixedSecondaries, ...fixedPrimaries]
