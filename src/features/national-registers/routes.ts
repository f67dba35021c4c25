import { get, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../organisations/index.ts'
import { askForBody, askForBodyChange, saveBodyChange, saveNewBody, showBodies, showBody } from './pages/bodies.page.ts'
import { refusedRows, settle, showImport, showQuestion, showRegisters } from './pages/registers.page.ts'

export const routes = [
  get('/network/registers', nationalTeam, showRegisters),
  get('/network/registers/:reading', nationalTeam, showImport),
  get('/network/registers/:reading/refused.csv', nationalTeam, refusedRows),
  get('/network/registers/questions/:question', nationalTeam, showQuestion),
  post('/network/registers/questions/:question', nationalTeam, settle),
  get('/network/organisations', nationalTeam, showBodies),
  get('/network/organisations/new', nationalTeam, askForBody),
  post('/network/organisations/new', nationalTeam, saveNewBody),
  get('/network/organisations/:organisation', nationalTeam, showBody),
  get('/network/organisations/:organisation/edit', nationalTeam, askForBodyChange),
  post('/network/organisations/:organisation/edit', nationalTeam, saveBodyChange),
]
