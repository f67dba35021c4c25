import type { Letter } from '../../../platform/mail/index.ts'
import { byWhenInWords, type Interest, type Naming, owedInWords } from '../../interest/index.ts'

const ask = ({ contactEmail, hub }: Interest): string =>
  contactEmail ? `Any question? Write to ${hub.name} at ${contactEmail}.` : `Any question? Ask ${hub.name}.`

const placeOr = ({ place, projectTitle }: Interest): string => place?.groupName ?? projectTitle

/** To who asked: the day by which people are named is near. */
export const namesReminder = (interest: Interest, { missing, rule, by }: Naming, url: string): Letter => ({
  subject: `${interest.hub.name}: ${interest.projectTitle} – who will come?`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `${interest.organisation.name} asked to send more people to ${placeOr(interest)} than are named so far: ${owedInWords(missing)}`,
    `Name them ${byWhenInWords(rule, by)}. After that ${interest.hub.name} may give the room to others.`,
  ],
  action: { label: 'Name who comes', url },
  after: [ask(interest)],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})

/** To who asked: the day is over. */
export const namesOverdueLetter = (interest: Interest, { missing, rule, by }: Naming, url: string): Letter => ({
  subject: `${interest.hub.name}: ${interest.projectTitle} – people are still not named`,
  greeting: `Hello ${interest.sender.name},`,
  paragraphs: [
    `People for ${placeOr(interest)} were to be named ${byWhenInWords(rule, by)}. ${owedInWords(missing)}`,
    `You can still name them, as long as ${interest.hub.name} has not given the room to others.`,
  ],
  action: { label: 'Name who comes', url },
  after: [ask(interest)],
  why: `you sent the ${interest.requestWord} of ${interest.organisation.name}.`,
})

/** To the staff of the hub: names have not come in time. */
export const hubToldOfNamesLetter = (interest: Interest, { missing, rule, by }: Naming, url: string): Letter => ({
  subject: `${interest.projectTitle}: ${interest.organisation.name} has not named everybody`,
  paragraphs: [
    `${interest.organisation.name} was to name people for ${placeOr(interest)} ${byWhenInWords(rule, by)}. ${owedInWords(missing)}`,
    'We have told whoever asked. You can remind them once more, or give the room free.',
  ],
  action: { label: 'See who has not named everybody', url },
  why: `you are on the staff of ${interest.hub.name}.`,
})
