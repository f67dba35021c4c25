import { actingAs, type Context } from '../../platform/context.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { mayMoveCharge } from '../charges/index.ts'
import { type GroupSeen, type GroupSight, groupInSight } from '../groups/index.ts'
import { interestById, mayDecideOnInterest, maySpeakForSender } from '../interest/index.ts'
import { mayEditOffer, offerById } from '../offers/index.ts'
import { mayReadNames, mayReadPart, partsOf } from '../own-part/index.ts'
import { isAtHub, leadsGroup } from '../people/index.ts'
import { hubsOfPlace, interestsOfPlace, mayAnswerForPlace, mayChangePlace } from '../places/index.ts'
import { type PolicyName, policySentences } from './policies.generated.ts'
import { type Around, chargeAround, placeAround } from './record-queries.ts'
import type { Sight } from './seer.ts'

/** A record as its seers are found: who may reach it, and what each of them sees, asked of the gates that decide. */
export type Seen = {
  readonly title: string
  /** The hubs whose leads may ask who sees it. */
  readonly hubIds: readonly string[]
  /** What else lets somebody see it: a link, or that it is public. */
  readonly besides: readonly string[]
  readonly around: Around
  readonly sightOf: (actor: Actor) => Promise<Sight | null> | Sight | null
}

export const by = (policy: PolicyName, sees: string): Sight => ({ sees, because: policySentences[policy] })

export const nobody: readonly string[] = []

/** What is seen of a group, and why. */
export const groupSights: Readonly<Record<GroupSight, Sight>> = {
  all: by('groups.mayPlanGroup', 'All of it: its people with addresses, places, dates, registers'),
  partner: by(
    'groups.mayPlaceInGroup',
    'What running it needs: schools, names, posts, attendance; addresses of its own',
  ),
  numbers: {
    sees: 'Numbers',
    because: 'The national team and analysts see how many take part in a group, and nobody’s name.',
  },
}

// A lead hub sees of its partners' schools what running the group needs, as they see of its own.
const groupSightOf = (actor: Actor, group: GroupSeen): Sight =>
  group.sight === 'all' && group.partnerHubIds.length > 0 && !leadsGroup(actor, group.id)
    ? by('groups.mayRunGroup', 'All of it, but of the partner hubs’ own schools no addresses and no reasons')
    : groupSights[group.sight]

type Parts = Awaited<ReturnType<typeof partsOf>>

// What those read of a group who do not work on it: their own part, or that of their own people.
const partSeen = (actor: Actor, parts: Parts): Sight | null => {
  if (!parts.some((part) => mayReadPart(actor, part))) return null
  const here = parts.filter(({ isHere }) => isHere)
  return mayReadNames(actor, here)
    ? by('own-part.mayReadNames', 'Names and schools of all; their own attendance, tasks and charges')
    : by('own-part.mayReadPart', 'Their own people, with attendance, tasks and charges')
}

export const interestSeen = async (context: Context, id: string): Promise<Seen | null> => {
  const interest = await interestById(context.db, id)
  if (!interest || interest.receivedAt === null) return null
  return {
    title: `The request of ${interest.organisation.name} to join ${interest.projectTitle}`,
    hubIds: [interest.hub.id],
    besides: [
      'Whoever holds the link mailed to the sender sees what was asked and where it stands; the headteacher who was asked sees what they are to confirm.',
    ],
    around: {
      hubIds: [interest.hub.id],
      groupIds: nobody,
      organisationIds: [interest.organisation.id],
      personIds: interest.sender.personId === null ? nobody : [interest.sender.personId],
    },
    sightOf: (actor) => {
      if (mayDecideOnInterest(actor, interest.hub.id)) return by('interest.mayDecideOnInterest', 'All of it')
      return maySpeakForSender(actor, interest)
        ? by('interest.maySpeakForSender', 'What was asked for, and where it stands')
        : null
    },
  }
}

export const groupSeen = async (context: Context, id: string): Promise<Seen | null> => {
  const group = await groupInSight(actingAs(context, { kind: 'system', task: 'who-sees' }), id)
  if (!group) return null
  const parts = await partsOf(context.db, group.id)
  return {
    title: `The group ${group.name}`,
    hubIds: [group.hubId, ...group.partnerHubIds],
    besides: ['Those who take part see its dates, and their own part, by the links mailed to them.'],
    around: {
      hubIds: [group.hubId, ...group.partnerHubIds],
      groupIds: [group.id],
      organisationIds: [...new Set(parts.map(({ organisationId }) => organisationId))],
      personIds: [...new Set(parts.map(({ personId }) => personId))],
    },
    sightOf: async (actor) => {
      const seen = await groupInSight(actingAs(context, actor), id)
      return seen ? groupSightOf(actor, seen) : partSeen(actor, parts)
    },
  }
}

export const placeSeen = async (context: Context, id: string): Promise<Seen | null> => {
  const place = await placeAround(context.db, id)
  const group = place && (await groupInSight(actingAs(context, { kind: 'system', task: 'who-sees' }), place.groupId))
  if (!place || !group) return null
  const [hubIds, interestIds] = [
    await hubsOfPlace(context.db, id, context.today),
    await interestsOfPlace(context.db, id),
  ]
  const unit = { organisationId: place.organisationId, personId: place.personId, hubIds, interestIds }
  return {
    title: `The place of ${place.organisation} in ${place.group}`,
    hubIds: [...new Set([group.hubId, ...group.partnerHubIds.filter((hubId) => hubIds.includes(hubId))])],
    besides: ['Whoever holds the link mailed to who asked sees the place and answers for it.'],
    around: {
      hubIds: [group.hubId, ...group.partnerHubIds],
      groupIds: [group.id],
      organisationIds: [place.organisationId],
      personIds: [...place.participantIds, ...(place.personId === null ? [] : [place.personId])],
    },
    sightOf: async (actor) => {
      if (hubIds.some((hubId) => isAtHub(actor, hubId)) && mayChangePlace(actor, group, unit))
        return by('places.mayChangePlace', 'All of it')
      const seen = await groupInSight(actingAs(context, actor), group.id)
      if (seen && seen.sight !== 'numbers') return groupSightOf(actor, seen)
      if (mayAnswerForPlace(actor, group, unit)) return by('places.mayAnswerForPlace', 'The place, and who takes part')
      const isOwn = actor.kind === 'person' && place.participantIds.includes(actor.personId)
      return isOwn ? { sees: 'Their own part', because: 'People see what they take part in themselves.' } : null
    },
  }
}

export const chargeSeen = async (context: Context, id: string): Promise<Seen | null> => {
  const charge = await chargeAround(context.db, id)
  if (!charge) return null
  const { personId, organisationId } = charge
  return {
    title: `A charge to ${charge.organisation}`,
    hubIds: [charge.hubId],
    besides: ['The person it is about, and the school’s lead participant, read of it in their mail.'],
    around: {
      hubIds: [charge.hubId],
      groupIds: [charge.groupId],
      organisationIds: [organisationId],
      personIds: [personId],
    },
    sightOf: (actor) => {
      if (isAtHub(actor, charge.hubId) && mayMoveCharge(actor, charge.hubId, 'confirmed'))
        return by('charges.mayMoveCharge', 'All of it')
      return mayReadPart(actor, { personId, organisationId })
        ? by('own-part.mayReadPart', 'The session, the cause, the amount and where it stands')
        : null
    },
  }
}

export const offerSeen = async (context: Context, id: string): Promise<Seen | null> => {
  const offer = await offerById(context.db, id)
  if (!offer) return null
  const isPublic = offer.status === 'published' || offer.status === 'closed'
  return {
    title: `The offer of ${offer.project.title}`,
    hubIds: [offer.hub.id],
    besides: isPublic ? ['Everybody: it is published.'] : nobody,
    around: { hubIds: [offer.hub.id], groupIds: nobody, organisationIds: nobody, personIds: nobody },
    sightOf: (actor) => (mayEditOffer(actor, offer.hub.id) ? by('offers.mayEditOffer', 'All of it') : null),
  }
}
