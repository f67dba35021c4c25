import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Offer } from '../../offers/index.ts'
import { changesInWords } from '../changes.ts'
import { type Interest, peopleInWords } from '../expression-of-interest.ts'
import { type Naming, namesWanted } from '../names-later.ts'

/** What a letter needs of a request, also before it counts as one. */
type AskedOf = Pick<Interest, 'projectTitle' | 'requestWord' | 'contactEmail'> & {
  readonly hub: Pick<Interest['hub'], 'name'>
  readonly organisation: Pick<Interest['organisation'], 'name'>
  readonly sender: Pick<Interest['sender'], 'name'>
}

const about = ({ hub, projectTitle }: AskedOf): string => `${hub.name}: ${projectTitle}`

const ask = ({ contactEmail, hub }: AskedOf): string =>
  contactEmail ? `Any question? Write to ${hub.name} at ${contactEmail}.` : `Any question? Ask ${hub.name}.`

/** The mail whose link makes a request count. */
export const confirmAddressLetter = (interest: AskedOf, url: string, until: Temporal.PlainDate): Letter => ({
  subject: `${about(interest)} – confirm your ${interest.requestWord}`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `You asked for ${interest.organisation.name} to join ${interest.projectTitle} with ${interest.hub.name}.`,
    'Confirm that this is your address. Only then does the hub receive your request.',
  ],
  action: { label: 'Confirm and send to the hub', url },
  after: [`Do this by ${formatDate(until)}; after that the request lapses. ${ask(interest)}`],
  why: 'somebody asked to join a project with this address. If it was not you, do nothing: nothing will happen.',
  goesAnyway: true,
})

/** To the sender of the request that is there already, when the same organisation asks again. */
export const alreadyAskedLetter = (interest: Interest, url: string): Letter => ({
  subject: `${about(interest)} – you have already asked`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `Somebody has just asked again for ${interest.organisation.name} to join ${interest.projectTitle}. Your request is already with ${interest.hub.name}; one is enough.`,
    'Here is where it stands.',
  ],
  action: { label: 'See where your request stands', url },
  after: [ask(interest)],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})

/** To whoever asks for an organisation that has a request already: told here alone, to an address; the link is not theirs. */
export const askedAlreadyLetter = (interest: Interest, to: string): Letter => ({
  subject: `${about(interest)} – you have already asked`,
  greeting: `Hello ${to},`,
  paragraphs: [
    `You asked for ${interest.organisation.name} to join ${interest.projectTitle} with ${interest.hub.name}. Somebody from ${interest.organisation.name} has done so already, and one request is enough: yours is not sent to the hub.`,
    'We have told the person who asked first. They can show you where the request stands.',
  ],
  after: [ask(interest)],
  why: 'somebody asked to join a project with this address. If it was not you, do nothing.',
  goesAnyway: true,
})

/** The request has arrived; the link shows at any time where it stands. */
export const receivedLetter = (
  interest: AskedOf & Pick<Interest, 'status' | 'enteredByHub'> & { readonly headteacher: { name: string | null } },
  url: string,
  naming: Naming | null = null,
): Letter => ({
  subject: `${about(interest)} – we have your ${interest.requestWord}`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `${interest.hub.name} has received the ${interest.requestWord} of ${interest.organisation.name} for ${interest.projectTitle}.`,
    interest.status === 'received'
      ? `We have written to ${interest.headteacher.name ?? 'whoever speaks for it'} to confirm it. Then the hub decides.`
      : 'The hub now decides about places, and writes to you.',
    ...namesWanted(naming),
  ],
  action: { label: 'See where your request stands', url },
  after: [`Keep this link: it shows where your request stands, and lets you withdraw it. ${ask(interest)}`],
  why: interest.enteredByHub
    ? `the hub entered this request for you.`
    : `you sent this ${interest.requestWord} and confirmed this address.`,
})

/** Tells the staff of the hub what of a request is not as it was. */
export const answersChangedLetter = (interest: Interest, url: string, changed: readonly string[]): Letter => ({
  subject: `${interest.projectTitle}: ${interest.organisation.name} has changed its answers`,
  paragraphs: [
    `${interest.organisation.name} has changed its ${interest.requestWord} for ${interest.projectTitle}: ${changesInWords(changed)}.`,
    'By what it says now the rules have been looked at again.',
  ],
  action: { label: 'Look at it', url },
  why: `you are on the staff of ${interest.hub.name}.`,
})

/** Tells the staff of the hub that there is something to decide. */
export const hubToldLetter = (interest: Interest, url: string, sum: string): Letter => ({
  subject: `${interest.projectTitle}: ${interest.organisation.name} asks to join`,
  paragraphs: [
    `${interest.organisation.name} has sent an ${interest.requestWord} for ${interest.projectTitle}, for ${peopleInWords(interest)}.`,
    `By the rules: ${sum}`,
  ],
  action: { label: 'Look at it', url },
  why: `you are on the staff of ${interest.hub.name}.`,
})

/** What somebody reads for whom the hub has entered a request, before anybody is written to. */
export const receiptForPreview = ({ hub, project, requestWord, contactEmail }: Offer): Letter =>
  receivedLetter(
    {
      hub,
      projectTitle: project.title,
      requestWord,
      contactEmail,
      organisation: { name: '[the school]' },
      sender: { name: '[the person]' },
      headteacher: { name: null },
      status: 'confirmed',
      enteredByHub: true,
    },
    '',
  )
