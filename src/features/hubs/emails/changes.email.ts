import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { StaffFate } from '../hub-change.ts'

type Told = { readonly name: string; readonly from: Temporal.PlainDate; readonly url: string }

const why = (hub: string): string => `you work at ${hub}, or will.`

/** Tells somebody at a hub that another organisation leads it, and what becomes of their part. */
export const handedOverLetter = ({
  hub,
  lead,
  fate,
  ...told
}: Told & { readonly hub: string; readonly lead: string; readonly fate: 'keeps' | 'ends' | 'leads' }): Letter => ({
  subject: `${hub}: led by ${lead} from ${formatDate(told.from)}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `${hub} has a new lead organisation, ${lead}, from ${formatDate(told.from)}. Its offers, groups, places and history stay as they are.`,
    {
      keeps: 'You keep your part at the hub: nothing changes in what you see and do.',
      ends: `Your part at the hub ended on ${formatDate(told.from.subtract({ days: 1 }))}. Thank you for what you have done.`,
      leads: 'You lead the hub from that day.',
    }[fate],
  ],
  ...(fate === 'ends' ? {} : { action: { label: 'Open the hub’s work', url: told.url } }),
  after: [`If this is not what was agreed, write to the national team.`],
  why: why(hub),
})

const fateInWords = (fate: StaffFate, before: string, other: string): string =>
  ({
    both: `You work at ${other} from that day, and finish what ${before} had begun in earlier years.`,
    goes: `You work at ${other} from that day; your part at ${before} has ended.`,
    stays: `Your part at ${before} stays: you see nothing of ${other}.`,
    keeps: `Your part at ${before} stays.`,
    ends: `Your part at ${before} has ended. Thank you for what you have done.`,
  })[fate]

/** Tells somebody at a hub that it has merged into another, and what becomes of their part. */
export const mergedLetter = ({
  before,
  into,
  fate,
  ...told
}: Told & { readonly before: string; readonly into: string; readonly fate: StaffFate | null }): Letter => ({
  subject: `${before} is part of ${into} from ${formatDate(told.from)}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `${before} has merged into ${into} from ${formatDate(told.from)}. The offers, groups and requests of this year have passed to ${into}; earlier years stay with ${before}.`,
    fate === null ? `You find them among the work of ${into}.` : fateInWords(fate, before, into),
  ],
  ...(fate === 'ends' ? {} : { action: { label: 'Open your work', url: told.url } }),
  after: ['If this is not what was agreed, write to the national team.'],
  why: why(before),
})

/** Tells somebody at a hub that a part of it is a hub of its own, and where they work. */
export const dividedLetter = ({
  before,
  made,
  fate,
  ...told
}: Told & { readonly before: string; readonly made: string; readonly fate: StaffFate }): Letter => ({
  subject: `${made} is a hub of its own from ${formatDate(told.from)}`,
  greeting: `Hello ${told.name},`,
  paragraphs: [
    `A part of ${before} has become ${made}, from ${formatDate(told.from)}.`,
    fate === 'both' ? `You work at both hubs from that day.` : fateInWords(fate, before, made),
  ],
  ...(fate === 'ends' ? {} : { action: { label: 'Open your work', url: told.url } }),
  after: ['If this is not what was agreed, write to the national team.'],
  why: why(before),
})
