import { get, post } from '../../platform/http/routes.ts'
import { hubStaff, nationalReaders } from '../people/index.ts'
import { showOwnRulesOfHubs } from './pages/hubs-rules.page.ts'
import { askForOwnRule, saveOwnRule } from './pages/own-rule.page.ts'
import { actOnOwnRules, showOwnRules, showOwnTrial } from './pages/own-rules.page.ts'

const rules = '/hub/:hub/offers/:offer/rules'

export const routes = [
  get(rules, hubStaff, showOwnRules),
  post(rules, hubStaff, actOnOwnRules),
  get(`${rules}/try`, hubStaff, showOwnTrial),
  get(`${rules}/:rule`, hubStaff, askForOwnRule),
  post(`${rules}/:rule`, hubStaff, saveOwnRule),
  get('/network/own-rules', nationalReaders, showOwnRulesOfHubs),
]
