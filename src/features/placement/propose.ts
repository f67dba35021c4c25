import {
  type Applicant,
  type Assignment,
  groupOf,
  type Instance,
  milesBetween,
  minutesTo,
  tenths,
} from '../placement-solving/index.ts'
import { reasonForNone, reasonForPlace } from './reason.ts'

export type Result = {
  readonly interestId: string
  readonly groupId: string | null
  readonly miles: number | null
  readonly minutes: number | null
  readonly reason: string
}

/** What is proposed for one applicant, with why. */
export const resultFor = (instance: Instance, assignment: Assignment, applicant: Applicant): Result => {
  const group = groupOf(instance, assignment, applicant.id)
  if (!group)
    return {
      interestId: applicant.id,
      groupId: null,
      miles: null,
      minutes: null,
      reason: reasonForNone(instance, assignment, applicant),
    }
  return {
    interestId: applicant.id,
    groupId: group.id,
    miles: tenths(milesBetween(applicant, group)),
    minutes: minutesTo(applicant, group),
    reason: reasonForPlace(instance, assignment, applicant, group),
  }
}

/** What is proposed for everyone, each with its reason. */
export const resultsOf = (instance: Instance, assignment: Assignment): readonly Result[] =>
  instance.applicants.map((applicant) => resultFor(instance, assignment, applicant))
