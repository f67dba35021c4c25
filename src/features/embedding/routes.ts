import { everyone } from '../../platform/http/access.ts'
import { get, getKept } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { giveFrame, giveScript, showEmbedding } from './pages/embedding.page.ts'
import { feedOffers, feedProjects } from './pages/feeds.page.ts'

export const routes = [
  getKept('/embed/:hub', everyone, giveFrame),
  getKept('/embed/:hub.js', everyone, giveScript),
  getKept('/hubs/:hub/offers.atom', everyone, feedOffers),
  getKept('/projects.atom', everyone, feedProjects),
  get('/hub/:hub/embedding', hubStaff, showEmbedding),
]
