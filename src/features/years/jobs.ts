import type { Sweeps } from '../../platform/jobs.ts'
import { openYears } from './actions/open-years.ts'

/** Each September the year after next opens by itself. */
export const sweeps: Sweeps = {
  'open-years': async (context) => {
    await openYears(context)
  },
}
