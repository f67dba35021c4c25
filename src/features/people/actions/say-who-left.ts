import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isHeldPost, isPostKind } from '../../../vocabulary/posts.ts'
import { organisationById } from '../../organisations/index.ts'
import { lockPerson } from '../address-store.ts'
import { hasLeftOn } from '../coming-moves-queries.ts'
import { settleComingMovesFrom } from '../coming-moves-store.ts'
import { worksAt } from '../details-queries.ts'
import { hubsOfOrganisation, hubsOfPerson } from '../hub-queries.ts'
import type { Leaves, Said } from '../leaving.ts'
import { maySayWhoLeft, maySayWhoMoved, personIdOf } from '../policy.ts'
import { roleOfLead } from '../role-queries.ts'
import { endPosts, insertMove } from '../store.ts'
import { announceMove } from './announce-move.ts'
import { endLockedRole } from './end-role.ts'
import { writePost } from './state-post.ts'
import { tellOfLeaving } from './tell-of-leaving.ts'

/** Somebody says of themselves, or a hub or a lead of the school says of them, that they no longer work at an organisation, or will not from a day on. */
export const sayWhoLeft = (context: Context, input: Omit<Leaves, 'to'>): Promise<string> =>
  transaction(context, async (tx, context) => {
    const organisation = {
      organisationId: input.fromOrganisationId,
      hubIds: await hubsOfOrganisation(tx, input.fromOrganisationId),
    }
    if (!maySayWhoLeft(context.actor, { personId: input.personId, ...organisation }))
      throw new NotFound('Nobody whom this person knows')
    const own = personIdOf(context.actor) === input.personId
    const isLead =
      context.actor.kind === 'person' &&
      context.actor.roles.some((role) => role.organisationId === input.fromOrganisationId)
    return sayIt(tx, context, { ...input, saidBy: own ? 'person' : isLead ? 'school' : 'hub' })
  })

/** Somebody says, or a hub that knows them says, that they have moved to another organisation, or will on a day. */
export const sayWhoMoved = (
  context: Context,
  input: Leaves & { readonly to: { readonly organisationId: string; readonly post: string } },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const hubIds = await hubsOfPerson(tx, input.personId)
    if (!maySayWhoMoved(context.actor, { personId: input.personId, hubIds }))
      throw new NotFound('Nobody whom this person knows')
    return sayIt(tx, context, { ...input, saidBy: personIdOf(context.actor) === input.personId ? 'person' : 'hub' })
  })

const sayIt = async (tx: Transaction, context: Context, said: Said): Promise<string> => {
  if (Temporal.PlainDate.compare(said.on, context.today) <= 0) return leave(tx, context, said)
  found(await lockPerson(tx, said.personId))
  await requireLeaving(tx, context, said)
  return announceMove(tx, context, said)
}

/**
 * Ends what somebody did at an organisation, their part as its lead with it, and states what they do elsewhere. What they
 * take part in stands until the hub has decided: asked by the action that has decided who may say so.
 */
export const leave = async (tx: Transaction, context: Context, said: Said): Promise<string> => {
  found(await lockPerson(tx, said.personId))
  await requireLeaving(tx, context, said)
  const byPersonId = said.saidByPersonId ?? personIdOf(context.actor)
  const by = { by: said.saidBy, byPersonId, now: context.now }
  const { personId, fromOrganisationId } = said
  const lastDay = said.on.subtract({ days: 1 })
  const ended = await endPosts(tx, { personId, organisationId: fromOrganisationId, lastDay, ...by })
  const lead = await roleOfLead(tx, { personId, organisationId: fromOrganisationId, today: context.today })
  if (lead) await endLockedRole(tx, context, lead, 'No longer works there')
  const toOrganisationId = said.to?.organisationId ?? null
  const move = { personId, fromOrganisationId, toOrganisationId, movedOn: said.on, now: context.now }
  const moveId = await insertMove(tx, { ...move, saidBy: said.saidBy, saidByPersonId: byPersonId })
  if (!moveId) throw new Refused('This has been said already.')
  await settleComingMovesFrom(tx, said, { moveId, now: context.now })
  if (said.to) await stateNewPost(tx, context, said, said.to)
  await record(tx, context, {
    name: said.to ? 'person.moved' : 'person.left',
    subject: { type: 'person', id: personId },
    also: [fromOrganisationId, toOrganisationId].flatMap((id) => (id ? [{ type: 'organisation', id }] : [])),
    particulars: { moveId, fromOrganisationId, toOrganisationId, posts: ended.length, saidBy: said.saidBy },
  })
  await tellOfLeaving(tx, context, {
    moveId,
    personId,
    fromOrganisationId,
    toOrganisationId,
    on: said.on,
    wasLead: lead !== null,
    saidByOther: said.saidBy !== 'person',
  })
  return moveId
}

const earliest = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ years: 1 })
const latest = (today: Temporal.PlainDate): Temporal.PlainDate => today.add({ years: 1 })

const requireLeaving = async (tx: Transaction, context: Context, said: Said): Promise<void> => {
  const refusal = await refusalToLeave(tx, context, said)
  if (refusal) throw new Refused(refusal)
}

/** What stands against somebody's leaving an organisation, as a sentence; null when nothing does. */
export const refusalToLeave = async (tx: Transaction, { today }: Context, said: Said): Promise<string | null> => {
  const from = found(await organisationById(tx, said.fromOrganisationId))
  if (said.to?.organisationId === said.fromOrganisationId)
    return `This is the place that was left: choose another than ${from.name}.`
  if (Temporal.PlainDate.compare(said.on, latest(today)) > 0)
    return 'This is more than a year ahead: say it when it is nearer.'
  if (Temporal.PlainDate.compare(said.on, earliest(today)) < 0) return 'This is more than a year ago. Ask your hub.'
  if (!(await worksAt(tx, { personId: said.personId, organisationId: from.id })))
    return `Nothing is known of work at ${from.name} today. It may have been ended already.`
  if (await hasLeftOn(tx, said)) return 'This has been said already.'
  const to = said.to ? found(await organisationById(tx, said.to.organisationId)) : null
  return to?.status === 'closed' ? `${to.name} has closed. Choose the school that followed it.` : null
}

const stateNewPost = (
  tx: Transaction,
  context: Context,
  said: Said,
  to: { readonly organisationId: string; readonly post: string },
): Promise<void> => {
  const held = !isPostKind(to.post) || isHeldPost(to.post)
  const statedBy = said.saidBy === 'hub' ? ('hub' as const) : ('person' as const)
  return writePost(tx, context, { personId: said.personId, ...to, held, statedBy, from: said.on })
}
