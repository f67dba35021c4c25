import type { Context } from '../../platform/context.ts'
import { holdsRole } from '../../vocabulary/actor.ts'
import {
  hubsOfPerson,
  hubsWhereTakingPart,
  isAtHub,
  leadsGroup,
  mayChangeDetails,
  maySayWhoLeft,
  maySeeReferenceNumber,
  personById,
} from '../people/index.ts'
import { personAround } from './record-queries.ts'
import type { Sight } from './seer.ts'
import { by, nobody, type Seen } from './sight-access.ts'

const colleague: Sight = {
  sees: 'Name, and the part they take at the school',
  because: 'Those who lead a school see the people of their school.',
}

const ofTheHub: Sight = {
  sees: 'Name, address, telephone, posts, and what they take part in',
  because: 'Staff of a hub see the people whom their hub knows.',
}

export const personSeen = async (context: Context, id: string, within: string | null): Promise<Seen | null> => {
  const person = await personById(context.db, id)
  if (!person) return null
  const known = await hubsOfPerson(context.db, id)
  // A hub is not told at which other hubs somebody is known.
  const hubIds = within === null ? known : known.filter((hubId) => hubId === within)
  const takesPartAtHubIds = await hubsWhereTakingPart(context.db, id)
  const { organisationIds, groupIds } = await personAround(context.db, { personId: id, within, today: context.today })
  return {
    title: person.name,
    hubIds,
    besides: ['Those who check a statement of participation see the name that stands on it.'],
    around: { hubIds, groupIds, organisationIds, personIds: [id] },
    sightOf: (actor) => {
      if (mayChangeDetails(actor, id)) return by('people.mayChangeDetails', 'Everything held about them')
      if (maySeeReferenceNumber(actor, { personId: id, takesPartAtHubIds }))
        return by('people.maySeeReferenceNumber', 'All the hub holds, and the teacher reference number when asked for')
      if (hubIds.some((hubId) => isAtHub(actor, hubId))) return ofTheHub
      if (groupIds.some((groupId) => leadsGroup(actor, groupId)))
        return by('groups.mayPlanGroup', 'Name, school, address and attendance in the group')
      const isColleague = organisationIds.some((organisationId) =>
        maySayWhoLeft(actor, { personId: id, organisationId, hubIds: nobody }),
      )
      if (isColleague) return colleague
      return holdsRole(actor, ['national_team'])
        ? {
            sees: 'Name and roles',
            because: 'The national team keeps people known once, and says why when it reads more.',
          }
        : null
    },
  }
}
