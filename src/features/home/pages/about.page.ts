import { type Page, page } from '../../../platform/http/routes.ts'
import { accessibilityView, privacyView } from './about.view.ts'

export const showAccessibility: Page = async ({ frame }) => page(accessibilityView(frame))

export const showPrivacy: Page = async ({ frame }) => page(privacyView(frame))
