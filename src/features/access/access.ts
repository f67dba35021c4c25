import { machineClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { type Actor, holdsRole } from '../../vocabulary/actor.ts'
import { actorOfPerson, hubsOfPerson } from '../people/index.ts'
import { identify as identifySession } from '../sign-in/index.ts'
import { rolesWithin } from './acting.ts'
import { hubsToActAt } from './policy.ts'
import { type OpenEpisode, openEpisode, rolesWithHubs } from './queries.ts'

/** Who sends a request with this session: its owner, or for a while somebody for whom the owner acts. */
export const identify = async (context: Context, sessionToken: string): Promise<Actor> => {
  const owner = await identifySession(context, sessionToken)
  if (!holdsRole(owner, ['hub_lead', 'national_team'])) return owner
  const episode = await openEpisode(context.db, sessionToken, machineClock.now())
  return episode === null ? owner : actorFor(context, owner, episode)
}

// Asked anew by every request: whoever loses a part meanwhile, or gains one, is themselves again.
const actorFor = async (context: Context, owner: Actor, episode: OpenEpisode): Promise<Actor> => {
  const person = await actorOfPerson(context.db, episode.forId, context.today)
  if (owner.kind !== 'person' || person.kind !== 'person') return owner
  const hubIds = await hubsOfPerson(context.db, episode.forId)
  const at = hubsToActAt(owner, { personId: episode.forId, roles: person.roles, hubIds })
  if (at === null) return owner
  const within = at === 'everywhere' ? null : at
  return {
    ...person,
    roles: rolesWithin(await rolesWithHubs(context.db, person.roles), within),
    acting: {
      id: episode.id,
      byId: owner.personId,
      byName: owner.name,
      forId: episode.forId,
      hubIds: within,
      minutesLeft: Math.max(1, Math.ceil(episode.lapsesAt.since(machineClock.now()).total('minutes'))),
    },
  }
}
