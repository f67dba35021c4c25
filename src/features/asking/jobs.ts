import type { Sweeps } from '../../platform/jobs.ts'
import { forgetForms } from './actions/forget-forms.ts'

/** What falls due by the clock: forms that nobody needs any more. */
export const sweeps: Sweeps = {
  'forget-forms': async (context) => {
    await forgetForms(context)
  },
}
