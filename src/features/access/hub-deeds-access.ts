import { mayIssueStatements, mayReadStatement } from '../accounts/index.ts'
import { mayKeepAnswerTerms } from '../answer-times/index.ts'
import { mayFillIn, maySendForm } from '../asking/index.ts'
import { mayStateTerms } from '../calendars/index.ts'
import { mayGiveNotice, mayGiveUpPlace, mayMoveCharge } from '../charges/index.ts'
import { mayStateController } from '../controllers/index.ts'
import { mayRemoveNote, mayWriteNotes } from '../decisions/index.ts'
import { mayMoveGrant, mayWriteGrantRules } from '../grants/index.ts'
import { mayMakeGroup } from '../groups/index.ts'
import { mayWriteMessages } from '../hub-messages/index.ts'
import { mayDescribeHub, mayWritePrivacyNotice } from '../hubs/index.ts'
import { mayImport } from '../imports/index.ts'
import { mayDecideOnInterest } from '../interest/index.ts'
import { mayInvite, mayKeepEmailDomains, maySettleInvitation } from '../invitations/index.ts'
import { mayRenewFeed, mayStopLinks } from '../links/index.ts'
import { mayHoldMail, mayKeepMailTimes } from '../mail-times/index.ts'
import { mayInviteToNextStage } from '../next-stages/index.ts'
import { mayChoosePolicy, mayEditOffer, mayMailFlyer, mayPublishOffer } from '../offers/index.ts'
import { mayGrantRole, maySayWhoMoved, maySeeReferenceNumber } from '../people/index.ts'
import { mayAskForOther } from '../personal-fields/index.ts'
import { mayRunPlacement } from '../placement/index.ts'
import { mayEditProject, mayPublishProject } from '../projects/index.ts'
import { mayJudgePeople, mayMergePeople, mayUndoMerge } from '../records/index.ts'
import { mayStateVenueTimes } from '../scheduling/index.ts'
import { mayStateTargets } from '../targets/index.ts'
import { mayMakeToken } from '../tokens/index.ts'
import { mayKeepTravelTimes } from '../travel-times/index.ts'
import { mayCorrectAddress, mayTryAgain } from '../undelivered/index.ts'
import type { Deed, Standing } from './deed-access.ts'
import { mayActFor, maySeeWhatSomebodyCan, maySeeWhoSees } from './policy.ts'

const nobody = { id: '', personId: '', organisationId: '' }
const roleAt = ({ hubId, organisationId }: Standing) => ({ hubId, organisationId, hubIds: [hubId] })
const invited = (at: Standing) => ({ role: 'school_lead' as const, ...roleAt(at) })
/** Somebody with no part, whom this hub and no other knows. */
const known = ({ hubId }: Standing) => ({
  personId: '00000000-0000-0000-0000-00000000000f',
  roles: [],
  hubIds: [hubId],
  takesPartAtHubIds: [hubId],
  hubsOfBoth: [hubId],
  hubsOfEither: [hubId],
  isStaff: false,
})

const itsWork: readonly Deed[] = [
  { policy: 'offers.mayEditOffer', at: 'hub', may: (actor, { hubId }) => mayEditOffer(actor, hubId) },
  { policy: 'offers.mayPublishOffer', at: 'hub', may: (actor, { hubId }) => mayPublishOffer(actor, hubId) },
  { policy: 'offers.mayMailFlyer', at: 'hub', may: (actor, { hubId }) => mayMailFlyer(actor, hubId) },
  { policy: 'offers.mayChoosePolicy', at: 'hub', may: (actor, { hubId }) => mayChoosePolicy(actor, hubId) },
  { policy: 'projects.mayEditProject', at: 'hub', may: (actor, { hubId }) => mayEditProject(actor, hubId) },
  { policy: 'projects.mayPublishProject', at: 'hub', may: (actor, { hubId }) => mayPublishProject(actor, hubId) },
  { policy: 'targets.mayStateTargets', at: 'hub', may: (actor, { hubId }) => mayStateTargets(actor, hubId) },
  {
    policy: 'asking.mayFillIn',
    at: 'hub',
    may: (actor, { hubId }) => mayFillIn(actor, { id: '', onBehalf: true }, { hubId, link: null }),
  },
  {
    policy: 'asking.maySendForm',
    at: 'hub',
    may: (actor, { hubId }) => maySendForm(actor, { id: '', onBehalf: true }, { hubId, link: null }),
  },
  { policy: 'interest.mayDecideOnInterest', at: 'hub', may: (actor, { hubId }) => mayDecideOnInterest(actor, hubId) },
  {
    policy: 'next-stages.mayInviteToNextStage',
    at: 'hub',
    may: (actor, { hubId }) => mayInviteToNextStage(actor, hubId),
  },
  { policy: 'hub-messages.mayWriteMessages', at: 'hub', may: (actor, { hubId }) => mayWriteMessages(actor, hubId) },
  { policy: 'decisions.mayWriteNotes', at: 'hub', may: (actor, { hubId }) => mayWriteNotes(actor, hubId) },
  {
    policy: 'decisions.mayRemoveNote',
    at: 'hub',
    may: (actor, { hubId }) =>
      mayRemoveNote(actor, { hubId, byPersonId: actor.kind === 'person' ? actor.personId : null }),
  },
  { policy: 'travel-times.mayKeepTravelTimes', at: 'hub', may: (actor, { hubId }) => mayKeepTravelTimes(actor, hubId) },
  { policy: 'placement.mayRunPlacement', at: 'hub', may: (actor, { hubId }) => mayRunPlacement(actor, hubId) },
  { policy: 'groups.mayMakeGroup', at: 'hub', may: (actor, { hubId }) => mayMakeGroup(actor, hubId) },
  { policy: 'charges.mayMoveCharge', at: 'hub', may: (actor, { hubId }) => mayMoveCharge(actor, hubId, 'confirmed') },
  {
    policy: 'charges.mayGiveNotice',
    at: 'hub',
    may: (actor, { hubId }) => mayGiveNotice(actor, { ...nobody, hubIds: [hubId] }, []),
  },
  {
    policy: 'charges.mayGiveUpPlace',
    at: 'hub',
    may: (actor, { hubId }) => mayGiveUpPlace(actor, { ...nobody, hubIds: [hubId] }, []),
  },
  { policy: 'grants.mayMoveGrant', at: 'hub', may: (actor, { hubId }) => mayMoveGrant(actor, hubId, 'paid') },
  { policy: 'grants.mayWriteGrantRules', at: 'hub', may: (actor, { hubId }) => mayWriteGrantRules(actor, hubId) },
  { policy: 'accounts.mayIssueStatements', at: 'hub', may: (actor, { hubId }) => mayIssueStatements(actor, hubId) },
  {
    policy: 'accounts.mayReadStatement',
    at: 'hub',
    may: (actor, { hubId }) => mayReadStatement(actor, { hubId, organisationId: '' }),
  },
  { policy: 'answer-times.mayKeepAnswerTerms', at: 'hub', may: (actor, { hubId }) => mayKeepAnswerTerms(actor, hubId) },
  {
    policy: 'undelivered.mayTryAgain',
    at: 'hub',
    may: (actor, { hubId, personId }) => mayTryAgain(actor, { personId, hubIds: [hubId] }),
  },
  {
    policy: 'undelivered.mayCorrectAddress',
    at: 'hub',
    may: (actor, { hubId, personId }) => mayCorrectAddress(actor, { personId, hubIds: [hubId], isStaff: false }),
  },
  { policy: 'mail-times.mayKeepMailTimes', at: 'hub', may: (actor, { hubId }) => mayKeepMailTimes(actor, hubId) },
  { policy: 'mail-times.mayHoldMail', at: 'hub', may: (actor, { hubId }) => mayHoldMail(actor, hubId) },
  { policy: 'calendars.mayStateTerms', at: 'hub', may: (actor, { hubId }) => mayStateTerms(actor, hubId) },
  { policy: 'controllers.mayStateController', at: 'hub', may: (actor, { hubId }) => mayStateController(actor, hubId) },
  { policy: 'hubs.mayDescribeHub', at: 'hub', may: (actor, { hubId }) => mayDescribeHub(actor, hubId) },
  { policy: 'hubs.mayWritePrivacyNotice', at: 'hub', may: (actor, { hubId }) => mayWritePrivacyNotice(actor, hubId) },
  { policy: 'imports.mayImport', at: 'hub', may: (actor, { hubId }) => mayImport(actor, hubId) },
  {
    policy: 'scheduling.mayStateVenueTimes',
    at: 'hub',
    may: (actor, { hubId }) => mayStateVenueTimes(actor, hubId),
  },
  { policy: 'tokens.mayMakeToken', at: 'hub', may: mayMakeToken },
]

const itsPeople: readonly Deed[] = [
  {
    policy: 'people.mayGrantRole',
    at: 'hub',
    may: (actor, at) =>
      (['hub_lead', 'hub_administrator', 'group_lead', 'school_lead'] as const).some((name) =>
        mayGrantRole(actor, { ...roleAt(at), name }),
      ),
  },
  { policy: 'invitations.mayInvite', at: 'hub', may: (actor, at) => mayInvite(actor, invited(at)) },
  {
    policy: 'invitations.mayKeepEmailDomains',
    at: 'hub',
    may: (actor, { hubId }) => mayKeepEmailDomains(actor, [hubId]),
  },
  {
    policy: 'invitations.maySettleInvitation',
    at: 'hub',
    may: (actor, at) => maySettleInvitation(actor, { ...invited(at), invitedBy: null }),
  },
  { policy: 'people.maySayWhoMoved', at: 'hub', may: (actor, at) => maySayWhoMoved(actor, known(at)) },
  { policy: 'people.maySeeReferenceNumber', at: 'hub', may: (actor, at) => maySeeReferenceNumber(actor, known(at)) },
  { policy: 'records.mayJudgePeople', at: 'hub', may: (actor, at) => mayJudgePeople(actor, known(at)) },
  { policy: 'records.mayMergePeople', at: 'hub', may: (actor, at) => mayMergePeople(actor, known(at)) },
  {
    policy: 'records.mayUndoMerge',
    at: 'hub',
    may: (actor, { hubId }) => mayUndoMerge(actor, { kind: 'person', hubId }),
  },
  { policy: 'personal-fields.mayAskForOther', at: 'hub', may: (actor, { hubId }) => mayAskForOther(actor, [hubId]) },
]

const itsAccess: readonly Deed[] = [
  { policy: 'access.mayActFor', at: 'hub', may: (actor, at) => mayActFor(actor, known(at)) },
  { policy: 'access.maySeeWhatSomebodyCan', at: 'hub', may: (actor, at) => maySeeWhatSomebodyCan(actor, known(at)) },
  { policy: 'access.maySeeWhoSees', at: 'hub', may: (actor, { hubId }) => maySeeWhoSees(actor, [hubId]) },
  {
    policy: 'links.mayRenewFeed',
    at: 'hub',
    may: (actor, { hubId }) => mayRenewFeed(actor, { type: 'hub', id: hubId }),
  },
  { policy: 'links.mayStopLinks', at: 'hub', may: (actor, { hubId }) => mayStopLinks(actor, hubId) },
]

/** What is done at a hub: its work, its people, and who sees what. */
export const deedsOfAHub: readonly Deed[] = [...itsWork, ...itsPeople, ...itsAccess]
