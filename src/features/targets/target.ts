/** How many groups and places a hub plans for a project. */
export type Planned = { readonly groups: number; readonly places: number }

export const mostGroups = 999
export const mostPlaces = 99_999

/** What has come about of a plan so far; each kind is counted by itself. */
export type Progress = {
  readonly forming: number
  readonly confirmed: number
  readonly running: number
  readonly completed: number
  readonly offered: number
  readonly held: number
  readonly waiting: number
  readonly schools: number
}

export const noProgress: Progress = {
  forming: 0,
  confirmed: 0,
  running: 0,
  completed: 0,
  offered: 0,
  held: 0,
  waiting: 0,
  schools: 0,
}

/** What is counted, in sentences that stand on every page with the figures. */
export const countedAs: readonly (readonly [string, string])[] = [
  [
    'Planned',
    'How many groups a hub means to hold for the project in its year, and how many places in them it means to fill. A place is for the unit that joins: a school or institution, or one person where the project is for individuals.',
  ],
  [
    'Groups',
    'Groups that are forming, confirmed, running or completed, at the hub that leads them. Those called off or merged into another do not count, nor do those that a hub only shares as a partner.',
  ],
  [
    'Places held',
    'Places that were accepted and not given back or left, and those completed. This is what is set against the places planned.',
  ],
  ['Places offered', 'Places offered and not answered yet. They may still be declined, so they do not count as held.'],
  [
    'Interest waiting',
    'Requests to join that have come in and have no place offered yet: they wait for a headteacher, for a decision, or on the waiting list.',
  ],
  [
    'Schools',
    'Different schools and other organisations with a place held; one that holds places in several groups counts once in each line and once in the total.',
  ],
]

/** Groups that there are, whatever they have come to. */
export const groupsOf = ({ forming, confirmed, running, completed }: Progress): number =>
  forming + confirmed + running + completed

/** A project as a line names it: its title, with its code where it has one. */
export const projectNamed = ({ project, code }: { readonly project: string; readonly code: string | null }): string =>
  code ? `${project} (${code})` : project

/** One hub and project: what is planned, where it is planned, and what has come about. */
export type Line = {
  readonly hubId: string
  readonly hubSlug: string
  readonly hub: string
  readonly projectId: string
  readonly project: string
  readonly code: string | null
  /** Whether the hub devised the project for itself: such are counted apart from those of the national catalogue. */
  readonly isOwn: boolean
  readonly planned: Planned | null
  readonly progress: Progress
}

const add = (one: Progress, other: Progress): Progress => ({
  forming: one.forming + other.forming,
  confirmed: one.confirmed + other.confirmed,
  running: one.running + other.running,
  completed: one.completed + other.completed,
  offered: one.offered + other.offered,
  held: one.held + other.held,
  waiting: one.waiting + other.waiting,
  schools: 0,
})

export type Total = { readonly planned: Planned | null; readonly hubsWithPlan: number; readonly progress: Progress }

/** Lines put together. Schools cannot be summed, as one may stand in several lines: their number is given. */
export const totalOf = (lines: readonly Line[], schools: number): Total => {
  const plans = lines.flatMap(({ planned }) => planned ?? [])
  return {
    planned:
      plans.length === 0
        ? null
        : plans.reduce((sum, one) => ({ groups: sum.groups + one.groups, places: sum.places + one.places })),
    hubsWithPlan: new Set(lines.filter(({ planned }) => planned !== null).map(({ hubId }) => hubId)).size,
    progress: { ...lines.map(({ progress }) => progress).reduce(add, noProgress), schools },
  }
}

/** Where a plan stands, in a few words: "7 of 12", "7, no plan", "nothing yet of 12". */
export const againstPlan = (have: number, planned: number | null): string => {
  if (planned === null) return `${have}, no plan`
  return `${have} of ${planned}`
}

const counted = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`

/** A plan in words. */
export const planInWords = (planned: Planned | null): string =>
  planned ? `${counted(planned.groups, 'group')} and ${counted(planned.places, 'place')}` : 'no plan'

/** Why a plan cannot be as it is, or null. */
export const planRefusal = ({ groups, places }: Planned): string | null =>
  groups === 0 && places > 0 ? 'Places need a group: plan at least one group, or no places' : null

/** A plan as it stood when a form was opened: "3 groups 24 places" tells whether somebody else has changed it since. */
export const markOf = (planned: Planned | null): string => (planned ? `${planned.groups}/${planned.places}` : '')

/** What the boxes of a hub are called in the form of a project's targets. */
export const fieldNames = (slug: string) => ({
  groups: `groups-${slug}`,
  places: `places-${slug}`,
  mark: `mark-${slug}`,
})
