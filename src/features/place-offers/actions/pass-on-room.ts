import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { type FreedRoom, lockGroup } from '../../groups/index.ts'
import { wasRoomPassedOn } from '../queries.ts'
import { offerFreedPlace } from './offer-freed-place.ts'

/**
 * Room that was added to a group, or became free without a request behind it, goes to those who wait and fit. The mark of the job is
 * kept, so that the same room is passed on once, however often the job is tried.
 */
export const passOnRoom = (
  context: Context,
  { groupId, mark, ...freed }: FreedRoom & { readonly groupId: string; readonly mark: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, groupId)
    if (await wasRoomPassedOn(tx, group.id, mark)) return
    const { offered } = await offerFreedPlace(context, group.id, { freed })
    await record(tx, context, {
      name: 'group.room-passed-on',
      subject: { type: 'group', id: group.id },
      particulars: { ...freed, mark, offered: [...offered] },
    })
  })
