import { everyone } from '../../platform/http/access.ts'
import { getKept } from '../../platform/http/routes.ts'
import { showProjects } from './pages/projects.page.ts'

export const routes = [getKept('/projects', everyone, showProjects)]
