import type { Sweeps } from '../../platform/jobs.ts'
import { lapseActing } from './actions/end-acting.ts'

export const sweeps: Sweeps = { 'end-acting-that-is-over': lapseActing }
