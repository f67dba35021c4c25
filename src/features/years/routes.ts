import { get, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../people/index.ts'
import { arrangeYear, letDraftGo, placeInSection } from './pages/arrange.page.ts'
import { askForPartner, savePartner } from './pages/partners.page.ts'
import {
  askForGoal,
  askForIntroduction,
  askForNotice,
  askForSection,
  saveGoal,
  saveIntroduction,
  saveNotice,
  saveSection,
} from './pages/parts.page.ts'
import { askToPublish, publish, showVersion } from './pages/publish.page.ts'
import { askForTerms, saveTerms, showTerms } from './pages/terms.page.ts'
import { showYear, withdraw } from './pages/year.page.ts'
import { showYears } from './pages/years.page.ts'

export const routes = [
  get('/network/years', nationalTeam, showYears),
  get('/network/years/:year', nationalTeam, showYear),
  get('/network/years/:year/introduction', nationalTeam, askForIntroduction),
  post('/network/years/:year/introduction', nationalTeam, saveIntroduction),
  get('/network/years/:year/notices/:notice', nationalTeam, askForNotice),
  post('/network/years/:year/notices/:notice', nationalTeam, saveNotice),
  get('/network/years/:year/sections/:section', nationalTeam, askForSection),
  post('/network/years/:year/sections/:section', nationalTeam, saveSection),
  post('/network/years/:year/sections/:section/projects', nationalTeam, placeInSection),
  get('/network/years/:year/goals/:goal', nationalTeam, askForGoal),
  post('/network/years/:year/goals/:goal', nationalTeam, saveGoal),
  get('/network/years/:year/partners/:partnerBody', nationalTeam, askForPartner),
  post('/network/years/:year/partners/:partnerBody', nationalTeam, savePartner),
  post('/network/years/:year/arrange', nationalTeam, arrangeYear),
  get('/network/years/:year/publish', nationalTeam, askToPublish),
  post('/network/years/:year/publish', nationalTeam, publish),
  post('/network/years/:year/withdraw', nationalTeam, withdraw),
  post('/network/years/:year/discard', nationalTeam, letDraftGo),
  get('/network/years/:year/versions/:version', nationalTeam, showVersion),
  get('/network/years/:year/terms', nationalTeam, showTerms),
  get('/network/years/:year/terms/:model', nationalTeam, askForTerms),
  post('/network/years/:year/terms/:model', nationalTeam, saveTerms),
]
