import type { Answer, Tried } from '../criteria/index.ts'

/** A request on which rules were tried: which organisation's, at which hub, and for the project of which year. */
export type RequestOnTrial = Tried & { readonly hub: string; readonly organisation: string; readonly year: number }

export type Counted = Readonly<Record<Answer, number>>

export type HubOnTrial = {
  readonly hub: string
  readonly requests: number
  readonly before: Counted
  readonly after: Counted
  readonly changed: readonly RequestOnTrial[]
}

const counted = (answers: readonly Answer[]): Counted => ({
  yes: answers.filter((answer) => answer === 'yes').length,
  no: answers.filter((answer) => answer === 'no').length,
  not_yet_known: answers.filter((answer) => answer === 'not_yet_known').length,
})

const summed = (hub: string, requests: readonly RequestOnTrial[]): HubOnTrial => ({
  hub,
  requests: requests.length,
  before: counted(requests.map(({ before }) => before)),
  after: counted(requests.map(({ after }) => after)),
  changed: requests.filter(({ before, after }) => before !== after),
})

export type Outcome = { readonly sum: HubOnTrial; readonly hubs: readonly HubOnTrial[] }

/** What trying rules came to: in sum, and hub by hub in the order of their names. */
export const outcomeOf = (requests: readonly RequestOnTrial[]): Outcome => ({
  sum: summed('All hubs', requests),
  hubs: [...Map.groupBy(requests, ({ hub }) => hub)].map(([hub, own]) => summed(hub, own)),
})
