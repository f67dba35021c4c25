import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { attempt } from '../../../platform/database/savepoint.ts'
import { Conflict, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { addressOf } from '../../people/index.ts'
import type { Arranged } from '../arranged.ts'
import { arrangedById } from '../arranged-queries.ts'
import { notJoinedLetter } from '../emails/not-joined.email.ts'
import { endMerger } from '../store.ts'
import { mergeGroups } from './merge-groups.ts'

/** The ten minutes are over: the groups become one, as they are by now; where that cannot be any more, whoever arranged it is told why. */
export const carryOutMerger = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const asked = await arrangedById(tx, id)
    if (asked === null) return
    for (const groupId of [asked.fromId, asked.intoId].sort()) await lockGroup(tx, groupId)
    // Read again behind the locks: taken back in the same moment, it is not done.
    const arranged = await arrangedById(tx, id)
    if (arranged?.status !== 'arranged') return
    const whyNot = await refusalOf(tx, context, arranged)
    if (whyNot === null) await endMerger(tx, id, { status: 'done', now: context.now })
    else await leaveAsTheyAre(tx, context, arranged, whyNot)
  })

const refusalOf = async (tx: Transaction, context: Context, arranged: Arranged): Promise<string | null> => {
  const { fromId, intoId, reason, leadsJoin, addsRoom } = arranged
  try {
    await attempt(tx, () => mergeGroups(context, { fromId, intoId, reason, leadsJoin, addsRoom }))
    return null
  } catch (problem) {
    if (problem instanceof Refused || problem instanceof Conflict) return problem.message
    if (problem instanceof NotFound) return 'One of the groups is not there any more.'
    throw problem
  }
}

const leaveAsTheyAre = async (tx: Transaction, context: Context, arranged: Arranged, whyNot: string): Promise<void> => {
  const { id, fromId, intoId, byPersonId } = arranged
  await endMerger(tx, id, { status: 'not_done', now: context.now, whyNot })
  await record(tx, context, {
    name: 'group.merging-not-done',
    subject: { type: 'group', id: fromId },
    also: [{ type: 'group', id: intoId }],
    particulars: { intoId, why: whyNot },
  })
  const to = byPersonId === null ? null : await addressOf(tx, byPersonId)
  if (to === null) return
  const letter = notJoinedLetter(arranged, whyNot, `${context.config.baseUrl}/groups/${fromId}`)
  await post(tx, context, { address: to, personId: byPersonId }, letter, `not-joined:${id}`)
}
