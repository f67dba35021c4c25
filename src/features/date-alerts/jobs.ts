import type { Sweeps } from '../../platform/jobs.ts'
import { letUnconfirmedLapse, tellOfDates } from './actions/tell-of-dates.ts'

export const sweeps: Sweeps = {
  'tell-of-dates': (context) => tellOfDates(context),
  'let-unconfirmed-addresses-lapse': (context) => letUnconfirmedLapse(context),
}
