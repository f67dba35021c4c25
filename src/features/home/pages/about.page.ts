import { type Page, page } from '../../../platform/http/routes.ts'
import { accessibilityView } from './about.view.ts'

export const showAccessibility: Page = async ({ frame }) => page(accessibilityView(frame))
