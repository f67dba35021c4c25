import { milesBetween, minutesTo } from './barriers.ts'
import type { Assignment, Instance } from './instance.ts'
import { wishMet } from './weights.ts'

/** What a placement comes to. */
export type Figures = {
  readonly placed: number
  /** Of those placed, the ones whose distance is known; figures of an earlier time do not tell it. */
  readonly measured?: number
  readonly miles: number
  readonly longest: number
  /** Where ways are measured in minutes: those placed whose minutes are known, all of theirs, and the most. */
  readonly timed?: { readonly placed: number; readonly minutes: number; readonly longest: number }
  /** Those placed who stated a wish for a group; for how many the first, or any, was met. */
  readonly wishing: number
  readonly firstWish: number
  readonly anyWish: number
}

/** Tenths of a mile are as much as a straight line can tell. */
export const tenths = (miles: number | null): number | null => (miles === null ? null : Math.round(miles * 10) / 10)

/** The figures of an assignment: how many are placed, how far they go, and whose wish is met. */
export const figuresOf = (instance: Instance, assignment: Assignment): Figures => {
  const groups = new Map(instance.groups.map((group) => [group.id, group]))
  const placed = instance.applicants.flatMap((applicant) => {
    const group = groups.get(assignment.get(applicant.id) ?? '')
    return group ? [{ applicant, group }] : []
  })
  const miles = placed.flatMap(({ applicant, group }) => tenths(milesBetween(applicant, group)) ?? [])
  const minutes = placed.flatMap(({ applicant, group }) => minutesTo(applicant, group) ?? [])
  const wishing = placed.filter(({ applicant }) => applicant.wishes.length > 0)
  const met = wishing.map(({ applicant, group }) => wishMet(applicant, group.id))
  return {
    placed: placed.length,
    measured: miles.length,
    miles: tenths(miles.reduce((sum, each) => sum + each, 0)) ?? 0,
    longest: miles.reduce((most, each) => Math.max(most, each), 0),
    ...(instance.rules.measure === 'minutes'
      ? {
          timed: {
            placed: minutes.length,
            minutes: minutes.reduce((sum, each) => sum + each, 0),
            longest: Math.max(0, ...minutes),
          },
        }
      : {}),
    wishing: wishing.length,
    firstWish: met.filter((at) => at === 0).length,
    anyWish: met.filter((at) => at !== null).length,
  }
}
