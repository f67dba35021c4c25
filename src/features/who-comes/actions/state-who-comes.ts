import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy, type Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type LockedGroup, lockGroup, takesPlaces } from '../../groups/index.ts'
import { callOffDates, peopleOfDates, type Session, tellPeopleOfPlace } from '../../sessions/index.ts'
import { statesAs } from '../policy.ts'
import { type Coming, comingIn, groupOfMembers, type Member, membersOf, sessionsToCome } from '../queries.ts'
import { saveWhoComes } from '../store.ts'
import { type As, afterSaying, refusalOf, type Said } from '../who-comes.ts'

export type Around = {
  readonly group: LockedGroup
  readonly samePeople: boolean
  readonly members: readonly Member[]
  readonly sessions: readonly Session[]
  readonly coming: readonly Coming[]
}

/** Locks a group for whoever says who comes, with its people and its sessions to come. */
export const lockedAround = async (tx: Transaction, context: Context, groupId: string): Promise<Around> => {
  const group = await lockGroup(tx, groupId)
  if (!takesPlaces(group.status)) throw new Refused('This group is over: it meets no more.')
  return {
    group,
    samePeople: found(await groupOfMembers(tx, groupId)).samePeople,
    members: await membersOf(tx, groupId, context.today),
    sessions: await sessionsToCome(tx, groupId, context.now),
    coming: await comingIn(tx, groupId),
  }
}

/** The person something is said of and as what the actor says it; for whom it is not theirs to say, there is nobody (domain rule 9). */
export const saidOf = ({ actor }: Context, around: Around, participantId: string): { member: Member; as: As } => {
  const member = around.members.find((each) => each.participantId === participantId)
  const as = member ? statesAs(actor, around.group, member, around.members) : null
  if (!member || as === null) throw new NotFound('Nobody of a place that this person speaks for')
  return { member, as }
}

const sessionOf = ({ sessions }: Around, sessionId: string): Session => {
  const session = sessions.find(({ id }) => id === sessionId)
  if (session) return session
  throw new Refused('This session has begun or is cancelled meanwhile. Look again at the dates.')
}

const atSession = ({ coming, members }: Around, sessionId: string, placeId: string): readonly Coming[] => {
  const here = new Set(members.filter((each) => each.placeId === placeId).map((each) => each.participantId))
  return coming.filter((each) => each.sessionId === sessionId && here.has(each.participantId))
}

type Saying = { readonly member: Member; readonly as: As; readonly said: readonly Said[] }

const requireFits = (around: Around, { member, as, said }: Saying): void => {
  const own = around.members.filter(({ placeId }) => placeId === member.placeId)
  for (const [sessionId, of] of Map.groupBy(said, ({ sessionId }) => sessionId)) {
    const session = sessionOf(around, sessionId)
    const before = atSession(around, sessionId, member.placeId)
    const terms = { as, samePeople: around.samePeople, peopleCount: member.peopleCount }
    const refusal = refusalOf(terms, before, afterSaying(before, of)) ?? substituteRefusal(own, before, of)
    if (refusal) throw new Refused(`Session ${session.number}, ${member.organisation}: ${refusal}`)
  }
}

// Somebody in whose place a substitute comes comes again once the substitute does not.
const substituteRefusal = (own: readonly Member[], before: readonly Coming[], said: readonly Said[]): string | null => {
  const after = afterSaying(before, said)
  const beside = after.find(
    ({ comes, insteadOfId }) =>
      comes && insteadOfId !== null && after.some((each) => each.participantId === insteadOfId && each.comes),
  )
  const name = own.find(({ participantId }) => participantId === beside?.participantId)?.name
  return beside ? `${name ?? 'A substitute'} comes as a substitute. Take away either the one or the other.` : null
}

/** Tells the people of a place what is new to them, where the dates of the group have been told at all; whoever comes no more is released. */
export const tellPlace = async (
  tx: Transaction,
  context: Context,
  { groupId, placeId }: { readonly groupId: string; readonly placeId: string },
): Promise<void> => {
  const people = await peopleOfDates(tx, groupId, context.today)
  if (!people.some(({ isTold }) => isTold)) return
  await tellPeopleOfPlace(context, { groupId, placeId })
  for (const { personId } of (await membersOf(tx, groupId, context.today)).filter((each) => each.placeId === placeId))
    await callOffDates(context, { groupId, personId })
}

/** What the database guards last: that no more come than the place is for. */
export const orTooMany = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (problem) {
    if (refusedBy(problem) !== 'who_comes_within_the_place') throw problem
    throw new Refused('More people would come than the place is for. Choose who comes, or ask the hub for more room.')
  }
}

const isNews = ({ coming }: Around, { sessionId, participantId, comes }: Said): boolean =>
  coming.find((each) => each.sessionId === sessionId && each.participantId === participantId)?.comes !== comes

const saveOfPlace = async (
  tx: Transaction,
  context: Context,
  around: Around,
  { member, as, said }: Saying,
): Promise<void> => {
  await saveWhoComes(tx, said, { as, now: context.now })
  await record(tx, context, {
    name: 'who-comes.stated',
    subject: { type: 'place', id: member.placeId },
    also: [
      { type: 'group', id: around.group.id },
      { type: 'organisation', id: member.organisationId },
    ],
    particulars: { as, said: said.map((each) => ({ ...each })) },
  })
  await tellPlace(tx, context, { groupId: around.group.id, placeId: member.placeId })
}

/**
 * States who comes to which sessions to come. What is already so changes nothing; a session of a place never has more people
 * than the place is for, and a school does not come with fewer than are expected without giving notice.
 */
export const stateWhoComes = (
  context: Context,
  input: { readonly groupId: string; readonly said: readonly Said[] },
): Promise<{ readonly changed: number }> =>
  transaction(context, async (tx, context) => {
    const around = await lockedAround(tx, context, input.groupId)
    const all = input.said.map((said) => ({ ...saidOf(context, around, said.participantId), said }))
    const news = all.filter(({ said }) => isNews(around, said))
    for (const of of Map.groupBy(news, ({ member }) => member.placeId).values()) {
      const [first] = of
      if (!first) continue
      const saying = { member: first.member, as: first.as, said: of.map(({ said }) => said) }
      requireFits(around, saying)
      await orTooMany(() => saveOfPlace(tx, context, around, saying))
    }
    return { changed: news.length }
  })
