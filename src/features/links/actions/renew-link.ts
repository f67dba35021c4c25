import { type Context, transaction } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { LinkPurpose } from '../../../vocabulary/link-purpose.ts'
import { linksLike } from '../queries.ts'
import { sendNewLinks } from './stop-links.ts'

/** Sends a new link in place of one whose time is over, to the address that it was meant for and once a day: whoever holds the old one learns nothing. */
export const renewLink = (
  context: Context,
  { purpose, subjectId }: { purpose: LinkPurpose; subjectId: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const mailed = found(await linksLike(tx, purpose, subjectId))
    await record(tx, context, { name: 'link.renewed', subject: mailed.record, particulars: { purpose } })
    await sendNewLinks(tx, context, mailed, {
      how: 'expired',
      key: `link-renewed:${purpose}:${subjectId}:${context.today}`,
    })
  })
