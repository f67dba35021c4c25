import type { Actor } from '../../vocabulary/actor.ts'
import { mayMoveCharge } from '../charges/index.ts'
import { mayMakeGroup, mayPlaceInGroup, mayPlanGroup, mayRunGroup, sightOf } from '../groups/index.ts'
import { mayDecideOnInterest, maySpeakForSender } from '../interest/index.ts'
import { mayChoosePolicy, mayEditOffer, mayPublishOffer } from '../offers/index.ts'
import { mayChangeDetails, mayEndRole, mayGrantRole, mayVouchFor, personIdOf } from '../people/index.ts'
import { mayRunPlacement } from '../placement/index.ts'
import { mayAnswerForPlace, mayChangePlace } from '../places/index.ts'
import { mayPublishProject } from '../projects/index.ts'
import { mayTakeRegister } from '../registers/index.ts'
import { mayPublishFigure } from '../reporting/index.ts'
import { mayWriteStageRecord } from '../stages/index.ts'
import type { PolicyName } from './policies.generated.ts'

/** What a deed is done to: a hub, a group of it, an organisation that deals with it, or the person's own record. */
export type Standing = {
  readonly hubId: string
  readonly groupId: string
  readonly partnerHubIds: readonly string[]
  readonly organisationId: string
  readonly personId: string
}

export type Sphere = 'network' | 'hub' | 'group' | 'organisation' | 'own'

/** A deed with the policy that decides on it: the very function that the action asks. */
export type Deed = {
  readonly policy: PolicyName
  readonly at: Sphere
  readonly may: (actor: Actor, at: Standing) => boolean
}

const none: readonly string[] = []
const groupAt = ({ groupId, hubId, partnerHubIds }: Standing) => ({ id: groupId, hubId, partnerHubIds })
const placeAt = ({ organisationId, hubId }: Standing) => ({
  organisationId,
  personId: null,
  hubIds: [hubId],
  interestIds: none,
})
const roleAt = ({ hubId, organisationId }: Standing) => ({ hubId, organisationId, hubIds: [hubId] })
const noRecord = '00000000-0000-0000-0000-000000000000'

const atNetwork: readonly Deed[] = [
  { policy: 'projects.mayPublishProject', at: 'network', may: mayPublishProject },
  { policy: 'reporting.mayPublishFigure', at: 'network', may: mayPublishFigure },
]

const atHub: readonly Deed[] = [
  { policy: 'offers.mayEditOffer', at: 'hub', may: (actor, { hubId }) => mayEditOffer(actor, hubId) },
  { policy: 'offers.mayPublishOffer', at: 'hub', may: (actor, { hubId }) => mayPublishOffer(actor, hubId) },
  { policy: 'offers.mayChoosePolicy', at: 'hub', may: (actor, { hubId }) => mayChoosePolicy(actor, hubId) },
  { policy: 'interest.mayDecideOnInterest', at: 'hub', may: (actor, { hubId }) => mayDecideOnInterest(actor, hubId) },
  { policy: 'placement.mayRunPlacement', at: 'hub', may: (actor, { hubId }) => mayRunPlacement(actor, hubId) },
  { policy: 'groups.mayMakeGroup', at: 'hub', may: (actor, { hubId }) => mayMakeGroup(actor, hubId) },
  { policy: 'charges.mayMoveCharge', at: 'hub', may: (actor, { hubId }) => mayMoveCharge(actor, hubId, 'confirmed') },
  {
    policy: 'people.mayGrantRole',
    at: 'hub',
    may: (actor, at) =>
      (['hub_lead', 'hub_administrator', 'group_lead', 'school_lead'] as const).some((name) =>
        mayGrantRole(actor, { ...roleAt(at), name }),
      ),
  },
]

const inGroup: readonly Deed[] = [
  { policy: 'groups.mayRunGroup', at: 'group', may: (actor, at) => mayRunGroup(actor, groupAt(at)) },
  { policy: 'groups.mayPlanGroup', at: 'group', may: (actor, at) => mayPlanGroup(actor, groupAt(at)) },
  { policy: 'groups.mayPlaceInGroup', at: 'group', may: (actor, at) => mayPlaceInGroup(actor, groupAt(at)) },
  {
    policy: 'places.mayChangePlace',
    at: 'group',
    may: (actor, at) => mayChangePlace(actor, groupAt(at), { hubIds: at.partnerHubIds }),
  },
  {
    policy: 'registers.mayTakeRegister',
    at: 'group',
    may: (actor, at) => {
      const sight = sightOf(actor, groupAt(at))
      return sight !== null && mayTakeRegister(sight)
    },
  },
  {
    policy: 'stages.mayWriteStageRecord',
    at: 'group',
    may: (actor, at) => mayWriteStageRecord(actor, { id: at.groupId, hubIds: [at.hubId, ...at.partnerHubIds] }),
  },
]

const forOrganisation: readonly Deed[] = [
  {
    policy: 'interest.maySpeakForSender',
    at: 'organisation',
    may: (actor, at) =>
      maySpeakForSender(actor, {
        id: noRecord,
        hub: { id: at.hubId },
        organisation: { id: at.organisationId },
        sender: { personId: null },
      }),
  },
  {
    policy: 'places.mayAnswerForPlace',
    at: 'organisation',
    may: (actor, at) => mayAnswerForPlace(actor, groupAt(at), placeAt(at)),
  },
  { policy: 'people.mayVouchFor', at: 'organisation', may: (actor, at) => mayVouchFor(actor, roleAt(at)) },
]

const ofOneself: readonly Deed[] = [
  {
    policy: 'people.mayChangeDetails',
    at: 'own',
    may: (actor, { personId }) => mayChangeDetails(actor, personId),
  },
  {
    policy: 'people.mayEndRole',
    at: 'own',
    may: (actor, { personId }) =>
      personIdOf(actor) === personId &&
      mayEndRole(actor, { name: 'school_lead', hubId: null, organisationId: null, hubIds: none, personId }),
  },
]

/** Everything that is decided by somebody's part, in the order in which it is told. */
export const deeds: readonly Deed[] = [...atNetwork, ...atHub, ...inGroup, ...forOrganisation, ...ofOneself]
