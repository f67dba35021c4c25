import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { type Letter, post } from '../../../platform/mail/index.ts'
import type { ComingMove } from '../coming-moves-queries.ts'
import { personById } from '../details-queries.ts'
import { comingMoveLetter, moveNotComingLetter, ownComingMoveLetter } from '../emails/coming-move.email.ts'
import { hubsWithPlaces } from '../hub-queries.ts'
import { personIdOf } from '../policy.ts'
import { hubStaffAddresses, leadsOfOrganisation } from '../queries.ts'

type Concerned = {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly path: string
  readonly why: string
}

// The leads of the school that will be left, and the staff of the hubs that will have to decide: nobody is told at the new one.
const concernedBy = async (
  tx: Transaction,
  { today }: Context,
  { personId, fromId, from }: ComingMove,
): Promise<readonly Concerned[]> => {
  const leads = (await leadsOfOrganisation(tx, fromId, today)).map((lead) => ({
    ...lead,
    path: '/account/school',
    why: `you lead ${from} in Tessellate.`,
  }))
  const staff: Concerned[] = []
  for (const { hubId, slug } of await hubsWithPlaces(tx, { personId, organisationId: fromId })) {
    const why = 'you work for the hub that this school deals with.'
    for (const each of await hubStaffAddresses(tx, hubId, today))
      staff.push({ ...each, path: `/hub/${slug}/people/${personId}`, why })
  }
  return [...leads, ...staff]
}

const leavingOf = ({ person, from, to, on }: ComingMove) => ({ name: person, from, to, on })

/** Tells the person, the old school's leads and the hubs that will decide, once each; whoever says it knows it already. */
export const tellOfComingMove = async (tx: Transaction, context: Context, move: ComingMove): Promise<void> => {
  const own = await personById(tx, move.personId)
  const key = `coming-move:${move.id}`
  const isSaidByOther = personIdOf(context.actor) !== move.personId
  const url = `${context.config.baseUrl}/account`
  if (own?.address)
    await post(
      tx,
      context,
      { address: own.address, personId: own.id },
      ownComingMoveLetter({ ...leavingOf(move), isSaidByOther, url }),
      `${key}:own`,
    )
  await tellConcerned(tx, context, move, {
    key,
    letter: (to) =>
      comingMoveLetter({
        ...leavingOf(move),
        greeting: to.name,
        url: `${context.config.baseUrl}${to.path}`,
        why: to.why,
      }),
  })
}

/** Tells them that it does not come, with the reason. */
export const tellThatMoveIsNotComing = async (
  tx: Transaction,
  context: Context,
  move: ComingMove,
  because: string,
): Promise<void> => {
  const own = await personById(tx, move.personId)
  const key = `coming-move:${move.id}:not`
  const letter = (to: { readonly name: string; readonly why: string }) =>
    moveNotComingLetter({ ...leavingOf(move), greeting: to.name, because, why: to.why })
  if (own?.address && personIdOf(context.actor) !== own.id)
    await post(
      tx,
      context,
      { address: own.address, personId: own.id },
      letter({ name: own.name, why: `you work at ${move.from}.` }),
      `${key}:own`,
    )
  await tellConcerned(tx, context, move, { key, letter })
}

const tellConcerned = async (
  tx: Transaction,
  context: Context,
  move: ComingMove,
  { key, letter }: { key: string; letter: (to: Concerned) => Letter },
): Promise<void> => {
  const told = new Set([personIdOf(context.actor), move.personId])
  for (const to of await concernedBy(tx, context, move)) {
    if (told.has(to.personId)) continue
    told.add(to.personId)
    await post(tx, context, to, letter(to), `${key}:${to.personId}`)
  }
  await record(tx, context, {
    name: 'coming-move.told',
    subject: { type: 'person', id: move.personId },
    particulars: { comingMoveId: move.id },
  })
}
