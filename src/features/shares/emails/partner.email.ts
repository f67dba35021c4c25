import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { Asking } from '../asking.ts'

const shareInWords = ({ share, endOn }: Asking): string =>
  share === null
    ? 'It would place in what is free, without a share of its own.'
    : `It would have a share of ${share}${endOn ? `, until what is unused is released to all on ${formatDate(endOn)}` : ''}.`

/** Asks a hub to share a group of another. */
export const partnerAskedLetter = (asking: Asking, url: string): Letter => ({
  subject: `${asking.leadHubName}: ${asking.projectTitle}, will you share a group?`,
  paragraphs: [
    `${asking.leadHubName} asks ${asking.hubName} to share ${asking.groupName}. Your hub would place schools of its own there, and decide on them itself.`,
    shareInWords(asking),
    ...(asking.word ? [`They write: ${asking.word}`] : []),
  ],
  action: { label: 'Agree or decline', url },
  why: `you work for ${asking.hubName}.`,
})

/** Tells the lead hub what the hub that it asked has answered. */
export const partnerAnsweredLetter = (asking: Asking, url: string): Letter => ({
  subject: `${asking.hubName} ${asking.status === 'agreed' ? 'shares' : 'does not share'} ${asking.groupName}`,
  paragraphs: [
    asking.status === 'agreed'
      ? `${asking.hubName} shares ${asking.groupName} from now on. ${shareInWords(asking)}`
      : `${asking.hubName} has declined to share ${asking.groupName}.`,
    ...(asking.answer ? [`They write: ${asking.answer}`] : []),
  ],
  action: { label: 'See the hubs of the group', url },
  why: `you work for ${asking.leadHubName}, which holds the group.`,
})

/** Tells the hubs of a group that one of them shares it no more. */
export const partnerLeftLetter = (left: {
  readonly hubName: string
  readonly groupName: string
  readonly projectTitle: string
  readonly unused: number
  readonly word: string | null
  readonly url: string
}): Letter => ({
  subject: `${left.projectTitle}: ${left.hubName} shares ${left.groupName} no more`,
  paragraphs: [
    `${left.hubName} does not share ${left.groupName} any more.`,
    ...(left.unused > 0 ? [`What was left of its share, ${left.unused}, is everybody’s now.`] : []),
    ...(left.word ? [`Why: ${left.word}`] : []),
  ],
  action: { label: 'See the room of the group', url: left.url },
  why: 'your hub is of this group.',
})
