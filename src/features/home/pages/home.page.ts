import { type Page, page } from '../../../platform/http/routes.ts'
import { homeView } from './home.view.ts'

export const showHome: Page = async ({ frame }) => page(homeView(frame))
