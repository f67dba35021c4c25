import { type Page, page } from '../../../platform/http/routes.ts'
import { stageFlows } from '../queries.ts'
import { pathwayFlows } from '../stage-flow.ts'
import { stagesView } from './stages.view.ts'

export const showStages: Page = async ({ context, frame }) =>
  page(stagesView(frame, pathwayFlows(await stageFlows(context.reports))))
