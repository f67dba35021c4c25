import { get, post, type Route } from '../../platform/http/routes.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { askForRule, saveRule } from './pages/rule.page.ts'
import { rearrange, showRules } from './pages/rules.page.ts'
import { showTrial } from './pages/try.page.ts'

const routesBelow = (path: string, writers: Route['access']): readonly Route[] => [
  get(`${path}/:project/rules`, writers, showRules),
  post(`${path}/:project/rules`, writers, rearrange),
  get(`${path}/:project/rules/try`, writers, showTrial),
  get(`${path}/:project/rules/:rule`, writers, askForRule),
  post(`${path}/:project/rules/:rule`, writers, saveRule),
]

export const routes = [
  ...routesBelow('/hub/:hub/projects', hubStaff),
  ...routesBelow('/network/projects', nationalTeam),
]
