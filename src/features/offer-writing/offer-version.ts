import { formatDate } from '../../vocabulary/local-time.ts'
import { strengthWords } from '../criteria/index.ts'
import { dateRows, type OfferInFull, roomInWords } from '../offers/index.ts'

/** One field of an offer as it was, in words. */
export type FieldWritten = { readonly key: string; readonly label: string; readonly text: string }

/** What was done to an offer when a version of it was kept. */
export type OfferAct = 'drafted' | 'changed' | 'published' | 'closed' | 'withdrawn'

const windowOf = ({ opensOn, closesOn }: OfferInFull): string =>
  [opensOn && `from ${formatDate(opensOn)}`, closesOn && `until ${formatDate(closesOn)}`].filter(Boolean).join(' ')

const registeringOf = ({ registering }: OfferInFull): string => {
  if (registering.how === 'outside') return registering.address
  return registering.how === 'email' ? 'By email' : 'By the form here'
}

const datesOf = (offer: OfferInFull): string =>
  dateRows(offer)
    .map(({ when, where }, at) => [`${when}: ${where}`, offer.plannedDates[at]?.onlineLink].filter(Boolean).join(' '))
    .join('\n')

// Sections that are made of facts have no heading of their own in the tables.
const ofFacts: Readonly<Record<string, string>> = {
  who: 'Who can take part?',
  theme: 'Theme',
  themes: 'Themes to choose from',
  dates: 'Dates and places',
  benefits: 'What are the benefits?',
  cost: 'What is the cost?',
  notice: 'Notices of the year',
  hub: 'About the hub',
  lead: 'Who leads it?',
  joining: 'How to join',
}

const headingsInOrder = ({ sectionOrder, project, sections }: OfferInFull): string =>
  sectionOrder
    .map(
      (key) =>
        [...sections, ...project.sections].find((section) => section.key === key)?.heading ?? ofFacts[key] ?? key,
    )
    .join('\n')

const leftOutOf = ({ leftOut, project }: OfferInFull): string =>
  project.sections
    .filter(({ key }) => leftOut.includes(key))
    .map(({ heading }) => heading)
    .join('\n')

const ownRulesIn = ({ ownRules }: OfferInFull): string =>
  ownRules
    .map(({ strength, sentence, widens }) => `${sentence} (${widens ? 'Widens' : strengthWords[strength]})`)
    .join('\n')

/** Everything that a hub has written of an offer, field by field and in words; what it left empty is left out. */
export const fieldsWritten = (offer: OfferInFull): readonly FieldWritten[] => {
  const { policy, theme, themeChoice, venue, project } = offer
  const fields: readonly (readonly [key: string, label: string, text: string | null])[] = [
    ['contact', 'Questions go to', [offer.contactEmail, offer.contactTelephone].filter(Boolean).join('\n')],
    ['lead', 'Who leads it', offer.leadNote],
    ['themes', 'Themes', theme ? theme.title : themeChoice.map(({ title }) => title).join('\n')],
    ['room', 'Places', roomInWords(offer.room, project)],
    ['own-rules', 'Rules of your own', ownRulesIn(offer)],
    ['venue', 'Usual venue', venue && `${venue.name}, ${venue.address}`],
    ['dates', 'Dates', datesOf(offer)],
    ['dates-note', 'About the dates', offer.datesNote],
    ['practical', 'Practical notes', offer.practicalNotes],
    ['policy', 'Cancellation policy', policy && `${policy.name}, version ${policy.version}`],
    ['window', 'Asking to join', windowOf(offer)],
    ['request', 'What a request is called', offer.requestWord],
    ['registering', 'How one asks to join', registeringOf(offer)],
    ['joining', 'About joining', offer.joiningNote],
    ['left-out', 'Sections left out', leftOutOf(offer)],
    ['order', 'Order of the sections', headingsInOrder(offer)],
    ...offer.sections.flatMap(({ key, heading, body }) => [[`text ${key}`, heading, `${heading}\n\n${body}`] as const]),
    ['status', 'Why it ended', offer.statusReason],
  ]
  return fields.flatMap(([key, label, text]) => (text ? [{ key, label, text }] : []))
}

export type FieldChanged = { readonly label: string; readonly before: string; readonly after: string }

/** What is different between two versions, field by field in the order of the later one. */
export const changesBetween = (
  before: readonly FieldWritten[],
  after: readonly FieldWritten[],
): readonly FieldChanged[] => {
  const textIn = (fields: readonly FieldWritten[], key: string) => fields.find((field) => field.key === key)?.text ?? ''
  const gone = before.filter(({ key }) => !after.some((field) => field.key === key))
  return [...after, ...gone].flatMap(({ key, label }) => {
    const change = { label, before: textIn(before, key), after: textIn(after, key) }
    return change.before === change.after ? [] : [change]
  })
}
