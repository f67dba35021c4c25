import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { askingState, offerById, windowInWords } from '../../offers/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { addressee } from '../../people/index.ts'
import { alreadyAskedLetter, askedAlreadyLetter, confirmAddressLetter } from '../emails/asking.email.ts'
import { linkTo, tellSender } from '../emails/tell.ts'
import { type Asked, askedOf, daysToConfirmAddress } from '../expression-of-interest.ts'
import { interestOfForm, liveInterest, requestsBefore } from '../queries.ts'
import { insertDraft, lockAsking, markForm, shareOffer } from '../store.ts'

export type InterestSent = { readonly kind: 'sent'; readonly id: string } | { readonly kind: 'already-asked' }

/** Keeps what somebody asks for and mails the link that makes it count; the same form sent twice is one request. */
export const sendInterest = (context: Context, filledIn: Asked): Promise<InterestSent> =>
  transaction(context, async (tx, context) => {
    const asked = markForm(filledIn)
    const offer = await requireOpen(tx, context, asked.offerId)
    if (offer.registering.how !== 'form')
      throw new Refused('The hub takes requests to join another way: its page of the offer says how.')
    requireAsManyPeople(offer.project, asked)
    const organisation = await requireOpenOrganisation(tx, asked.organisationId)
    await lockAsking(tx, asked)
    const before = await requestsBefore(tx, asked)
    if (before.ofForm) return { kind: 'sent', id: before.ofForm }
    if (offer.project.unit === 'organisation' && before.hasLive && (await isAskedAlready(tx, context, asked)))
      return { kind: 'already-asked' }
    const id = await insertDraft(
      tx,
      { ...askedOf(asked, offer), projectId: offer.project.id },
      { now: context.now, enteredBy: null },
    )
    if (id === null) return { kind: 'sent', id: found(await interestOfForm(tx, asked.formKey)) }
    await record(tx, context, {
      name: 'interest.sent',
      subject: { type: 'interest', id },
      particulars: { offerId: asked.offerId, organisationId: asked.organisationId, people: asked.people.length },
    })
    const { hub, project, requestWord, contactEmail } = offer
    const about = { hub, projectTitle: project.title, requestWord, contactEmail, organisation, sender: asked.sender }
    const url = linkTo(context, 'confirm-interest', id, daysToConfirmAddress)
    const until = context.today.add({ days: daysToConfirmAddress })
    await post(
      tx,
      context,
      await addressee(tx, asked.sender.email),
      confirmAddressLetter(about, url, until),
      `interest:${id}:confirm`,
    )
    return { kind: 'sent', id }
  })

/** The offer, if one can ask to join it at this moment: a deadline is the end of its day by the network's clock. */
export const requireOpen = async (tx: Transaction, context: Context, offerId: string) => {
  await shareOffer(tx, offerId)
  const offer = found(await offerById(tx, offerId))
  if (askingState(offer, context.today) !== 'open')
    throw new Refused(windowInWords(offer, context.today) ?? 'You cannot ask to join any more.')
  return offer
}

const people = (number: number): string => `${number} ${number === 1 ? 'person' : 'people'}`

type Takes = { readonly unit: 'organisation' | 'person'; readonly peopleMin: number; readonly peopleMax: number | null }

/** A request is for as many people as the project takes of each, named now or later; where it is for individuals, nobody but the one it is for. */
export const requireAsManyPeople = (
  { unit, peopleMin, peopleMax }: Takes,
  asked: Pick<Asked, 'people' | 'unnamed'>,
): void => {
  const named = asked.people.length + (asked.unnamed ?? 0)
  const [least, most] = unit === 'person' ? [0, 1] : [peopleMin, peopleMax ?? Number.POSITIVE_INFINITY]
  if (named < least) throw new Refused(`Name at least ${people(least)}: this project needs as many of each.`)
  if (named > most) throw new Refused(`Name ${people(most)} at most: this project takes no more of each.`)
}

/** The organisation, if it is open: for a closed one its successor asks. */
export const requireOpenOrganisation = async (tx: Transaction, organisationId: string) => {
  const organisation = found(await organisationById(tx, organisationId))
  if (organisation.status === 'closed')
    throw new Refused(`${organisation.name} has closed: its successor can ask instead.`)
  return organisation
}

// The page says the same as ever (domain rule 15). Whoever asks is told by mail alone that there is a request; its link
// goes to the address that sent it, once a day at most.
const isAskedAlready = async (tx: Transaction, context: Context, asked: Asked): Promise<boolean> => {
  const interest = await liveInterest(tx, {
    offerId: asked.offerId,
    organisationId: asked.organisationId,
    personId: null,
  })
  if (!interest) return false
  await tellSender({ tx, context, interest }, alreadyAskedLetter, `already:${context.today}`)
  const { name, email } = asked.sender
  if (email.toLowerCase() !== interest.sender.email.toLowerCase())
    await post(
      tx,
      context,
      await addressee(tx, email),
      askedAlreadyLetter(interest, name),
      `interest:already:${asked.formKey}`,
    )
  return true
}
