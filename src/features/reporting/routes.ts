import { everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { nationalReaders, nationalTeam } from '../people/index.ts'
import { downloadNetwork, saveFigure, showFigure, showFigures, showNetwork } from './pages/network.page.ts'
import { showStages } from './pages/stages.page.ts'

export const routes = [
  get('/network', nationalReaders, showNetwork),
  get('/network.csv', nationalReaders, downloadNetwork),
  get('/network/stages', nationalReaders, showStages),
  get('/network/figures', everyone, showFigures),
  post('/network/figures', nationalTeam, saveFigure),
  get('/network/figures/:figure', everyone, showFigure),
]
