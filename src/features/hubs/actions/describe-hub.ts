import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { hubById } from '../../organisations/index.ts'
import { mayDescribeHub, mayWritePrivacyNotice } from '../policy.ts'
import { type HubDetails, lockHubs, replaceDetails, replaceNotice } from '../store.ts'

export type DescribeHubInput = {
  readonly hubId: string
  readonly details: HubDetails
  /** The details as whoever changes them saw them. */
  readonly seen: HubDetails
}

const keys = ['website', 'email', 'telephone', 'about'] as const
// A form sends other line ends than it was given, and nothing around the text.
const isSame = (one: string | null, other: string | null): boolean => tidy(one) === tidy(other)
const tidy = (text: string | null): string => (text ?? '').replaceAll('\r\n', '\n').trim()
const changedIn = (before: HubDetails, after: HubDetails) => keys.filter((key) => !isSame(before[key], after[key]))

/** Says from today how a hub is reached and what it says of itself; what stood before stays readable. */
export const describeHub = (context: Context, { hubId, details, seen }: DescribeHubInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayDescribeHub(context.actor, hubId)) throw new NotFound('Only staff of a hub say how it is reached')
    const row = found((await lockHubs(tx, [hubId]))[0])
    if (row.closed_on !== null) throw new Refused('This hub is closed: nothing about it changes any more.')
    if (changedIn(row, seen).length > 0)
      throw new Conflict(
        'A colleague changed this after you opened the page. Open it again and make your change there.',
      )
    const changed = changedIn(row, details)
    if (changed.length === 0) return
    await replaceDetails(tx, row, details, { from: context.today, now: context.now })
    await record(tx, context, {
      name: 'hub.described',
      subject: { type: 'hub', id: hubId },
      particulars: { changed },
    })
  })

export type PrivacyNoticeInput = {
  readonly hubId: string
  readonly notice: string | null
  readonly seen: string | null
}

/** Writes a hub's privacy notice anew from today; the earlier wording stays readable. */
export const writePrivacyNotice = (context: Context, { hubId, notice, seen }: PrivacyNoticeInput): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayDescribeHub(context.actor, hubId)) throw new NotFound('Only staff of a hub speak for it')
    if (!mayWritePrivacyNotice(context.actor, hubId)) throw new Forbidden('Only leads of the hub write its notice')
    found((await lockHubs(tx, [hubId]))[0])
    const before = found(await hubById(tx, hubId)).privacyNotice
    if (!isSame(before, seen))
      throw new Conflict(
        'A colleague changed this after you opened the page. Open it again and make your change there.',
      )
    if (isSame(before, notice)) return
    await replaceNotice(tx, hubId, notice, { from: context.today, now: context.now })
    await record(tx, context, {
      name: 'hub.privacy-notice-written',
      subject: { type: 'hub', id: hubId },
      particulars: { isEmpty: notice === null },
    })
  })
