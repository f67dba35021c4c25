import { get, post, type Route } from '../../platform/http/routes.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { askForQuestions, saveQuestions } from './pages/questions.page.ts'

const routesBelow = (path: string, writers: Route['access']): readonly Route[] => [
  get(`${path}/:project/questions`, writers, askForQuestions),
  post(`${path}/:project/questions`, writers, saveQuestions),
]

export const routes = [
  ...routesBelow('/hub/:hub/projects', hubStaff),
  ...routesBelow('/network/projects', nationalTeam),
]
