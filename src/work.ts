import { jobs as absencesJobs, sweeps as absencesSweeps } from './features/absences/jobs.ts'
import { sweeps as accessSweeps } from './features/access/jobs.ts'
import { sweeps as askingSweeps } from './features/asking/jobs.ts'
import { sweeps as bulkDecisionsSweeps } from './features/bulk-decisions/jobs.ts'
import { sweeps as dateAlertsSweeps } from './features/date-alerts/jobs.ts'
import { sweeps as evaluationSweeps } from './features/evaluation/jobs.ts'
import { sweeps as hubsSweeps } from './features/hubs/jobs.ts'
import { jobs as importsJobs, sweeps as importsSweeps } from './features/imports/jobs.ts'
import { jobs as interestJobs, sweeps as interestSweeps } from './features/interest/jobs.ts'
import { sweeps as invitationsSweeps } from './features/invitations/jobs.ts'
import { sweeps as mailToComeSweeps } from './features/mail-to-come/jobs.ts'
import { sweeps as meetingReportsSweeps } from './features/meeting-reports/jobs.ts'
import { sweeps as mergingGroupsSweeps } from './features/merging-groups/jobs.ts'
import { sweeps as namingSweeps } from './features/naming/jobs.ts'
import { sweeps as passingOnSweeps } from './features/passing-on/jobs.ts'
import { sweeps as peopleSweeps } from './features/people/jobs.ts'
import { jobs as personalDataJobs } from './features/personal-data/jobs.ts'
import { jobs as placeOffersJobs, sweeps as placeOffersSweeps } from './features/place-offers/jobs.ts'
import { jobs as placementJobs, sweeps as placementSweeps } from './features/placement/jobs.ts'
import { sweeps as recordsSweeps } from './features/records/jobs.ts'
import { jobs as registerFilesJobs, sweeps as registerFilesSweeps } from './features/register-files/jobs.ts'
import { sweeps as replacingPeopleSweeps } from './features/replacing-people/jobs.ts'
import { sweeps as retentionSweeps } from './features/retention/jobs.ts'
import { sweeps as sessionsSweeps } from './features/sessions/jobs.ts'
import { sweeps as sharesSweeps } from './features/shares/jobs.ts'
import { jobs as signInJobs, sweeps as signInSweeps } from './features/sign-in/jobs.ts'
import { jobs as successionsJobs } from './features/successions/jobs.ts'
import { sweeps as tasksSweeps } from './features/tasks/jobs.ts'
import { sweeps as undeliveredSweeps } from './features/undelivered/jobs.ts'
import { jobs as whatIfJobs, sweeps as whatIfSweeps } from './features/what-if/jobs.ts'
import { sweeps as yearsSweeps } from './features/years/jobs.ts'
import type { Installation } from './platform/context.ts'
import type { Jobs, Sweeps } from './platform/jobs.ts'
import { createCarrier, mailJobs, mailSweeps } from './platform/mail/send.ts'

/** Everything that runs later, and everything that falls due by the clock. */
export const jobs: Jobs = {
  ...signInJobs,
  ...interestJobs,
  ...placeOffersJobs,
  ...placementJobs,
  ...whatIfJobs,
  ...absencesJobs,
  ...importsJobs,
  ...registerFilesJobs,
  ...personalDataJobs,
  ...successionsJobs,
}
export const sweeps: Sweeps = {
  ...yearsSweeps,
  ...peopleSweeps,
  ...invitationsSweeps,
  ...signInSweeps,
  ...placeOffersSweeps,
  ...interestSweeps,
  ...sharesSweeps,
  ...bulkDecisionsSweeps,
  ...askingSweeps,
  ...mergingGroupsSweeps,
  ...namingSweeps,
  ...replacingPeopleSweeps,
  ...passingOnSweeps,
  ...sessionsSweeps,
  ...tasksSweeps,
  ...evaluationSweeps,
  ...undeliveredSweeps,
  ...mailToComeSweeps,
  ...meetingReportsSweeps,
  ...absencesSweeps,
  ...retentionSweeps,
  ...accessSweeps,
  ...importsSweeps,
  ...registerFilesSweeps,
  ...dateAlertsSweeps,
  ...hubsSweeps,
  ...recordsSweeps,
  ...placementSweeps,
  ...whatIfSweeps,
}

/** Everything a worker does for an installation, with its mail server. */
export const createWork = (installation: Installation): { jobs: Jobs; sweeps: Sweeps; close: () => void } => {
  const { carry, close } = createCarrier(installation)
  return { jobs: { ...jobs, ...mailJobs(carry) }, sweeps: { ...sweeps, ...mailSweeps(carry) }, close }
}
