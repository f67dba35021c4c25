import type { Sweeps } from '../../platform/jobs.ts'
import { lapsePassings } from './actions/end-passing.ts'

export const sweeps: Sweeps = { 'lapse-passings': lapsePassings }
