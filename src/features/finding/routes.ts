import { everyone } from '../../platform/http/access.ts'
import { get, getKept, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../people/index.ts'
import { showHubs } from './pages/hubs.page.ts'
import { previewCatalogue, previewPrint } from './pages/preview.page.ts'
import { showProjects } from './pages/projects.page.ts'
import { saveTile, showTiles } from './pages/tiles.page.ts'

export const routes = [
  getKept('/projects', everyone, showProjects),
  getKept('/hubs', everyone, showHubs),
  get('/network/tiles', nationalTeam, showTiles),
  post('/network/tiles', nationalTeam, saveTile),
  get('/network/years/:year/preview', nationalTeam, previewCatalogue),
  get('/network/years/:year/preview.pdf', nationalTeam, previewPrint),
]
