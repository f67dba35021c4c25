import type { Sweeps } from '../../platform/jobs.ts'
import { forgetActs } from './actions/forget-acts.ts'

export const sweeps: Sweeps = { 'forget-bulk-acts': forgetActs }
