import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { SuccessorAsked } from '../successor.ts'
import { byDayInWords, needsException } from '../successor.ts'

type To = { readonly name: string; readonly url: string }

const around = (asked: SuccessorAsked, { name, url }: To) => ({
  greeting: `Hello ${name},`,
  action: { label: 'Say who follows', url },
  after: [
    asked.hubEmail ? `Any question? Write to ${asked.hub} at ${asked.hubEmail}.` : `Any question? Ask ${asked.hub}.`,
  ],
  why: `${asked.organisation} has a place in ${asked.group} of ${asked.hub}.`,
})

const keeps = ({ organisation, group }: SuccessorAsked): string =>
  `${organisation} keeps its place in ${group}: nothing is taken away by itself.`

const wanted = (asked: SuccessorAsked): readonly string[] => {
  const next = asked.nextOn ? `; the group meets next on ${formatDate(asked.nextOn)}` : ''
  return needsException(asked)
    ? [
        `${asked.project} keeps the same people all year: somebody follows only if ${asked.hub} makes an exception. If somebody is to follow, ask for it ${byDayInWords(asked.byOn)}, with your reason${next}. If nobody follows, say so there.`,
      ]
    : [
        `Please name them ${byDayInWords(asked.byOn)}${next}. They get the dates in their calendar at once. If nobody follows, say so there.`,
      ]
}

/** Asks a school who follows somebody who has left. */
export const askLetter = (asked: SuccessorAsked, to: To): Letter => ({
  subject: `${asked.hub}: who follows ${asked.person} in ${asked.group}?`,
  paragraphs: [
    `${asked.person} has taken part in ${asked.group} (${asked.project}) for ${asked.organisation}, and no longer does. Who comes from now on?`,
    ...wanted(asked),
    keeps(asked),
  ],
  ...around(asked, to),
})

/** To the school: the day is near. */
export const reminderLetter = (asked: SuccessorAsked, to: To): Letter => ({
  subject: `${asked.hub}: who follows ${asked.person}? Please say by ${formatDate(asked.byOn)}`,
  paragraphs: [
    `We have not heard yet who follows ${asked.person} in ${asked.group} for ${asked.organisation}.`,
    needsException(asked)
      ? `The same people come all year: ask for an exception ${byDayInWords(asked.byOn)}, with your reason, or say that nobody follows.`
      : `Please name them ${byDayInWords(asked.byOn)}, or say that nobody follows.`,
  ],
  ...around(asked, to),
})

/** To the school: the day is over. */
export const overdueLetter = (asked: SuccessorAsked, to: To): Letter => ({
  subject: `${asked.hub}: nobody follows ${asked.person} yet in ${asked.group}`,
  paragraphs: [
    needsException(asked)
      ? `An exception, so that somebody follows ${asked.person}, was to be asked for ${byDayInWords(asked.byOn)}. You can still ask for it.`
      : `Somebody who follows ${asked.person} was to be named ${byDayInWords(asked.byOn)}. You can still name them.`,
    `${keeps(asked)} ${asked.hub} now decides how it goes on.`,
  ],
  ...around(asked, to),
})

/** To the school: the hub has set another day. */
export const newDayLetter = (asked: SuccessorAsked, to: To): Letter => ({
  subject: `${asked.hub}: who follows ${asked.person}? You have until ${formatDate(asked.byOn)}`,
  paragraphs: [
    `${asked.hub} asks you to name who follows ${asked.person} in ${asked.group} ${byDayInWords(asked.byOn)}.`,
    keeps(asked),
  ],
  ...around(asked, to),
})

/** To the staff of the hub: a successor waits for them. */
export const hubToldLetter = (
  asked: SuccessorAsked,
  { says, url }: { readonly says: string; readonly url: string },
): Letter => ({
  subject: `${asked.group}: who follows ${asked.person} for ${asked.organisation}?`,
  paragraphs: [`${asked.person} no longer takes part in ${asked.group} for ${asked.organisation}.`, says],
  action: { label: 'Decide', url },
  why: `you are on the staff of ${asked.hub}.`,
})

/** To a lead of the group: somebody follows. */
export const leadToldLetter = (
  asked: SuccessorAsked,
  { lead, name, url }: { readonly lead: string; readonly name: string; readonly url: string },
): Letter => ({
  subject: `${asked.group}: ${name} follows ${asked.person}`,
  greeting: `Hello ${lead},`,
  paragraphs: [`${name} takes part for ${asked.organisation} from now on, in the place of ${asked.person}.`],
  action: { label: 'See the group', url },
  why: `you lead ${asked.group} of ${asked.hub}.`,
})
