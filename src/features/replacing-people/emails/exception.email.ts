import type { Letter } from '../../../platform/mail/index.ts'
import { byDayInWords, type SuccessorAsked } from '../successor.ts'

type To = { readonly name: string; readonly url: string }

const because = ({ exceptionAnswer }: SuccessorAsked): string =>
  exceptionAnswer ? ` Its reason: “${exceptionAnswer}”` : ''

/** To the school: whether somebody may follow. */
export const exceptionDecidedLetter = (asked: SuccessorAsked, { name, url }: To): Letter => {
  const granted = asked.exception === 'granted'
  return {
    subject: granted
      ? `${asked.hub}: somebody may follow ${asked.person} in ${asked.group}`
      : `${asked.hub}: nobody follows ${asked.person} in ${asked.group}`,
    greeting: `Hello ${name},`,
    paragraphs: granted
      ? [
          `${asked.project} keeps the same people all year. ${asked.hub} makes an exception for ${asked.organisation}.${because(asked)}`,
          `Please name who follows ${byDayInWords(asked.byOn)}. They get the dates in their calendar at once.`,
        ]
      : [
          `${asked.project} keeps the same people all year, and ${asked.hub} makes no exception for ${asked.organisation}.${because(asked)}`,
          'Whoever else takes part for you goes on as before.',
        ],
    action: { label: granted ? 'Name who follows' : 'See where it stands', url },
    after: [
      asked.hubEmail ? `Any question? Write to ${asked.hub} at ${asked.hubEmail}.` : `Any question? Ask ${asked.hub}.`,
    ],
    why: `${asked.organisation} has a place in ${asked.group} of ${asked.hub}.`,
  }
}

/** To a lead of the group: whether somebody may follow. */
export const leadToldOfExceptionLetter = (asked: SuccessorAsked, { name, url }: To): Letter => ({
  subject: `${asked.group}: ${asked.exception === 'granted' ? 'somebody' : 'nobody'} follows ${asked.person}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    asked.exception === 'granted'
      ? `${asked.person} of ${asked.organisation} has left. ${asked.hub} lets somebody follow, although the same people come all year.${because(asked)} The school names them ${byDayInWords(asked.byOn)}.`
      : `${asked.person} of ${asked.organisation} has left. The same people come all year, and ${asked.hub} makes no exception.${because(asked)}`,
  ],
  action: { label: 'See the group', url },
  why: `you lead ${asked.group} of ${asked.hub}.`,
})
