import { get, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../people/index.ts'
import { askForTerms, saveTerms, showTerms } from './pages/terms.page.ts'
import { showYears } from './pages/years.page.ts'

export const routes = [
  get('/network/years', nationalTeam, showYears),
  get('/network/years/:year/terms', nationalTeam, showTerms),
  get('/network/years/:year/terms/:model', nationalTeam, askForTerms),
  post('/network/years/:year/terms/:model', nationalTeam, saveTerms),
]
