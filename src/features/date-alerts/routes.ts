import { byLink, everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { answer, ask, showAlert, showAsk, showAsked } from './pages/date-alert.page.ts'

export const routes = [
  get('/offers/:id/dates', everyone, showAsk),
  post('/offers/:id/dates', everyone, ask),
  get('/offers/:id/dates/asked', everyone, showAsked),
  get('/date-alert/:token', byLink('date-alert'), showAlert),
  post('/date-alert/:token', byLink('date-alert'), answer),
]
