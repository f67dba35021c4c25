import { everyone } from '../../platform/http/access.ts'
import { get, getKept, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../people/index.ts'
import { listPathway, showPathway, showPathways } from './pages/pathways.page.ts'
import {
  askForPathway,
  letDraftGo,
  publish,
  savePathway,
  showPathwaysToWrite,
  showPathwayVersion,
  showWrittenPathway,
} from './pages/write.page.ts'

export const routes = [
  getKept('/pathways', everyone, showPathways),
  getKept('/pathways/:key', everyone, showPathway),
  getKept('/pathways/:key.csv', everyone, listPathway),
  get('/network/pathways', nationalTeam, showPathwaysToWrite),
  get('/network/pathways/:pathway', nationalTeam, showWrittenPathway),
  get('/network/pathways/:pathway/edit', nationalTeam, askForPathway),
  post('/network/pathways/:pathway/edit', nationalTeam, savePathway),
  post('/network/pathways/:pathway/publish', nationalTeam, publish),
  post('/network/pathways/:pathway/discard', nationalTeam, letDraftGo),
  get('/network/pathways/:pathway/versions/:version', nationalTeam, showPathwayVersion),
]
