import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, nationalReaders } from '../people/index.ts'
import { saveAnswers, showQuestions } from './pages/evaluate.page.ts'
import { saveOpening, showEvaluation } from './pages/evaluation.page.ts'
import { showNumbers } from './pages/numbers.page.ts'

export const routes = [
  get('/groups/:id/evaluation', groupLeads, showEvaluation),
  post('/groups/:id/evaluation', groupLeads, saveOpening),
  get('/network/projects/:project/evaluation', nationalReaders, showNumbers),
  get('/evaluate/:token', byLink('evaluate'), showQuestions),
  post('/evaluate/:token', byLink('evaluate'), saveAnswers),
]
