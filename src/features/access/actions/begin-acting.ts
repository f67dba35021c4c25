import { machineClock } from '../../../platform/clock.ts'
import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { actorOfPerson, addressOf, hubsOfPerson, personIdOf } from '../../people/index.ts'
import { longestMinutes } from '../acting.ts'
import { actingLetter } from '../emails/acting.email.ts'
import { mayActFor } from '../policy.ts'
import { openEpisode, sessionOf } from '../queries.ts'
import { insertEpisode, lockSession } from '../store.ts'
import { lapseActing } from './end-acting.ts'

type Input = { readonly personId: string; readonly reason: string; readonly sessionToken: string }

/** Somebody begins to act for another in this signed-in session, for a reason, for an hour at most; the other is told. */
export const beginActing = (context: Context, { personId, reason, sessionToken }: Input): Promise<void> =>
  transaction(context, async (tx, context) => {
    const now = machineClock.now()
    const person = await actorOfPerson(tx, personId, context.today)
    if (person.kind !== 'person') throw new NotFound('Nobody of this id')
    const hubIds = await hubsOfPerson(tx, personId)
    if (!mayActFor(context.actor, { personId, roles: person.roles, hubIds }))
      throw new Forbidden('Not for this person, or not while acting for another')
    const sessionId = found(await sessionOf(tx, sessionToken, now))
    await lockSession(tx, sessionId)
    await lapseActing(actingAs(context, { kind: 'system', task: 'end-acting-that-is-over' }))
    if (await openEpisode(tx, sessionToken, now)) throw new Refused('You act for somebody already. End that first.')
    const episode = {
      id: newId(),
      sessionId,
      byId: found(personIdOf(context.actor)),
      forId: personId,
      reason,
      begunAt: context.now,
      lapsesAt: now.add({ minutes: longestMinutes }),
    }
    await insertEpisode(tx, episode)
    await record(tx, context, {
      name: 'acting.begun',
      subject: { type: 'person', id: personId },
      also: [{ type: 'person', id: episode.byId }],
      particulars: { episodeId: episode.id, minutes: longestMinutes },
      personal: { reason },
    })
    await tell(tx, context, { ...episode, name: person.name })
  })

type Told = {
  readonly id: string
  readonly forId: string
  readonly name: string
  readonly reason: string
  readonly begunAt: Temporal.Instant
}

const tell = async (tx: Transaction, context: Context, episode: Told): Promise<void> => {
  const address = await addressOf(tx, episode.forId)
  if (address === null || context.actor.kind !== 'person') return
  await post(
    tx,
    context,
    { address, personId: episode.forId },
    actingLetter({
      name: episode.name,
      by: context.actor.name,
      reason: episode.reason,
      until: formatInstant(episode.begunAt.add({ minutes: longestMinutes })),
      where: `${context.config.baseUrl}/account/acting`,
    }),
    `acting:${episode.id}`,
  )
}
