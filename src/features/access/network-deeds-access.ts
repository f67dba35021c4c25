import { mayKeepBankHolidays, mayStateNationalDays, mayStateTerms } from '../calendars/index.ts'
import { mayChangeHubs } from '../hubs/index.ts'
import { mayKeepRegisters } from '../national-registers/index.ts'
import { mayStatePartnerships } from '../partnerships/index.ts'
import { mayWritePathways } from '../pathways/index.ts'
import { mayGrantRole } from '../people/index.ts'
import { mayEditProject, mayPublishProject } from '../projects/index.ts'
import { mayMergeOrganisations } from '../records/index.ts'
import { maySendRegisterFiles } from '../register-files/index.ts'
import { mayPublishFigure } from '../reporting/index.ts'
import { mayDecideErasure, maySetRetention } from '../retention/index.ts'
import { mayRollYears } from '../rolling-over/index.ts'
import { maySettleSuccession } from '../successions/index.ts'
import { mayStateTargets } from '../targets/index.ts'
import { mayLayOutYears } from '../years/index.ts'
import type { Deed } from './deed-access.ts'

const nobodys = '00000000-0000-0000-0000-00000000000f'
const nationalRole = { hubId: null, organisationId: null, hubIds: [] }

/** What is done for the whole network. */
export const deedsOfTheNetwork: readonly Deed[] = [
  { policy: 'projects.mayEditProject', at: 'network', may: (actor) => mayEditProject(actor, null) },
  { policy: 'projects.mayPublishProject', at: 'network', may: (actor) => mayPublishProject(actor, null) },
  { policy: 'years.mayLayOutYears', at: 'network', may: mayLayOutYears },
  { policy: 'pathways.mayWritePathways', at: 'network', may: mayWritePathways },
  { policy: 'rolling-over.mayRollYears', at: 'network', may: mayRollYears },
  { policy: 'targets.mayStateTargets', at: 'network', may: (actor) => mayStateTargets(actor, null) },
  { policy: 'calendars.mayKeepBankHolidays', at: 'network', may: mayKeepBankHolidays },
  { policy: 'calendars.mayStateNationalDays', at: 'network', may: mayStateNationalDays },
  { policy: 'calendars.mayStateTerms', at: 'network', may: (actor) => mayStateTerms(actor, null) },
  { policy: 'hubs.mayChangeHubs', at: 'network', may: mayChangeHubs },
  { policy: 'national-registers.mayKeepRegisters', at: 'network', may: mayKeepRegisters },
  { policy: 'partnerships.mayStatePartnerships', at: 'network', may: mayStatePartnerships },
  { policy: 'register-files.maySendRegisterFiles', at: 'network', may: maySendRegisterFiles },
  { policy: 'records.mayMergeOrganisations', at: 'network', may: mayMergeOrganisations },
  { policy: 'successions.maySettleSuccession', at: 'network', may: maySettleSuccession },
  { policy: 'reporting.mayPublishFigure', at: 'network', may: mayPublishFigure },
  {
    policy: 'people.mayGrantRole',
    at: 'network',
    may: (actor) =>
      (['national_team', 'hub_lead'] as const).some((name) => mayGrantRole(actor, { ...nationalRole, name })),
  },
  { policy: 'retention.mayDecideErasure', at: 'network', may: (actor) => mayDecideErasure(actor, nobodys) },
  { policy: 'retention.maySetRetention', at: 'network', may: maySetRetention },
]
