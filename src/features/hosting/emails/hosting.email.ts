import type { Letter } from '../../../platform/mail/index.ts'
import { whenInWords } from '../../sessions/index.ts'
import type { Hosting } from '../queries.ts'

/** Asks somebody at a school whether it hosts a session. */
export const askToHostLetter = (
  hosting: Hosting,
  {
    name,
    people,
    url,
    by,
  }: { readonly name: string; readonly people: number; readonly url: string; readonly by: string },
): Letter => ({
  subject: `${hosting.hub}: can ${hosting.school} host a session?`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `${hosting.group} (${hosting.project}) meets at its schools in turn. Can ${hosting.school} host session ${hosting.number}?`,
    `${whenInWords(hosting)}. About ${people} people come.`,
    `Please answer by ${by}. If you cannot, another school is asked, and nothing else moves.`,
  ],
  action: { label: 'Say whether you can', url },
  ...(hosting.hubEmail ? { after: [`Questions? Write to ${hosting.hub}: ${hosting.hubEmail}`] } : {}),
  why: `${hosting.school} takes part in ${hosting.group} of ${hosting.hub}.`,
})

/** Tells a lead of the group what a school has answered, and what that leads to. */
export const answeredLetter = (
  hosting: Hosting,
  {
    name,
    hosts,
    next,
    url,
  }: { readonly name: string; readonly hosts: boolean; readonly next: string | null; readonly url: string },
): Letter => ({
  subject: `${hosting.group}: ${hosting.school} ${hosts ? 'hosts' : 'cannot host'} session ${hosting.number}`,
  greeting: `Hello ${name},`,
  paragraphs: [
    `${hosting.school} ${hosts ? 'hosts' : 'cannot host'} session ${hosting.number}: ${whenInWords(hosting)}.`,
    ...(hosts
      ? []
      : [
          next
            ? `${next} has been asked instead. The other sessions stay where they are.`
            : 'No other school is left to ask: choose a venue, or ask again.',
        ]),
  ],
  action: { label: 'See who hosts what', url },
  why: `you lead ${hosting.group} of ${hosting.hub}.`,
})
