import { get } from '../../platform/http/routes.ts'
import { hubStaff, nationalReaders } from '../people/index.ts'
import { showHubForecast, showNetworkForecast } from './pages/forecast.page.ts'

export const routes = [
  get('/hub/:hub/forecast', hubStaff, showHubForecast),
  get('/network/forecast', nationalReaders, showNetworkForecast),
]
