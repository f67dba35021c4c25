import type { Sweeps } from '../../platform/jobs.ts'
import { forgetReports } from './actions/settle-report.ts'

/** Reports that were read and never confirmed are not kept. */
export const sweeps: Sweeps = { 'forget-meeting-reports': forgetReports }
