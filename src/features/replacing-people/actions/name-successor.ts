import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import type { PostKind } from '../../../vocabulary/posts.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { changeParticipants, namedOfPlace, needsGiven } from '../../places/index.ts'
import { tellPeopleOfPlace } from '../../sessions/index.ts'
import { leadsOf } from '../due-queries.ts'
import { leadToldLetter } from '../emails/successor.email.ts'
import { mayNameSuccessor, maySettleSuccessor } from '../policy.ts'
import { participantOf } from '../queries.ts'
import { settleAsked } from '../store.ts'
import type { SuccessorAsked } from '../successor.ts'
import { exceptionInstead, needsException } from '../successor.ts'
import { aboutAsked, lockedAsked, requireOpen } from './ask-for-successor.ts'

export type SuccessorNamed = {
  readonly participantId: string
  readonly name: string
  readonly email: string
  readonly post: PostKind
  /** What the school says they need; they can say otherwise. */
  readonly needs?: string | null
}

const system = (context: Context): Context => actingAs(context, { kind: 'system', task: 'successor' })

// Where nobody leads any more whoever follows does, as whoever left did.
const takePart = async (
  tx: Transaction,
  context: Context,
  asked: SuccessorAsked,
  named: { readonly personId: string; readonly post: PostKind; readonly accessNeeds: string | null },
): Promise<void> => {
  const stay = await namedOfPlace(tx, asked.placeId)
  const part = asked.part === 'lead' && !stay.some((each) => each.part === 'lead') ? 'lead' : 'other'
  const people = [...stay, { ...named, part } as const]
  await changeParticipants(system(context), { placeId: asked.placeId, people, peopleCount: asked.peopleCount })
}

const tellLeads = async (tx: Transaction, context: Context, asked: SuccessorAsked, name: string): Promise<void> => {
  const url = `${context.config.baseUrl}/groups/${asked.groupId}`
  for (const lead of await leadsOf(tx, asked.groupId, context.today))
    await post(
      tx,
      context,
      { address: lead.address, personId: lead.personId },
      leadToldLetter(asked, { lead: lead.name, name, url }),
      `successor:${asked.participantId}:named:lead:${lead.personId}`,
    )
}

/** A school names who follows somebody who has left: they take part from today on under its place, and are sent the dates to come; the leads are told. */
export const nameSuccessor = (context: Context, input: SuccessorNamed): Promise<void> =>
  transaction(context, async (tx, context) => {
    const asked = await lockedAsked(tx, context, input.participantId)
    if (!mayNameSuccessor(context.actor, asked)) throw new Forbidden('Only the school or its hub names who follows')
    requireOpen(asked)
    if (needsException(asked)) throw new Refused(exceptionInstead)
    const { id: personId } = await findOrCreatePerson(context, { name: input.name, email: input.email })
    if (personId === asked.personId) throw new Refused('Name somebody else: this is the person who has left.')
    const statedBy = maySettleSuccessor(context.actor, asked) ? 'hub' : 'sender'
    const { organisationId } = asked
    await statePost(context, { personId, organisationId, post: input.post, held: true, statedBy })
    await takePart(tx, context, asked, { personId, post: input.post, accessNeeds: needsGiven(input.needs ?? null) })
    const successorId = await participantOf(tx, { placeId: asked.placeId, personId })
    await settleAsked(tx, asked.participantId, { status: 'named', successorId, now: context.now })
    await record(tx, context, {
      name: 'successor.named',
      ...aboutAsked(asked),
      particulars: { participantId: asked.participantId, successorId },
    })
    await tellPeopleOfPlace(system(context), { groupId: asked.groupId, placeId: asked.placeId })
    await tellLeads(tx, context, asked, input.name)
  })
