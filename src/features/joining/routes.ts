import { byLink, everyone } from '../../platform/http/access.ts'
import { get } from '../../platform/http/routes.ts'
import { showForYou } from './pages/for-you.page.ts'
import { showByLink } from './pages/link.page.ts'
import { showSchool, showSchools } from './pages/school.page.ts'
import { suggestSchools } from './pages/suggestions.page.ts'

export const routes = [
  get('/schools', everyone, showSchools),
  get('/schools/suggestions', everyone, suggestSchools),
  get('/schools/:urn', everyone, showSchool),
  get('/for-you', everyone, showForYou),
  get('/status/:token/joining', byLink('status'), showByLink),
]
