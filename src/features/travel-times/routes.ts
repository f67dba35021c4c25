import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostBytes } from '../../platform/spreadsheets/index.ts'
import { hubStaff } from '../people/index.ts'
import { discard, showRefusedRows, showTable, takeTableBack, use } from './pages/table.page.ts'
import { downloadToFillIn, showTables, takeTable } from './pages/tables.page.ts'

export const routes = [
  get('/hub/:hub/travel-times', hubStaff, showTables),
  postFile('/hub/:hub/travel-times', hubStaff, takeTable, mostBytes),
  get('/hub/:hub/travel-times/to-fill-in.csv', hubStaff, downloadToFillIn),
  get('/hub/:hub/travel-times/:table', hubStaff, showTable),
  get('/hub/:hub/travel-times/:table/refused.csv', hubStaff, showRefusedRows),
  post('/hub/:hub/travel-times/:table/use', hubStaff, use),
  post('/hub/:hub/travel-times/:table/discard', hubStaff, discard),
  post('/hub/:hub/travel-times/:table/take-back', hubStaff, takeTableBack),
]
