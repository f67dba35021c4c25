import { beginActing } from '../../../src/features/access/actions/begin-acting.ts'
import { endActing } from '../../../src/features/access/actions/end-acting.ts'
import { actingAs, type Context } from '../../../src/platform/context.ts'
import { hashOf } from '../../../src/platform/secrets.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import { instantOf, type Scene, type When } from './scene.ts'

type Episode = {
  readonly by: string
  readonly for: string
  readonly reason: string
  readonly begins: When
  readonly ends: When
}

/** For a while somebody acts for somebody else who asked for help, does this work in their name, and stops. */
export const actsFor = async <T>(
  scene: Scene,
  episode: Episode,
  work: (context: Context) => Promise<T>,
): Promise<T> => {
  const lead = await scene.as(episode.by, episode.begins)
  const helped = await scene.as(episode.for, episode.begins)
  if (lead.actor.kind !== 'person' || helped.actor.kind !== 'person') throw new Error('Both are people')
  const sessionToken = newId()
  await openSession(scene, { personId: lead.actor.personId, sessionToken, at: episode.begins })
  await beginActing(lead, { personId: helped.actor.personId, reason: episode.reason, sessionToken })
  const { id } = await scene.tx
    .selectFrom('acting_episodes')
    .select('id')
    .where('by_person_id', '=', lead.actor.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { personId: byId, name: byName } = lead.actor
  const acting = { id, byId, byName, forId: helped.actor.personId, hubIds: null, minutesLeft: 60 }
  const done = await work(actingAs(helped, { ...helped.actor, acting }))
  await endActing(await scene.as(episode.by, episode.ends), id)
  await scene.tx.deleteFrom('signed_in_sessions').where('token_hash', '=', hashOf(sessionToken)).execute()
  return done
}

// It is over before anybody opens the demonstration, and is kept only as long as the episode lasts.
const openSession = (
  { tx }: Scene,
  session: { readonly personId: string; readonly sessionToken: string; readonly at: When },
) =>
  tx
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: session.personId,
      token_hash: hashOf(session.sessionToken),
      created_at: instantOf(session.at),
      last_seen_at: instantOf(session.at),
      expires_at: Temporal.Now.instant().add({ hours: 1 }),
    })
    .execute()
