import { type Applicant, type Assignment, type Instance, milesBetween } from './instance.ts'
import { reasonForNone, reasonForPlace } from './reason.ts'
import type { RunSummary } from './run.ts'

export type Result = {
  readonly interestId: string
  readonly groupId: string | null
  readonly miles: number | null
  readonly reason: string
}

const tenths = (miles: number | null): number | null => (miles === null ? null : Math.round(miles * 10) / 10)

/** What is proposed for one applicant, with why. */
export const resultFor = (instance: Instance, assignment: Assignment, applicant: Applicant, at: number): Result => {
  const group = instance.groups.find((each) => each.id === assignment[at])
  if (!group)
    return {
      interestId: applicant.id,
      groupId: null,
      miles: null,
      reason: reasonForNone(instance, assignment, applicant),
    }
  return {
    interestId: applicant.id,
    groupId: group.id,
    miles: tenths(milesBetween(applicant, group)),
    reason: reasonForPlace(instance, assignment, applicant, group),
  }
}

/** What is proposed for everyone, each with its reason. */
export const resultsOf = (instance: Instance, assignment: Assignment): readonly Result[] =>
  instance.applicants.map((applicant, at) => resultFor(instance, assignment, applicant, at))

/** The figures of a proposal. */
export const figuresOf = (results: readonly Result[]): Required<Pick<RunSummary, 'placed' | 'miles' | 'longest'>> => {
  const miles = results.flatMap((result) => result.miles ?? [])
  return {
    placed: results.filter((result) => result.groupId !== null).length,
    miles: tenths(miles.reduce((sum, each) => sum + each, 0)) ?? 0,
    longest: miles.length > 0 ? Math.max(...miles) : 0,
  }
}

/** The same instance with room for one more organisation, and two people, in one group. */
export const withOneMore = (instance: Instance, groupId: string): Instance => ({
  ...instance,
  groups: instance.groups.map((group) =>
    group.id === groupId
      ? { ...group, organisationsLeft: group.organisationsLeft + 1, peopleLeft: group.peopleLeft + 2 }
      : group,
  ),
})

/** Groups that are full in a proposal: only there would one more place change anything. */
export const fullGroups = ({ applicants, groups }: Instance, assignment: Assignment): readonly string[] =>
  groups.flatMap((group) => {
    const placed = applicants.filter((_, at) => assignment[at] === group.id)
    const people = placed.reduce((sum, applicant) => sum + applicant.people, 0)
    return placed.length >= group.organisationsLeft || people >= group.peopleLeft ? [group.id] : []
  })
