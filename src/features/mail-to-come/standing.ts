import { formatInstant } from '../../vocabulary/local-time.ts'
import type { Moment, Stop } from '../mail-times/index.ts'

export type State = {
  readonly words: string
  readonly tone: 'new' | 'waiting' | 'good' | 'attention' | 'over' | 'plain'
}

export const stateToCome: State = { words: 'To come', tone: 'waiting' }

/** Where a mail stands that something stops; null where nothing does. */
export const stoppedState = (stop: Stop | null): State | null =>
  stop && (stop.decision === 'held' ? { words: 'Held', tone: 'attention' } : { words: 'Not sent', tone: 'over' })

const stops: Readonly<Record<Stop['of'], Readonly<Record<Stop['decision'], string>>>> = {
  mail: {
    held: 'It waits until you let it go, however late that is.',
    dropped: 'It was said that this mail is not sent for this date.',
  },
  kind: {
    held: 'All mail of this kind is held: it waits until you let the kind go.',
    dropped: 'Your hub sends no mail of this kind at present.',
  },
}

/** Why a mail does not go. */
export const stopInWords = ({ decision, of }: Stop): string => stops[of][decision]

/** Why a mail goes when it goes, where that is not when it was wanted; for so many others it goes later. */
export const noteOnMoment = ({ because }: Moment, others: number): string =>
  [because ?? '', others > 0 ? `For ${others === 1 ? 'one person' : `${others} people`} it goes later.` : '']
    .filter((sentence) => sentence !== '')
    .join(' ')

/** When a mail goes and why then. */
export const momentInWords = (first: Moment, others: number): string =>
  `It goes on ${formatInstant(first.at)}. ${noteOnMoment(first, others)}`.trim()
