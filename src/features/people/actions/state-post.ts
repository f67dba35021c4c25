import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isHeldPost, type PostKind } from '../../../vocabulary/posts.ts'
import { lockPerson } from '../address-store.ts'
import { worksAt } from '../details-queries.ts'
import { mayChangeDetails, personIdOf } from '../policy.ts'
import { endPosts, insertPost } from '../store.ts'
import { takeForLead } from './take-for-lead.ts'

export type PostStated = {
  readonly personId: string
  readonly organisationId: string
  readonly post: string
  readonly held: boolean
  readonly statedBy: 'person' | 'sender' | 'hub' | 'school'
  readonly from?: Temporal.PlainDate | null
}

/** Notes what a person does at an organisation, who says so and since when: a fact for the rules of who can take part. */
export const statePost = (context: Context, input: PostStated): Promise<void> =>
  transaction(context, (tx, context) => writePost(tx, context, input))

/** Writes a post in a transaction that is under way. Whoever says it of themselves may be the first known of the school. */
export const writePost = async (tx: Transaction, context: Context, input: PostStated): Promise<void> => {
  const statedByPersonId = personIdOf(context.actor)
  await insertPost(tx, { ...input, statedByPersonId, now: context.now, from: input.from ?? null })
  await record(tx, context, {
    name: 'post.stated',
    subject: { type: 'person', id: input.personId },
    also: [{ type: 'organisation', id: input.organisationId }],
    particulars: { post: input.post, held: input.held, statedBy: input.statedBy },
  })
  if (input.statedBy === 'person') await takeForLead(tx, context, input)
}

/** Somebody does something else at the same organisation from a day on; what they did before is kept with its dates. */
export const changePost = (
  context: Context,
  input: { personId: string; organisationId: string; post: PostKind; from: Temporal.PlainDate },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { personId, organisationId, post, from } = input
    if (!mayChangeDetails(context.actor, personId)) throw new Forbidden('People change their own posts')
    found(await lockPerson(tx, personId))
    if (!(await worksAt(tx, { personId, organisationId }))) throw new Refused('Nothing is known of work there today.')
    if (Temporal.PlainDate.compare(from, context.today) > 0)
      throw new Refused('This day is still to come: say it when it has happened.')
    const lastDay = from.subtract({ days: 1 })
    const end = { personId, organisationId, lastDay, by: 'person', byPersonId: personId, now: context.now }
    const ended = await endPosts(tx, end)
    await record(tx, context, {
      name: 'post.ended',
      subject: { type: 'person', id: personId },
      also: [{ type: 'organisation', id: organisationId }],
      particulars: { posts: ended.map((row) => row.post) },
    })
    await writePost(tx, context, { personId, organisationId, post, held: isHeldPost(post), statedBy: 'person', from })
  })
