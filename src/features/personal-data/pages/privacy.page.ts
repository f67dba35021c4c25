import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { controllerAt } from '../../controllers/index.ts'
import { monthsOf } from '../../retention/index.ts'
import { hubNotice } from '../controller-queries.ts'
import { noticeLines } from '../notice.ts'
import { privacyView } from './privacy.view.ts'

/** The notice of the network. */
export const showPrivacy: Page = async ({ context, frame }) =>
  page(
    privacyView(frame, {
      hub: null,
      controller: await controllerAt(context.db, null, context.today),
      lines: noticeLines(await monthsOf(context.db)),
    }),
  )

/** The notice of one hub: its own facts and words over those of the network. */
export const showHubPrivacy: Page = async ({ context, params, frame }) => {
  const hub = found(await hubNotice(context.db, params['hub'] ?? ''))
  return page(
    privacyView(frame, {
      hub,
      controller: await controllerAt(context.db, hub.id, context.today),
      lines: noticeLines(await monthsOf(context.db)),
    }),
  )
}
