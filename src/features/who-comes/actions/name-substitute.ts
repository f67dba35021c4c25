import { type Context, transaction } from '../../../platform/context.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { takeSubstitute } from '../../places/index.ts'
import { whenInWords } from '../../sessions/index.ts'
import { saveWhoComes } from '../store.ts'
import { type As, samePeopleInstead } from '../who-comes.ts'
import { type Around, lockedAround, orTooMany, saidOf, tellPlace } from './state-who-comes.ts'

export type SubstituteNamed = {
  readonly groupId: string
  readonly sessionId: string
  /** Whoever does not come. */
  readonly participantId: string
  readonly name: string
  readonly email: string
}

const requireMayStandIn = (around: Around, input: SubstituteNamed): { onDate: Temporal.PlainDate } => {
  if (around.samePeople) throw new Refused(samePeopleInstead)
  const session = around.sessions.find(({ id }) => id === input.sessionId)
  if (!session) throw new Refused('This session has begun or is cancelled meanwhile. Look again at the dates.')
  if (session.onDate === null)
    throw new Refused(`Session ${session.number}: ${whenInWords(session)}. Name a substitute once it has a date.`)
  return { onDate: session.onDate }
}

const alreadyStandsIn = (around: Around, { sessionId, participantId }: SubstituteNamed, personId: string): boolean =>
  around.coming.some(
    (each) =>
      each.sessionId === sessionId &&
      each.comes &&
      each.insteadOfId === participantId &&
      around.members.find((member) => member.participantId === each.participantId)?.personId === personId,
  )

const comes = ({ coming }: Around, { sessionId, participantId }: SubstituteNamed): boolean =>
  coming.some((each) => each.sessionId === sessionId && each.participantId === participantId && each.comes)

/**
 * Somebody else comes to one session in the place of a participant: refused where the project keeps the same people all year.
 * The same substitute named twice is one; they are told of that session, and no other.
 */
export const nameSubstitute = (context: Context, input: SubstituteNamed): Promise<void> =>
  transaction(context, async (tx, context) => {
    const around = await lockedAround(tx, context, input.groupId)
    const { member, as } = saidOf(context, around, input.participantId)
    const { onDate } = requireMayStandIn(around, input)
    const { personId, participantId } = await takeSubstitute(context, {
      placeId: member.placeId,
      name: input.name,
      email: input.email,
      on: onDate,
      unless: (id) => alreadyStandsIn(around, input, id),
    })
    if (participantId === null) return
    if (!comes(around, input)) throw new Refused(`${member.name} does not come to this session anyway.`)
    const pair = { sessionId: input.sessionId }
    await orTooMany(() =>
      saveWhoComes(
        tx,
        [
          { ...pair, participantId: member.participantId, comes: false },
          { ...pair, participantId, comes: true, insteadOfId: member.participantId },
        ],
        { as: as satisfies As, now: context.now },
      ),
    )
    await record(tx, context, {
      name: 'substitute.named',
      subject: { type: 'place', id: member.placeId },
      also: [
        { type: 'group', id: around.group.id },
        { type: 'organisation', id: member.organisationId },
        { type: 'person', id: personId },
      ],
      particulars: { as, ...pair, insteadOf: member.participantId, participantId },
    })
    await tellPlace(tx, context, { groupId: around.group.id, placeId: member.placeId })
  })
