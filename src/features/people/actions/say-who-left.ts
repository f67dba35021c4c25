import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isHeldPost, isPostKind } from '../../../vocabulary/posts.ts'
import { organisationById } from '../../organisations/index.ts'
import { lockPerson } from '../address-store.ts'
import { worksAt } from '../details-queries.ts'
import { hubsOfOrganisation, hubsOfPerson } from '../hub-queries.ts'
import { maySayWhoLeft, maySayWhoMoved, personIdOf } from '../policy.ts'
import { roleOfLead } from '../role-queries.ts'
import { endPosts, insertMove } from '../store.ts'
import { endLockedRole } from './end-role.ts'
import { writePost } from './state-post.ts'
import { tellOfLeaving } from './tell-of-leaving.ts'

export type Leaves = {
  readonly personId: string
  readonly fromOrganisationId: string
  /** The day from which it holds: the last day there was the one before. */
  readonly on: Temporal.PlainDate
  /** Where they work now and what they do there, if they went to another organisation. */
  readonly to?: { readonly organisationId: string; readonly post: string } | null
}

/** Somebody says of themselves, or a hub or a lead of the school says of them, that they no longer work at an organisation. */
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
    return leave(tx, context, { ...input, saidBy: own ? 'person' : isLead ? 'school' : 'hub' })
  })

/** Somebody says, or a hub that knows them says, that they have moved to another organisation. */
export const sayWhoMoved = (
  context: Context,
  input: Leaves & { readonly to: { readonly organisationId: string; readonly post: string } },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    const hubIds = await hubsOfPerson(tx, input.personId)
    if (!maySayWhoMoved(context.actor, { personId: input.personId, hubIds }))
      throw new NotFound('Nobody whom this person knows')
    return leave(tx, context, { ...input, saidBy: personIdOf(context.actor) === input.personId ? 'person' : 'hub' })
  })

type Said = Leaves & { readonly saidBy: 'person' | 'school' | 'hub' }

/**
 * Ends what somebody did at an organisation, their part as its lead with it, and states what they do elsewhere. What they
 * take part in stands until the hub has decided: asked by the action that has decided who may say so.
 */
export const leave = async (tx: Transaction, context: Context, said: Said): Promise<string> => {
  found(await lockPerson(tx, said.personId))
  await requireLeaving(tx, context, said)
  const by = { by: said.saidBy, byPersonId: personIdOf(context.actor), now: context.now }
  const { personId, fromOrganisationId } = said
  const lastDay = said.on.subtract({ days: 1 })
  const ended = await endPosts(tx, { personId, organisationId: fromOrganisationId, lastDay, ...by })
  const lead = await roleOfLead(tx, { personId, organisationId: fromOrganisationId, today: context.today })
  if (lead) await endLockedRole(tx, context, lead, 'No longer works there')
  const toOrganisationId = said.to?.organisationId ?? null
  const saidByPersonId = by.byPersonId
  const move = { personId, fromOrganisationId, toOrganisationId, movedOn: said.on, now: context.now }
  const moveId = await insertMove(tx, { ...move, saidBy: said.saidBy, saidByPersonId })
  if (!moveId) throw new Refused('This has been said already.')
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
  })
  return moveId
}

const earliest = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ years: 1 })

const requireLeaving = async (tx: Transaction, { today }: Context, said: Said): Promise<void> => {
  const from = found(await organisationById(tx, said.fromOrganisationId))
  if (said.to?.organisationId === said.fromOrganisationId)
    throw new Refused(`This is the place that was left: choose another than ${from.name}.`)
  if (Temporal.PlainDate.compare(said.on, today) > 0)
    throw new Refused('This day is still to come: say it when it has happened.')
  if (Temporal.PlainDate.compare(said.on, earliest(today)) < 0)
    throw new Refused('This is more than a year ago. Ask your hub.')
  if (!(await worksAt(tx, { personId: said.personId, organisationId: from.id })))
    throw new Refused(`Nothing is known of work at ${from.name} today. It may have been ended already.`)
  if (!said.to) return
  const to = found(await organisationById(tx, said.to.organisationId))
  if (to.status === 'closed') throw new Refused(`${to.name} has closed. Choose the school that followed it.`)
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
