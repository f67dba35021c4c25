import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type ComingMove, comingMovesOf } from '../coming-moves-queries.ts'
import { insertComingMove, lockComingMove, settleComingMove } from '../coming-moves-store.ts'
import { hubsOfOrganisation, hubsOfPerson } from '../hub-queries.ts'
import type { Said } from '../leaving.ts'
import { maySayWhoLeft, maySayWhoMoved, personIdOf } from '../policy.ts'
import { tellOfComingMove, tellThatMoveIsNotComing } from './tell-of-coming-move.ts'

/** Notes a move for a day that is still to come: it changes nothing until then. Asked by the action that has decided who may say so. */
export const announceMove = async (tx: Transaction, context: Context, said: Said): Promise<string> => {
  const { personId, fromOrganisationId } = said
  const id = await insertComingMove(tx, {
    personId,
    fromOrganisationId,
    toOrganisationId: said.to?.organisationId ?? null,
    post: said.to?.post ?? null,
    movedOn: said.on,
    saidBy: said.saidBy,
    saidByPersonId: personIdOf(context.actor),
    now: context.now,
  })
  if (!id)
    throw new Refused('It has been said already that they will leave there. Take that back first, then say it anew.')
  await record(tx, context, {
    name: 'coming-move.announced',
    subject: { type: 'person', id: personId },
    also: organisationsOf(said),
    particulars: { comingMoveId: id, on: said.on.toString(), saidBy: said.saidBy },
  })
  const move = (await comingMovesOf(tx, personId)).find((each) => each.id === id)
  if (move) await tellOfComingMove(tx, context, move)
  return id
}

/** Takes back what was said before its day: by the person, by a lead of the school they stay at, or by a hub that knows them. */
export const takeBackComingMove = (context: Context, { id }: { id: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const locked = found(await lockComingMove(tx, id))
    await requireMayTakeBack(tx, context, locked)
    const move = (await comingMovesOf(tx, locked.person_id)).find((each) => each.id === id)
    if (!move) throw new Refused('This has happened already, or was taken back.')
    await settleComingMove(tx, id, { status: 'taken_back', now: context.now, by: personIdOf(context.actor) })
    await record(tx, context, {
      name: 'coming-move.taken-back',
      subject: { type: 'person', id: move.personId },
      also: organisationsOf({ fromOrganisationId: move.fromId, to: move.toId ? { organisationId: move.toId } : null }),
      particulars: { comingMoveId: id },
    })
    await tellThatMoveIsNotComing(tx, context, move, 'That was taken back.')
  })

/** Notes that a coming move cannot happen on its day, and tells those who were told of it. */
export const lapseComingMove = async (
  tx: Transaction,
  context: Context,
  move: ComingMove,
  because: string,
): Promise<void> => {
  await settleComingMove(tx, move.id, { status: 'lapsed', now: context.now })
  await record(tx, context, {
    name: 'coming-move.lapsed',
    subject: { type: 'person', id: move.personId },
    also: organisationsOf({ fromOrganisationId: move.fromId, to: move.toId ? { organisationId: move.toId } : null }),
    particulars: { comingMoveId: move.id, because },
  })
  await tellThatMoveIsNotComing(tx, context, move, because)
}

const organisationsOf = (move: {
  readonly fromOrganisationId: string
  readonly to?: { readonly organisationId: string } | null
}): { type: string; id: string }[] =>
  [move.fromOrganisationId, move.to?.organisationId].flatMap((id) => (id ? [{ type: 'organisation', id }] : []))

const requireMayTakeBack = async (
  tx: Transaction,
  { actor }: Context,
  move: { readonly person_id: string; readonly from_organisation_id: string },
): Promise<void> => {
  const { person_id: personId, from_organisation_id: organisationId } = move
  const hubIds = await hubsOfOrganisation(tx, organisationId)
  if (maySayWhoLeft(actor, { personId, organisationId, hubIds })) return
  if (maySayWhoMoved(actor, { personId, hubIds: await hubsOfPerson(tx, personId) })) return
  throw new NotFound('Nobody whom this person knows')
}
