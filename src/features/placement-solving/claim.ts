import type { Claim } from '../placement-check/index.ts'
import type { Assignment, Instance } from './instance.ts'

/** What the checker is told of an assignment: the facts and the limits, nothing of how it was found. */
export const claimOf = ({ applicants, groups, rules }: Instance, assignment: Assignment): Claim => ({
  schools: applicants.map((applicant) => ({
    id: applicant.id,
    holder: applicant.unit,
    people: applicant.people,
    easting: applicant.at?.easting ?? null,
    northing: applicant.at?.northing ?? null,
    phase: applicant.phase,
    mostMiles: applicant.travelLimitMiles,
    minutes: applicant.minutes,
    agreedMinutes: applicant.agreedMinutes,
    meetsElsewhereDuring: applicant.clashes,
    group: assignment.get(applicant.id) ?? null,
  })),
  groups: groups.map((group) => ({
    id: group.id,
    name: group.name,
    easting: group.at?.easting ?? null,
    northing: group.at?.northing ?? null,
    organisations: group.organisationsTaken,
    organisationsRoom: group.organisationsLeft,
    peopleRoom: group.peopleLeft,
    minimum: group.minimum,
    phases: group.phasesTaken,
    wouldOpen: group.isNew,
  })),
  mostMiles: rules.mostMiles,
  mostMinutes: rules.mostMinutes,
  noClashes: rules.dates === 'never',
  onePhase: rules.phases === 'one',
  mostOfAPhase: rules.phases === 'mixed' ? rules.mostOfAPhase : null,
  mostOpened: rules.opening,
  together: rules.together,
  apart: rules.apart,
  put: rules.pins.map(({ applicantId, groupId }) => ({ school: applicantId, group: groupId })),
  never: rules.forbidden.map(({ applicantId, groupId }) => ({ school: applicantId, group: groupId })),
})
