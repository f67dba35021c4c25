import type { Actor } from '../../vocabulary/actor.ts'
import { mayReadStatement } from '../accounts/index.ts'
import { mayFillIn, maySendForm } from '../asking/index.ts'
import { mayGiveNotice, mayGiveUpPlace } from '../charges/index.ts'
import { mayAnswerDateAlert } from '../date-alerts/index.ts'
import { mayAnswerHosting } from '../hosting/index.ts'
import { mayAnswerAsHeadteacher, mayConfirmAddress as mayConfirmSender, maySpeakForSender } from '../interest/index.ts'
import { mayAnswerInvitation, mayInvite } from '../invitations/index.ts'
import { mayReadNames, mayReadPart } from '../own-part/index.ts'
import { mayAnswerPassing } from '../passing-on/index.ts'
import {
  mayChangeDetails,
  mayConfirmAddress,
  mayEndRole,
  maySayWhoLeft,
  maySayWhoMoved,
  maySeeReferenceNumber,
  mayStopAddressChange,
  mayVouchFor,
  personIdOf,
} from '../people/index.ts'
import { isAboutOneself } from '../personal-fields/index.ts'
import { mayAnswerForPlace } from '../places/index.ts'
import { mayMarkOneself } from '../registers/index.ts'
import { mayNameSuccessor } from '../replacing-people/index.ts'
import { mayStateOwnTimes } from '../scheduling/index.ts'
import type { Deed, Standing } from './deed-access.ts'
import { mayEndActing, maySeeWhatSomebodyCan } from './policy.ts'

const none: readonly string[] = []
const noRecord = '00000000-0000-0000-0000-000000000000'
const groupAt = ({ groupId, hubId, partnerHubIds }: Standing) => ({ id: groupId, hubId, partnerHubIds })
const roleAt = ({ hubId, organisationId }: Standing) => ({ hubId, organisationId, hubIds: [hubId] })
const requestAt = ({ hubId, organisationId, personId }: Standing) => ({
  id: noRecord,
  hub: { id: hubId },
  organisation: { id: organisationId },
  sender: { personId },
})
const placeAt = ({ organisationId, hubId, personId }: Standing) => ({
  organisationId,
  personId,
  hubIds: [hubId],
  interestIds: none,
})
const noTaking = { id: noRecord, personId: noRecord, organisationId: noRecord, hubIds: none }
const isOwn = (actor: Actor, { personId }: Standing): boolean => personIdOf(actor) === personId

/** What is done for an organisation. */
export const deedsForAnOrganisation: readonly Deed[] = [
  {
    policy: 'interest.maySpeakForSender',
    at: 'organisation',
    may: (actor, at) => maySpeakForSender(actor, requestAt(at)),
  },
  {
    policy: 'places.mayAnswerForPlace',
    at: 'organisation',
    may: (actor, at) => mayAnswerForPlace(actor, groupAt(at), placeAt(at)),
  },
  {
    policy: 'replacing-people.mayNameSuccessor',
    at: 'organisation',
    may: (actor, at) => mayNameSuccessor(actor, { ...at, ...placeAt(at), participantId: noRecord }),
  },
  {
    policy: 'charges.mayGiveNotice',
    at: 'organisation',
    may: (actor, { organisationId }) => mayGiveNotice(actor, { ...noTaking, organisationId }, []),
  },
  {
    policy: 'charges.mayGiveUpPlace',
    at: 'organisation',
    may: (actor, { organisationId }) => mayGiveUpPlace(actor, { ...noTaking, organisationId }, []),
  },
  {
    policy: 'accounts.mayReadStatement',
    at: 'organisation',
    may: (actor, { organisationId }) => mayReadStatement(actor, { hubId: noRecord, organisationId }),
  },
  {
    policy: 'own-part.mayReadPart',
    at: 'organisation',
    may: (actor, { organisationId }) => mayReadPart(actor, { personId: noRecord, organisationId }),
  },
  { policy: 'people.mayVouchFor', at: 'organisation', may: (actor, at) => mayVouchFor(actor, roleAt(at)) },
  {
    policy: 'invitations.mayInvite',
    at: 'organisation',
    may: (actor, at) => mayInvite(actor, { role: null, ...roleAt(at) }),
  },
  {
    policy: 'people.maySayWhoLeft',
    at: 'organisation',
    may: (actor, at) =>
      maySayWhoLeft(actor, { personId: noRecord, organisationId: at.organisationId, hubIds: [at.hubId] }),
  },
]

/** What everybody who is signed in does with what is their own. */
export const deedsOfOneself: readonly Deed[] = [
  {
    policy: 'scheduling.mayStateOwnTimes',
    at: 'own',
    may: (actor, { personId }) => mayStateOwnTimes(actor, personId),
  },
  { policy: 'people.mayChangeDetails', at: 'own', may: (actor, { personId }) => mayChangeDetails(actor, personId) },
  {
    policy: 'interest.maySpeakForSender',
    at: 'own',
    may: (actor, at) => isOwn(actor, at) && maySpeakForSender(actor, requestAt(at)),
  },
  {
    policy: 'places.mayAnswerForPlace',
    at: 'own',
    may: (actor, at) => isOwn(actor, at) && mayAnswerForPlace(actor, groupAt(at), placeAt(at)),
  },
  {
    policy: 'charges.mayGiveNotice',
    at: 'own',
    may: (actor, { personId }) => personId !== '' && mayGiveNotice(actor, { ...noTaking, personId }, []),
  },
  {
    policy: 'own-part.mayReadPart',
    at: 'own',
    may: (actor, { personId }) => personId !== '' && mayReadPart(actor, { personId, organisationId: noRecord }),
  },
  {
    policy: 'registers.mayMarkOneself',
    at: 'own',
    may: (actor, { personId }) => personId !== '' && mayMarkOneself(actor, { id: noRecord, personId }),
  },
  {
    policy: 'own-part.mayReadNames',
    at: 'own',
    may: (actor, { personId }) => mayReadNames(actor, [{ personId }]),
  },
  {
    policy: 'people.mayEndRole',
    at: 'own',
    may: (actor, at) =>
      isOwn(actor, at) &&
      mayEndRole(actor, {
        name: 'school_lead',
        hubId: null,
        organisationId: null,
        hubIds: none,
        personId: at.personId,
      }),
  },
  {
    policy: 'people.maySayWhoMoved',
    at: 'own',
    may: (actor, at) => isOwn(actor, at) && maySayWhoMoved(actor, { personId: at.personId, hubIds: none }),
  },
  {
    policy: 'people.maySeeReferenceNumber',
    at: 'own',
    may: (actor, at) =>
      isOwn(actor, at) && maySeeReferenceNumber(actor, { personId: at.personId, takesPartAtHubIds: none }),
  },
  {
    policy: 'personal-fields.isAboutOneself',
    at: 'own',
    may: (actor, { personId }) => isAboutOneself(actor, personId),
  },
  {
    policy: 'access.maySeeWhatSomebodyCan',
    at: 'own',
    may: (actor, at) => isOwn(actor, at) && maySeeWhatSomebodyCan(actor, { personId: at.personId, hubIds: none }),
  },
  {
    policy: 'access.mayEndActing',
    at: 'own',
    may: (actor, { personId }) => mayEndActing(actor, { byId: noRecord, forId: personId }),
  },
]

const holding = (purpose: string): Actor => ({ kind: 'link', purpose, subjectId: noRecord })

const form = { id: noRecord, onBehalf: false }
const ownLink = ({ hubId }: Standing, part: 'sender' | 'colleague') => ({
  hubId,
  link: { id: noRecord, formId: noRecord, part, name: null, email: null },
})

/** What the holder of a mailed link does, with an account or without. */
export const deedsByLink: readonly Deed[] = [
  {
    policy: 'asking.mayFillIn',
    at: 'link',
    may: (_, at) => mayFillIn(holding('interest-form'), form, ownLink(at, 'colleague')),
  },
  {
    policy: 'asking.maySendForm',
    at: 'link',
    may: (_, at) => maySendForm(holding('interest-form'), form, ownLink(at, 'sender')),
  },
  {
    policy: 'interest.mayConfirmAddress',
    at: 'link',
    may: () => mayConfirmSender(holding('confirm-interest'), noRecord),
  },
  {
    policy: 'interest.maySpeakForSender',
    at: 'link',
    may: (_, at) => maySpeakForSender(holding('status'), requestAt(at)),
  },
  {
    policy: 'interest.mayAnswerAsHeadteacher',
    at: 'link',
    may: (_, at) => mayAnswerAsHeadteacher(holding('headteacher'), requestAt(at)),
  },
  {
    policy: 'places.mayAnswerForPlace',
    at: 'link',
    may: (_, at) => mayAnswerForPlace(holding('place'), groupAt(at), { ...placeAt(at), interestIds: [noRecord] }),
  },
  {
    policy: 'invitations.mayAnswerInvitation',
    at: 'link',
    may: () => mayAnswerInvitation(holding('invitation'), noRecord),
  },
  {
    policy: 'people.mayConfirmAddress',
    at: 'link',
    may: () => mayConfirmAddress(holding('confirm-address'), noRecord),
  },
  {
    policy: 'date-alerts.mayAnswerDateAlert',
    at: 'link',
    may: () => mayAnswerDateAlert(holding('date-alert'), noRecord),
  },
  {
    policy: 'passing-on.mayAnswerPassing',
    at: 'link',
    may: () => mayAnswerPassing(holding('passing-on'), noRecord),
  },
  {
    policy: 'hosting.mayAnswerHosting',
    at: 'link',
    may: () => mayAnswerHosting(holding('host'), { id: noRecord, askingIds: [] }),
  },
  {
    policy: 'people.mayStopAddressChange',
    at: 'link',
    may: () => mayStopAddressChange(holding('stop-address'), noRecord),
  },
]
