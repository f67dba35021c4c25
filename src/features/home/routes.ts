import { everyone } from '../../platform/http/access.ts'
import { get } from '../../platform/http/routes.ts'
import { showHome } from './pages/home.page.ts'

export const routes = [get('/', everyone, showHome)]
