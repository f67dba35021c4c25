import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'
import { parseEmail, suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { parseTelephone } from '../../../vocabulary/telephone.ts'
import type { Registering } from '../../offers/index.ts'
import type { OfferToEdit } from '../editing-queries.ts'
import type { OfferPart, PartName } from '../offer-parts.ts'
import { type Check, dateTyped, issue, typedAddress, typedDate, typedLines } from './typed.form.ts'

const emailOf = (typed: Typed, check: Check): string => {
  const address = typedText(typed, 'contact_email')
  if (address === '') issue(check, 'contact_email', 'Enter the email address that questions go to')
  const meant = suggestEmail(address)
  if (address !== '' && parseEmail(address) === null)
    issue(check, 'contact_email', `Enter an email address in the correct format, like ${meant ?? 'name@hub.org.uk'}`)
  else if (meant !== null && typedText(typed, 'sure') !== address)
    issue(check, 'contact_email', `Did you mean ${meant}? Correct the address, or save again if it is right as it is`)
  return parseEmail(address) ?? address
}

const telephoneOf = (typed: Typed, check: Check): string | null => {
  const text = typedText(typed, 'contact_telephone')
  if (text === '') return null
  return parseTelephone(text) ?? issue(check, 'contact_telephone', 'Enter a telephone number, like 020 7946 0018')
}

const about = (typed: Typed, check: Check): OfferPart => ({
  part: 'about',
  terms: {
    contactEmail: emailOf(typed, check),
    contactTelephone: telephoneOf(typed, check),
    leadNote: typedLines(typed, 'lead_note', check),
  },
})

const countOf = (typed: Typed, name: string, check: Check): number | null => {
  const text = typedText(typed, name)
  if (text === '') return null
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return number > 0 ? number : issue(check, name, 'Enter a whole number from 1 to 9999, or leave it empty')
}

const who = (typed: Typed, check: Check): OfferPart => {
  const mostOrganisations = countOf(typed, 'most_organisations', check)
  const fewestOrganisations = countOf(typed, 'fewest_organisations', check)
  if (mostOrganisations !== null && fewestOrganisations !== null && fewestOrganisations > mostOrganisations)
    issue(check, 'fewest_organisations', 'It cannot need more to run than there is room for')
  return {
    part: 'who',
    terms: {
      themeIds: [...new Set(typedList(typed, 'themes').filter((id) => id !== ''))].sort(),
      mostOrganisations,
      mostPeople: countOf(typed, 'most_people', check),
      fewestOrganisations,
    },
  }
}

const dates = (typed: Typed, check: Check): OfferPart => ({
  part: 'dates',
  terms: {
    venueId: typedText(typed, 'venue') || null,
    datesNote: typedLines(typed, 'dates_note', check),
    practicalNotes: typedLines(typed, 'practical_notes', check),
  },
})

const policy = (typed: Typed): OfferPart => ({
  part: 'policy',
  terms: { policyId: typedText(typed, 'policy') || null },
})

const registeringOf = (typed: Typed, check: Check): Registering => {
  const how = typedText(typed, 'registering')
  if (how === 'form' || how === 'email') return { how }
  if (how !== 'outside') issue(check, 'registering', 'Choose how one asks to join')
  const address = typedAddress(typed, 'registering_address', check)
  if (how === 'outside' && typedText(typed, 'registering_address') === '')
    issue(check, 'registering_address', 'Enter the address of your form, beginning with https://')
  return { how: 'outside', address: address ?? '' }
}

const joining = (typed: Typed, check: Check): OfferPart => {
  const [opensOn, closesOn] = [typedDate(typed, 'opens', check), typedDate(typed, 'closes', check)]
  if (opensOn && closesOn && Temporal.PlainDate.compare(opensOn, closesOn) > 0)
    issue(check, 'closes', 'It must close on the day it opens or after it')
  return {
    part: 'joining',
    terms: {
      opensOn,
      closesOn,
      requestWord: typedText(typed, 'request_word') === 'application' ? 'application' : 'expression of interest',
      registering: registeringOf(typed, check),
      joiningNote: typedLines(typed, 'joining_note', check),
    },
  }
}

const readers: Readonly<Record<PartName, (typed: Typed, check: Check) => OfferPart>> = {
  about,
  who,
  dates,
  policy,
  joining,
}

/** A part of an offer as its hub types it in: what is left empty is not known yet. */
export const partForm = (part: PartName) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(readers[part])

const text = (value: string | number | null): string => String(value ?? '')

/** What the form of a part begins with. */
export const typedOf = (offer: OfferToEdit): Readonly<Record<PartName, Typed>> => ({
  about: {
    contact_email: text(offer.contactEmail),
    contact_telephone: text(offer.contactTelephone),
    lead_note: text(offer.leadNote),
  },
  who: {
    themes: offer.themeIds,
    most_organisations: text(offer.room.mostOrganisations),
    most_people: text(offer.room.mostPeople),
    fewest_organisations: text(offer.room.fewestOrganisations),
  },
  dates: {
    venue: text(offer.venueId),
    dates_note: text(offer.datesNote),
    practical_notes: text(offer.practicalNotes),
  },
  policy: { policy: text(offer.policy?.id ?? null) },
  joining: {
    request_word: offer.requestWord,
    registering: offer.registering.how,
    registering_address: offer.registering.how === 'outside' ? offer.registering.address : '',
    joining_note: text(offer.joiningNote),
    ...dateTyped('opens', offer.opensOn),
    ...dateTyped('closes', offer.closesOn),
  },
})
