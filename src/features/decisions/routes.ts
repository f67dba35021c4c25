import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { showAnswers, tellAnswers } from './pages/answers.page.ts'
import { changeNotes, decideInterest } from './pages/decide.page.ts'
import { showHubHome } from './pages/hub-home.page.ts'
import { exportInterestList, showInterestList } from './pages/list.page.ts'
import { showInterest } from './pages/show.page.ts'

export const routes = [
  get('/hub/:hub', hubStaff, showHubHome),
  get('/hub/:hub/interest', hubStaff, showInterestList),
  get('/hub/:hub/interest.csv', hubStaff, exportInterestList),
  get('/hub/:hub/interest/:id', hubStaff, showInterest),
  post('/hub/:hub/interest/:id', hubStaff, decideInterest),
  get('/hub/:hub/interest/:id/answers', hubStaff, showAnswers),
  post('/hub/:hub/interest/:id/answers', hubStaff, tellAnswers),
  post('/hub/:hub/interest/:id/notes', hubStaff, changeNotes),
]
