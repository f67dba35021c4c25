import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

export type Leaving = {
  readonly name: string
  readonly from: string
  readonly to: string | null
  readonly on: Temporal.PlainDate
}

const gone = ({ name, from, to, on }: Leaving): string =>
  to === null
    ? `${name} no longer works at ${from}, since ${formatDate(on)}.`
    : `${name} has moved from ${from} to ${to} on ${formatDate(on)}.`

/** To those who lead the organisation that somebody left. */
export const colleaguesLetter = (left: Leaving & { readonly greeting: string; readonly url: string }): Letter => ({
  subject: `${left.name} has left ${left.from}`,
  greeting: `Hello ${left.greeting},`,
  paragraphs: [
    gone(left),
    `What ${left.name} did at ${left.from} has been ended here. A place in a group is not lost by this: the hub decides with you who takes it.`,
  ],
  action: { label: 'See your school’s people', url: left.url },
  after: ['If this is wrong, tell your hub.'],
  why: `you lead ${left.from} in Tessellate.`,
})

/** To those who lead the organisation that somebody says they work at now. */
export const newColleaguesLetter = (left: Leaving & { readonly greeting: string; readonly url: string }): Letter => ({
  subject: `${left.name} has joined ${left.to}`,
  greeting: `Hello ${left.greeting},`,
  paragraphs: [gone(left), 'If this is not so, say it on the page of your school’s people.'],
  action: { label: 'See your school’s people', url: left.url },
  why: `you lead ${left.to} in Tessellate.`,
})

/** To the staff of a hub: what there is to decide. */
export const hubAskedLetter = (
  left: Leaving & {
    readonly greeting: string
    readonly url: string
    readonly places: number
    readonly isWithoutLead: boolean
  },
): Letter => ({
  subject: left.places > 0 ? `${left.name} has left ${left.from}: decide about the place` : `${left.from} has no lead`,
  greeting: `Hello ${left.greeting},`,
  paragraphs: [
    gone(left),
    ...(left.places > 0
      ? [
          `${left.name} takes part in ${left.places === 1 ? 'a group of yours' : `${left.places} groups of yours`} for ${left.from}. Does the place stay with ${left.from}, or does ${left.name} go on elsewhere?`,
        ]
      : []),
    ...(left.isWithoutLead
      ? [`Nobody leads ${left.from} in Tessellate any more. Please invite somebody who works there.`]
      : []),
  ],
  action: { label: left.places > 0 ? 'Decide' : 'Invite a lead', url: left.url },
  why: 'you work for the hub that this school deals with.',
})

/** To the staff of a hub: an organisation has lost its last lead without anybody having left it. */
export const withoutLeadLetter = (asked: { organisation: string; greeting: string; url: string }): Letter => ({
  subject: `${asked.organisation} has no lead`,
  greeting: `Hello ${asked.greeting},`,
  paragraphs: [`Nobody leads ${asked.organisation} in Tessellate any more. Please invite somebody who works there.`],
  action: { label: 'Invite a lead', url: asked.url },
  why: 'you work for the hub that this school deals with.',
})

/** To the person who left: what was ended, and whom to ask. */
export const ownLeavingLetter = (
  left: Leaving & { readonly places: number; readonly isSaidByOther: boolean },
): Letter => ({
  subject: left.to === null ? `You no longer work at ${left.from}` : `You have moved to ${left.to}`,
  greeting: `Hello ${left.name},`,
  paragraphs: [
    left.to === null
      ? `${left.isSaidByOther ? 'We were told' : 'You told us'} that you no longer work at ${left.from}, since ${formatDate(left.on)}. What you did there has been ended here.`
      : `${left.isSaidByOther ? 'We were told' : 'You told us'} that you moved from ${left.from} to ${left.to} on ${formatDate(left.on)}. What you did at ${left.from} has been ended here.`,
    ...(left.places > 0
      ? [
          'The hub now decides what becomes of the groups you take part in. You hear of it. Until then your dates stand.',
        ]
      : []),
  ],
  after: ['If this is wrong, tell your hub: nothing that you took part in is lost.'],
  why: 'you worked there.',
})
