import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { hubStaffAddresses } from '../../people/index.ts'
import { followedEmail } from '../emails/followed.email.ts'
import { hubsByIds, type Live, liveInterestOf, livePlacesOf, successorsTold } from '../queries.ts'
import { askOnce, lockSchools, moveInterest, moveInvitations, moveLeads, movePlaces, movePosts } from '../store.ts'

type Succession = { readonly predecessorId: string; readonly successorId: string }
type Followed = Succession & {
  readonly predecessor: string
  readonly successor: string
  readonly moved: readonly Live[]
  readonly open: readonly Live[]
}

/**
 * What a closed school takes part in, asks for and is led by goes on under the school that follows it (domain rule 13); what is
 * finished stays told of the old one. Where both have a part in the same, somebody is asked. Done twice, it changes nothing.
 */
export const followSuccessor = (context: Context, succession: Succession): Promise<{ moved: number; open: number }> =>
  transaction(context, async (tx, context) => {
    const { predecessorId, successorId } = succession
    const schools = await lockSchools(tx, [predecessorId, successorId])
    const predecessor = schools.find(({ id }) => id === predecessorId)
    const successor = schools.find(({ id }) => id === successorId)
    const told = (await successorsTold(tx, predecessorId)).find(({ id }) => id === successorId)
    // A school that was opened again meanwhile goes on by itself.
    if (!predecessor || !successor || !told || predecessor.status !== 'closed') return { moved: 0, open: 0 }
    const since = told.since ?? predecessor.closed_on ?? context.today
    const { moved, open } = await moveLive(tx, context, succession)
    const day = { since, today: context.today, now: context.now }
    const counts = {
      posts: await movePosts(tx, succession, day),
      leads: await moveLeads(tx, succession, day),
      invitations: await moveInvitations(tx, succession, day),
    }
    const followed = { ...succession, predecessor: predecessor.name, successor: successor.name, moved, open }
    if (moved.length + counts.posts + counts.leads + counts.invitations > 0)
      await record(tx, context, {
        name: 'organisation.followed',
        subject: { type: 'organisation', id: successorId },
        also: [{ type: 'organisation', id: predecessorId }],
        particulars: { predecessorId, successorId, places: moved.length, ...counts },
      })
    await ask(tx, context, followed)
    await tellHubs(tx, context, followed)
    await followFurther(context, successor)
    return { moved: moved.length, open: open.length }
  })

const happened = { place: 'place.followed', interest: 'interest.followed' } as const

const moveLive = async (tx: Transaction, context: Context, succession: Succession) => {
  const { predecessorId, successorId } = succession
  const places = await livePlacesOf(tx, predecessorId, successorId)
  const goingPlaces = places.filter(({ isWithBoth }) => !isWithBoth)
  await movePlaces(
    tx,
    goingPlaces.map(({ id }) => id),
    succession,
  )
  // Read only now: a request that was given a place goes where its place has gone.
  const interest = await liveInterestOf(tx, predecessorId, successorId)
  const goingInterest = interest.filter(({ isWithBoth }) => !isWithBoth)
  await moveInterest(
    tx,
    goingInterest.map(({ id }) => id),
    succession,
  )
  for (const [type, each] of [
    ...goingPlaces.map((live) => ['place', live] as const),
    ...goingInterest.map((live) => ['interest', live] as const),
  ])
    await record(tx, context, {
      name: happened[type],
      subject: { type, id: each.id },
      also: [
        ...(each.groupId ? [{ type: 'group', id: each.groupId }] : []),
        { type: 'organisation', id: successorId },
        { type: 'organisation', id: predecessorId },
      ],
      particulars: { predecessorId, successorId },
    })
  const isOpen = ({ isWithBoth }: Live) => isWithBoth
  return { moved: [...goingPlaces, ...goingInterest], open: [...places.filter(isOpen), ...interest.filter(isOpen)] }
}

const ask = async (
  tx: Transaction,
  context: Context,
  { predecessorId, successorId, open }: Followed,
): Promise<void> => {
  for (const kind of ['places_of_both', 'interest_of_both'] as const) {
    const both = open.filter(({ groupId }) => (groupId !== null) === (kind === 'places_of_both'))
    if (both.length === 0) continue
    const told = { both: both.map(({ what }) => what) }
    const question = await askOnce(tx, {
      kind,
      organisationId: predecessorId,
      about: successorId,
      told,
      now: context.now,
    })
    if (question)
      await record(tx, context, {
        name: 'succession.asked',
        subject: { type: 'organisation', id: predecessorId },
        also: [{ type: 'organisation', id: successorId }],
        particulars: { question, count: both.length },
      })
  }
}

const tellHubs = async (
  tx: Transaction,
  context: Context,
  { predecessorId, successorId, moved, open, ...names }: Followed,
) => {
  const hubs = await hubsByIds(tx, [...new Set([...moved, ...open].map(({ hubId }) => hubId))])
  for (const hub of hubs) {
    const here = (all: readonly Live[]) => [
      ...new Set(all.filter(({ hubId }) => hubId === hub.id).map(({ what }) => what)),
    ]
    const url = `${context.config.baseUrl}/hub/${hub.slug}`
    for (const { address, personId } of await hubStaffAddresses(tx, hub.id, context.today))
      await post(
        tx,
        context,
        { address, personId },
        followedEmail({ ...names, moved: here(moved), open: here(open), url }),
        `school-followed:${predecessorId}:${successorId}:${hub.id}:${personId}`,
      )
  }
}

// The school that follows may have closed as well by the time this is done, with one that follows it in turn.
const followFurther = async (context: Context, successor: { id: string; status: string }): Promise<void> => {
  if (successor.status !== 'closed') return
  const [next, ...others] = await successorsTold(context.db, successor.id)
  if (next && others.length === 0) await followSuccessor(context, { predecessorId: successor.id, successorId: next.id })
}
