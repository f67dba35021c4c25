import type { Letter } from '../../../platform/mail/index.ts'

type Released = {
  readonly group: string
  readonly project: string
  readonly unused: number
  /** What the hub that is written to had left of its own share; null when it has none. */
  readonly own: number | null
  readonly offered: number
  readonly url: string
}

const places = (count: number): string => (count === 1 ? '1 place' : `${count} places`)

const ofOwn = (own: number | null): string =>
  own === null ? '' : own === 0 ? ' Your own share was used in full.' : ` Of your own share ${places(own)} was left.`

/** To the staff of each hub of a group, on the day on which unused shares are released. */
export const sharesReleasedLetter = ({ group, project, unused, own, offered, url }: Released): Letter => ({
  subject: `${project}: unused shares of ${group} are open to all`,
  paragraphs: [
    unused === 0
      ? `Today the shares of ${group} end. Every hub has used its own.`
      : `Today the shares of ${group} end: ${places(unused)} that partner hubs had not used ${unused === 1 ? 'is' : 'are'} open to all its hubs.${ofOwn(own)}`,
    offered === 0
      ? 'Nobody in line fitted, so nothing has been offered yet.'
      : `${places(offered)} ${offered === 1 ? 'has' : 'have'} been offered to the next in line already.`,
  ],
  action: { label: 'See the room of the group', url },
  why: 'you are on the staff of a hub that shares this group.',
})
