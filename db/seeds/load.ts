import type { Installation } from '../../src/platform/context.ts'

/** Loads the demonstration world into a database that holds none. */
export const loadDemonstrationIfEmpty = async (_installation: Installation): Promise<boolean> => false
