import type { FastifyInstance } from 'fastify'
import { identify, isBarredWhileActing } from './features/access/index.ts'
import { routes as accessRoutes } from './features/access/routes.ts'
import { routes as accountsRoutes } from './features/accounts/routes.ts'
import { routes as answerTimesRoutes } from './features/answer-times/routes.ts'
import { routes as askingRoutes } from './features/asking/routes.ts'
import { api as attendanceApi } from './features/attendance/api.ts'
import { routes as attendanceRoutes } from './features/attendance/routes.ts'
import { routes as authoritiesRoutes } from './features/authorities/routes.ts'
import { routes as bulkDecisionsRoutes } from './features/bulk-decisions/routes.ts'
import { routes as calendarsRoutes } from './features/calendars/routes.ts'
import { routes as catalogueRoutes } from './features/catalogue/routes.ts'
import { routes as chargesRoutes } from './features/charges/routes.ts'
import { routes as completionRoutes } from './features/completion/routes.ts'
import { routes as controllersRoutes } from './features/controllers/routes.ts'
import { routes as dateAlertsRoutes } from './features/date-alerts/routes.ts'
import { api as decisionsApi } from './features/decisions/api.ts'
import { routes as decisionsRoutes } from './features/decisions/routes.ts'
import { routes as detailsRoutes } from './features/details/routes.ts'
import { routes as embeddingRoutes } from './features/embedding/routes.ts'
import { routes as evaluationRoutes } from './features/evaluation/routes.ts'
import { routes as findingRoutes } from './features/finding/routes.ts'
import { routes as forecastRoutes } from './features/forecast/routes.ts'
import { routes as grantsRoutes } from './features/grants/routes.ts'
import { routes as groupPagesRoutes } from './features/group-pages/routes.ts'
import { routes as groupsRoutes } from './features/groups/routes.ts'
import { frameFor, problemView } from './features/home/index.ts'
import { routes as homeRoutes } from './features/home/routes.ts'
import { routes as hostingRoutes } from './features/hosting/routes.ts'
import { routes as hubMessagesRoutes } from './features/hub-messages/routes.ts'
import { routes as hubTermsRoutes } from './features/hub-terms/routes.ts'
import { routes as hubsRoutes } from './features/hubs/routes.ts'
import { routes as importsRoutes } from './features/imports/routes.ts'
import { routes as invitationsRoutes } from './features/invitations/routes.ts'
import { api as joiningApi } from './features/joining/api.ts'
import { routes as joiningRoutes } from './features/joining/routes.ts'
import { routes as linksRoutes } from './features/links/routes.ts'
import { routes as mailTimesRoutes } from './features/mail-times/routes.ts'
import { routes as mailToComeRoutes } from './features/mail-to-come/routes.ts'
import { routes as meetingReportsRoutes } from './features/meeting-reports/routes.ts'
import { routes as mergingGroupsRoutes } from './features/merging-groups/routes.ts'
import { routes as movesRoutes } from './features/moves/routes.ts'
import { routes as namingRoutes } from './features/naming/routes.ts'
import { routes as nationalRegistersRoutes } from './features/national-registers/routes.ts'
import { routes as nextStagesRoutes } from './features/next-stages/routes.ts'
import { routes as offerWritingRoutes } from './features/offer-writing/routes.ts'
import { routes as offersRoutes } from './features/offers/routes.ts'
import { routes as offlineRegistersRoutes } from './features/offline-registers/routes.ts'
import { api as organisationsApi } from './features/organisations/api.ts'
import { routes as ownPartRoutes } from './features/own-part/routes.ts'
import { routes as ownRulesRoutes } from './features/own-rules/routes.ts'
import { routes as paperRegistersRoutes } from './features/paper-registers/routes.ts'
import { routes as partnershipsRoutes } from './features/partnerships/routes.ts'
import { routes as passingOnRoutes } from './features/passing-on/routes.ts'
import { routes as pathwaysRoutes } from './features/pathways/routes.ts'
import { routes as personalDataRoutes } from './features/personal-data/routes.ts'
import { routes as placementRoutes } from './features/placement/routes.ts'
import { routes as placesRoutes } from './features/places/routes.ts'
import { routes as projectWritingRoutes } from './features/project-writing/routes.ts'
import { routes as questionWritingRoutes } from './features/question-writing/routes.ts'
import { keepReads, openedBy } from './features/reads/index.ts'
import { routes as readsRoutes } from './features/reads/routes.ts'
import { routes as recordsRoutes } from './features/records/routes.ts'
import { routes as registerFilesRoutes } from './features/register-files/routes.ts'
import { routes as registersRoutes } from './features/registers/routes.ts'
import { routes as replacingLeadsRoutes } from './features/replacing-leads/routes.ts'
import { routes as replacingPeopleRoutes } from './features/replacing-people/routes.ts'
import { routes as reportingRoutes } from './features/reporting/routes.ts'
import { routes as retentionRoutes } from './features/retention/routes.ts'
import { routes as rollingOverRoutes } from './features/rolling-over/routes.ts'
import { routes as ruleWritingRoutes } from './features/rule-writing/routes.ts'
import { routes as schedulingRoutes } from './features/scheduling/routes.ts'
import { routes as selfRegistrationRoutes } from './features/self-registration/routes.ts'
import { routes as sessionsRoutes } from './features/sessions/routes.ts'
import { routes as sharesRoutes } from './features/shares/routes.ts'
import { routes as signInRoutes } from './features/sign-in/routes.ts'
import { routes as statusRoutes } from './features/status/routes.ts'
import { routes as successionsRoutes } from './features/successions/routes.ts'
import { api as targetsApi } from './features/targets/api.ts'
import { routes as targetsRoutes } from './features/targets/routes.ts'
import { routes as tasksRoutes } from './features/tasks/routes.ts'
import { api as tokensApi } from './features/tokens/api.ts'
import { identifyProgram } from './features/tokens/index.ts'
import { routes as tokensRoutes } from './features/tokens/routes.ts'
import { routes as travelTimesRoutes } from './features/travel-times/routes.ts'
import { routes as undeliveredRoutes } from './features/undelivered/routes.ts'
import { routes as waitingListsRoutes } from './features/waiting-lists/routes.ts'
import { routes as whatIfRoutes } from './features/what-if/routes.ts'
import { routes as whoComesRoutes } from './features/who-comes/routes.ts'
import { routes as yearPlansRoutes } from './features/year-plans/routes.ts'
import { routes as yearsRoutes } from './features/years/routes.ts'
import type { Installation } from './platform/context.ts'
import type { Endpoint } from './platform/http/api.ts'
import { addApi } from './platform/http/api-server.ts'
import { addHealth } from './platform/http/health.ts'
import type { KeptPages } from './platform/http/kept-pages.ts'
import type { Route } from './platform/http/routes.ts'
import { createServer, type Site } from './platform/http/server.ts'
import { assetFile, gatherAssets } from './ui/assets.ts'

/** Every address of the site, with who may open it. */
export const routes: readonly Route[] = [
  ...homeRoutes,
  ...detailsRoutes,
  ...invitationsRoutes,
  ...signInRoutes,
  ...tokensRoutes,
  ...nationalRegistersRoutes,
  ...partnershipsRoutes,
  ...authoritiesRoutes,
  ...projectWritingRoutes,
  ...ruleWritingRoutes,
  ...ownRulesRoutes,
  ...questionWritingRoutes,
  ...yearsRoutes,
  ...pathwaysRoutes,
  ...groupsRoutes,
  ...groupPagesRoutes,
  ...sessionsRoutes,
  ...schedulingRoutes,
  ...hostingRoutes,
  ...yearPlansRoutes,
  ...whoComesRoutes,
  ...replacingLeadsRoutes,
  ...placesRoutes,
  ...sharesRoutes,
  ...waitingListsRoutes,
  ...placementRoutes,
  ...mergingGroupsRoutes,
  ...travelTimesRoutes,
  ...whatIfRoutes,
  ...namingRoutes,
  ...replacingPeopleRoutes,
  ...askingRoutes,
  ...statusRoutes,
  ...decisionsRoutes,
  ...bulkDecisionsRoutes,
  ...passingOnRoutes,
  ...hubMessagesRoutes,
  ...movesRoutes,
  ...registersRoutes,
  ...offlineRegistersRoutes,
  ...selfRegistrationRoutes,
  ...paperRegistersRoutes,
  ...undeliveredRoutes,
  ...mailTimesRoutes,
  ...mailToComeRoutes,
  ...meetingReportsRoutes,
  ...offersRoutes,
  ...dateAlertsRoutes,
  ...hubTermsRoutes,
  ...answerTimesRoutes,
  ...calendarsRoutes,
  ...offerWritingRoutes,
  ...catalogueRoutes,
  ...embeddingRoutes,
  ...findingRoutes,
  ...joiningRoutes,
  ...forecastRoutes,
  ...tasksRoutes,
  ...chargesRoutes,
  ...grantsRoutes,
  ...accountsRoutes,
  ...evaluationRoutes,
  ...nextStagesRoutes,
  ...completionRoutes,
  ...ownPartRoutes,
  ...attendanceRoutes,
  ...reportingRoutes,
  ...targetsRoutes,
  ...rollingOverRoutes,
  ...controllersRoutes,
  ...personalDataRoutes,
  ...readsRoutes,
  ...retentionRoutes,
  ...linksRoutes,
  ...accessRoutes,
  ...importsRoutes,
  ...registerFilesRoutes,
  ...hubsRoutes,
  ...recordsRoutes,
  ...successionsRoutes,
]

/** The same for programs. */
export const endpoints: readonly Endpoint[] = [
  ...tokensApi,
  ...organisationsApi,
  ...joiningApi,
  ...decisionsApi,
  ...attendanceApi,
  ...targetsApi,
]

const site: Site = {
  identify,
  isBarred: isBarredWhileActing,
  frame: ({ actor, config, now }, path) => frameFor({ actor, path, demonstration: config.demo ? now : null }),
  drawProblem: problemView,
  asset: (name) => assetFile(name) ?? null,
}

export { createWork, jobs, sweeps } from './work.ts'

/** The web application of an installation. */
export const createApp = async (installation: Installation, kept?: KeptPages): Promise<FastifyInstance> => {
  gatherAssets()
  const reads = keepReads(installation)
  const answered: Site['answered'] = (context, path, params) => {
    const opened = openedBy(context, path, params)
    if (opened) reads.add(opened)
  }
  const app = await createServer(installation, { ...site, answered }, routes, kept)
  app.addHook('onClose', async () => {
    await reads.settle()
  })
  addHealth(app, installation)
  addApi(app, installation, { endpoints, identify: identifyProgram })
  return app
}
