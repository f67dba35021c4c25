import { faultsOf } from '../placement-check/index.ts'
import { barredBy, barrierOf } from './barriers.ts'
import { claimOf } from './claim.ts'
import type { Applicant, Assignment, GroupToFill, Instance } from './instance.ts'
import { weightOfPair } from './weights.ts'

type Filling = {
  readonly group: GroupToFill
  organisations: number
  people: number
  readonly phases: Record<string, number>
}

const phaseFits = ({ phase }: Applicant, { phases }: Filling, { rules }: Instance): boolean => {
  if (phase === null || rules.phases === 'any') return true
  if (rules.phases === 'mixed') return (phases[phase] ?? 0) < rules.mostOfAPhase
  return Object.keys(phases).length === 0 || phases[phase] !== undefined
}

const fits = (instance: Instance, applicant: Applicant, filling: Filling): boolean =>
  filling.organisations < filling.group.organisationsLeft &&
  filling.people + applicant.people <= filling.group.peopleLeft &&
  phaseFits(applicant, filling, instance)

const put = (filling: Filling, applicant: Applicant): void => {
  filling.organisations += 1
  filling.people += applicant.people
  if (applicant.phase !== null) filling.phases[applicant.phase] = (filling.phases[applicant.phase] ?? 0) + 1
}

/**
 * First come, first served, as it would be done with a list and a map: one after the other in the order of asking, each into the
 * group it likes best of those with room. Groups that are opened only for a placement, and who is kept together, are left aside;
 * groups that do not reach their minimum, and whatever else breaks a limit, fall away at the end.
 */
export const firstCome = (instance: Instance): Assignment => {
  const barred = barredBy(instance.rules)
  const fillings = instance.groups
    .filter((group) => !group.isNew)
    .map((group): Filling => ({ group, organisations: 0, people: 0, phases: { ...group.phasesTaken } }))
  const placed = new Map<string, string>()
  const seated = new Set<string>()
  for (const applicant of instance.applicants.toSorted(
    (a, b) => a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id),
  )) {
    if (seated.has(applicant.unit)) continue
    const [best] = fillings
      .filter((each) => fits(instance, applicant, each) && barrierOf(applicant, each.group, barred) === null)
      .toSorted(
        (a, b) =>
          weightOfPair(applicant, a.group) - weightOfPair(applicant, b.group) || a.group.id.localeCompare(b.group.id),
      )
    if (!best) continue
    put(best, applicant)
    placed.set(applicant.id, best.group.id)
    seated.add(applicant.unit)
  }
  return withoutFaults(instance, placed)
}

/** Who stands in the way of a limit is taken out again, until none is broken but what was settled by hand. */
const withoutFaults = (instance: Instance, placed: Map<string, string>): Assignment => {
  for (let round = 0; round <= instance.groups.length + instance.rules.apart.length; round += 1) {
    const faults = faultsOf(claimOf(instance, placed)).filter(({ kind }) => kind !== 'put')
    if (faults.length === 0) return placed
    for (const { kind, schools } of faults)
      for (const id of kind === 'apart' ? schools.filter((each) => placed.has(each)).slice(1) : schools)
        placed.delete(id)
  }
  return new Map()
}
