import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { insertPost } from '../store.ts'

/** Notes what a person does at an organisation, who says so and since when: a fact for the rules of who can take part. */
export const statePost = (
  context: Context,
  input: {
    personId: string
    organisationId: string
    post: string
    held: boolean
    statedBy: 'person' | 'sender' | 'hub'
    from?: Temporal.PlainDate | null
  },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    await insertPost(tx, { ...input, now: context.now, from: input.from ?? null })
    await record(tx, context, {
      name: 'post.stated',
      subject: { type: 'person', id: input.personId },
      also: [{ type: 'organisation', id: input.organisationId }],
      particulars: { post: input.post, held: input.held, statedBy: input.statedBy },
    })
  })
