import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { currentPosts } from '../queries.ts'
import { confirmAddress } from '../store.ts'
import { takeForLead } from './take-for-lead.ts'

/** Notes that somebody has shown to read the mail of an address: it is theirs. */
export const noteAddressConfirmed = (context: Context, address: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const confirmed = await confirmAddress(tx, address, context.now)
    if (!confirmed) return
    const personId = confirmed.person_id
    await record(tx, context, { name: 'address.confirmed', subject: { type: 'person', id: personId } })
    for (const post of await currentPosts(tx, personId, context.today))
      if (post.stated_by === 'person')
        await takeForLead(tx, context, { personId, organisationId: post.organisation_id })
  })
