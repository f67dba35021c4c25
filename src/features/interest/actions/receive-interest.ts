import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isHeldPost } from '../../../vocabulary/posts.ts'
import { speaksFor } from '../../../vocabulary/speaks-for.ts'
import { findOrCreatePerson, statePost } from '../../people/index.ts'
import { type AgreementStanding, agreementStanding } from '../agreement-queries.ts'
import { setAgreedWith } from '../agreement-store.ts'
import { hubToldLetter, receivedLetter } from '../emails/asking.email.ts'
import { tellHub, tellSender } from '../emails/tell.ts'
import type { Interest } from '../expression-of-interest.ts'
import { namesOfInterest } from '../names-queries.ts'
import { interestById, liveInterest } from '../queries.ts'
import { lockAsking, setPersonKnown, setReceived } from '../store.ts'
import { askHeadteacher } from './ask-headteacher.ts'
import { keepVerdicts } from './reach-verdicts.ts'

export type Receipt = {
  readonly subject: { readonly type: string; readonly id: string }
  readonly also: readonly { readonly type: string; readonly id: string }[]
  readonly particulars: { readonly organisationId: string; readonly people: number; readonly verdict: string }
}

const receiptOf = (interest: Interest, verdict: string): Receipt => ({
  subject: { type: 'interest', id: interest.id },
  also: [
    { type: 'offer', id: interest.offerId },
    { type: 'organisation', id: interest.organisation.id },
    { type: 'hub', id: interest.hub.id },
  ],
  particulars: { organisationId: interest.organisation.id, people: interest.people.length + interest.unnamed, verdict },
})

/**
 * From here on a request counts: its people are known, its verdicts are reached and kept with the facts used
 * (domain rule 5), and everybody concerned is told. Called inside the transaction of what makes it count,
 * which records the receipt.
 */
export const receiveInterest = async (
  tx: Transaction,
  context: Context,
  draft: Interest,
  by: 'sender' | 'hub' | 'hub-in-silence',
): Promise<Receipt> => {
  const enteredByHub = by !== 'sender'
  const senderId = await senderOf(context, draft, enteredByHub)
  const personIds = await peopleOf(tx, context, draft, enteredByHub)
  const personId = draft.unit === 'person' ? (personIds[0] ?? senderId) : null
  await requireNoOther(tx, draft, personId)
  const sum = await keepVerdicts(tx, context, draft)
  const head = by === 'hub-in-silence' || speaksFor(draft.organisation.kind, draft.sender.post) ? null : headOf(draft)
  const standing =
    head && (await agreementStanding(tx, { organisationId: draft.organisation.id, projectId: draft.projectId }))
  await setReceived(tx, draft, {
    status: head && !standing ? 'received' : 'confirmed',
    senderId,
    personId,
    now: context.now,
    addressConfirmed: !enteredByHub,
  })
  if (head && !standing) await askHeadteacher(tx, context, draft, head)
  if (standing) await countAgreement(tx, context, draft, standing)
  const interest = found(await interestById(tx, draft.id))
  if (by !== 'hub-in-silence') await tellReceived(tx, context, interest)
  if (!enteredByHub)
    await tellHub({ tx, context, interest }, (one, url) => hubToldLetter(one, url, sum.sentence), 'received')
  return receiptOf(interest, sum.answer)
}

// The receipt says by when people are to be named who are not yet.
const tellReceived = async (tx: Transaction, context: Context, interest: Interest): Promise<void> => {
  const naming = interest.unnamed > 0 ? await namesOfInterest(tx, interest.id) : null
  const draw = (one: Interest, url: string) => receivedLetter(one, url, naming)
  await tellSender({ tx, context, interest }, draw, 'received')
}

const headOf = ({ headteacher: { name, email } }: Interest) => (email === null ? null : { name, email })

// The school is in an agreement for the year already: nobody is asked a second time.
const countAgreement = async (
  tx: Transaction,
  context: Context,
  { id }: Interest,
  { interestId }: AgreementStanding,
): Promise<void> => {
  await setAgreedWith(tx, id, interestId)
  await record(tx, context, {
    name: 'interest.agreement-counted',
    subject: { type: 'interest', id },
    particulars: { agreedWithId: interestId },
  })
}

const senderOf = async (
  context: Context,
  { sender, organisation }: Interest,
  enteredByHub: boolean,
): Promise<string> => {
  const { id } = await findOrCreatePerson(context, { name: sender.name, email: sender.email, confirmed: !enteredByHub })
  await statePost(context, {
    personId: id,
    organisationId: organisation.id,
    post: sender.post,
    held: isHeldPost(sender.post),
    statedBy: enteredByHub ? 'hub' : 'person',
  })
  return id
}

const peopleOf = async (
  tx: Transaction,
  context: Context,
  draft: Interest,
  enteredByHub: boolean,
): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const person of draft.people) {
    const { id } = await findOrCreatePerson(context, { name: person.name, email: person.email })
    const isSender = person.email.toLowerCase() === draft.sender.email.toLowerCase()
    if (!isSender || person.post !== draft.sender.post)
      await statePost(context, {
        personId: id,
        organisationId: draft.organisation.id,
        post: person.post,
        held: person.held ?? isHeldPost(person.post),
        statedBy: enteredByHub ? 'hub' : 'sender',
      })
    await setPersonKnown(tx, draft.id, person.position, id)
    ids.push(id)
  }
  return ids
}

// The lock makes the second of two who confirm at once see the first; the unique index stands behind (domain rule 2).
const requireNoOther = async (tx: Transaction, draft: Interest, personId: string | null): Promise<void> => {
  await lockAsking(tx, { offerId: draft.offerId, organisationId: personId ?? draft.organisation.id })
  const other = await liveInterest(tx, { offerId: draft.offerId, organisationId: draft.organisation.id, personId })
  if (other && other.id !== draft.id)
    throw new Refused(
      draft.unit === 'person'
        ? 'This person has asked to join already. The link to that request was mailed to whoever sent it.'
        : `${draft.organisation.name} has asked to join already. The link to that request was mailed to whoever sent it.`,
    )
}
