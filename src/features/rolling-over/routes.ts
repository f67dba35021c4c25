import { get, post } from '../../platform/http/routes.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { carryChosen, showOffersToCarry } from './pages/offers.page.ts'
import { showReview, tick } from './pages/review.page.ts'
import { chooseYear, roll, showRollOver } from './pages/roll-over.page.ts'

export const routes = [
  get('/network/roll-over', nationalTeam, chooseYear),
  get('/network/years/:year/roll-over', nationalTeam, showRollOver),
  post('/network/years/:year/roll-over', nationalTeam, roll),
  get('/network/years/:year/review', nationalTeam, showReview),
  post('/network/years/:year/review/:project', nationalTeam, tick),
  get('/hub/:hub/roll-over', hubStaff, showOffersToCarry),
  post('/hub/:hub/roll-over', hubStaff, carryChosen),
]
