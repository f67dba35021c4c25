import type { Claim, ClaimedGroup, ClaimedSchool, Fault, FaultKind } from './claim.ts'

const metresInAMile = 1609.344
// A hair of a mile, so that rounding in the last digit is no fault.
const hair = 1e-9

type Found = (kind: FaultKind, sentence: string, schools: readonly ClaimedSchool[]) => Fault
const foundIn =
  (group: ClaimedGroup | null): Found =>
  (kind, sentence, schools) => ({ kind, group: group?.id ?? null, schools: schools.map(({ id }) => id), sentence })

const peopleOf = (schools: readonly ClaimedSchool[]): number => {
  let people = 0
  for (const school of schools) people += school.people
  return people
}

const roomAndMinimum = (group: ClaimedGroup, members: readonly ClaimedSchool[]): readonly Fault[] => {
  const found = foundIn(group)
  const faults: Fault[] = []
  const room = Math.max(0, group.organisationsRoom)
  if (members.length > room)
    faults.push(found('organisations', `${group.name} has room for ${room} more, not for ${members.length}.`, members))
  const people = peopleOf(members)
  if (people > group.peopleRoom)
    faults.push(
      found(
        'people',
        `${group.name} has room for ${Math.max(0, group.peopleRoom)} more people, not for ${people}.`,
        members,
      ),
    )
  const organisations = group.organisations + members.length
  if (members.length > 0 && organisations < group.minimum)
    faults.push(
      found('minimum', `${group.name} would have ${organisations}, and needs ${group.minimum} to run.`, members),
    )
  return faults
}

const phasesOf = (group: ClaimedGroup, members: readonly ClaimedSchool[]): ReadonlyMap<string, number> => {
  const counts = new Map(Object.entries(group.phases).filter(([, count]) => count > 0))
  for (const { phase } of members) if (phase !== null) counts.set(phase, (counts.get(phase) ?? 0) + 1)
  return counts
}

// A group that mixes phases already takes more of those it has; what it holds is not this placement's fault.
const phaseMix = (claim: Claim, group: ClaimedGroup, members: readonly ClaimedSchool[]): readonly Fault[] => {
  const found = foundIn(group)
  const before = phasesOf(group, [])
  const counts = phasesOf(group, members)
  const joining = new Set(members.flatMap(({ phase }) => phase ?? []))
  const added = [...joining].filter((phase) => !before.has(phase))
  if (claim.onePhase && added.length > 0 && counts.size > 1)
    return [found('phase', `${group.name} would mix schools of several phases.`, members)]
  const most = claim.mostOfAPhase
  return [...joining].flatMap((phase) =>
    most !== null && (counts.get(phase) ?? 0) > most
      ? [
          found(
            'phase',
            `${group.name} would have ${counts.get(phase)} schools of one phase, more than ${most}.`,
            members,
          ),
        ]
      : [],
  )
}

const milesTo = (school: ClaimedSchool, group: ClaimedGroup): number | null => {
  if (school.easting === null || school.northing === null || group.easting === null || group.northing === null)
    return null
  return Math.sqrt((school.easting - group.easting) ** 2 + (school.northing - group.northing) ** 2) / metresInAMile
}

const travel = (claim: Claim, school: ClaimedSchool, group: ClaimedGroup): readonly Fault[] => {
  const found = foundIn(group)
  const faults: Fault[] = []
  const miles = milesTo(school, group)
  const minutes = school.minutes[group.id]
  // The hub's miles are for ways whose minutes nobody told; a school's own limit is for all.
  const hubsMost = minutes === undefined ? claim.mostMiles : null
  const most = Math.min(hubsMost ?? Number.POSITIVE_INFINITY, school.mostMiles ?? Number.POSITIVE_INFINITY)
  if (miles !== null && miles > most + hair)
    faults.push(found('miles', `${group.name} is beyond the travel limit of somebody placed in it.`, [school]))
  const mostMinutes = claim.mostMinutes === null ? null : Math.max(claim.mostMinutes, school.agreedMinutes ?? 0)
  if (minutes !== undefined && mostMinutes !== null && minutes > mostMinutes)
    faults.push(
      found('minutes', `${group.name} is ${minutes} minutes from somebody placed in it, more than ${mostMinutes}.`, [
        school,
      ]),
    )
  if (claim.noClashes && school.meetsElsewhereDuring.includes(group.id))
    faults.push(
      found('dates', `${group.name} meets while somebody placed in it is at another group of its own.`, [school]),
    )
  return faults
}

const byHand = (claim: Claim, school: ClaimedSchool): readonly Fault[] => {
  const found = foundIn(claim.groups.find(({ id }) => id === school.group) ?? null)
  const faults: Fault[] = []
  const put = claim.put.find((each) => each.school === school.id)
  if (put && put.group !== school.group)
    faults.push(found('put', 'Somebody is not where they were put by hand.', [school]))
  if (claim.never.some((each) => each.school === school.id && each.group === school.group))
    faults.push(found('never', 'Somebody is in a group that was ruled out for them.', [school]))
  return faults
}

const company = (claim: Claim): readonly Fault[] => {
  const byId = new Map(claim.schools.map((school) => [school.id, school]))
  const listed = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const found = foundIn(null)
  const parted = claim.together.map(listed).filter((own) => new Set(own.map(({ group }) => group)).size > 1)
  const joined = claim.apart.map(listed).filter((own) => {
    const placed = own.flatMap(({ group }) => group ?? [])
    return new Set(placed).size < placed.length
  })
  return [
    ...parted.map((own) => found('together', 'Some who are to be kept together are not.', own)),
    ...joined.map((own) => found('apart', 'Some who are to be kept apart are together.', own)),
  ]
}

const holders = (claim: Claim): readonly Fault[] => {
  const placed = Map.groupBy(
    claim.schools.filter(({ group }) => group !== null),
    ({ holder }) => holder,
  )
  return [...placed.values()]
    .filter((own) => own.length > 1)
    .map((own) => foundIn(null)('twice', 'Somebody is placed twice in one project.', own))
}

/** Every limit that a placement breaks, each with its sentence: none when it can be carried out. */
export const faultsOf = (claim: Claim): readonly Fault[] => {
  const groups = new Map(claim.groups.map((group) => [group.id, group]))
  const members = Map.groupBy(claim.schools, ({ group }) => group)
  const lost = claim.schools.filter(({ group }) => group !== null && !groups.has(group))
  const opened = claim.groups.filter((group) => group.wouldOpen && members.has(group.id))
  return [
    ...lost.map((school) => foundIn(null)('unknown', 'Somebody is placed in a group that is not there.', [school])),
    ...holders(claim),
    ...claim.groups.flatMap((group) => {
      const own = members.get(group.id) ?? []
      return [
        ...roomAndMinimum(group, own),
        ...phaseMix(claim, group, own),
        ...own.flatMap((school) => travel(claim, school, group)),
      ]
    }),
    ...claim.schools.flatMap((school) => byHand(claim, school)),
    ...company(claim),
    ...(opened.length > claim.mostOpened
      ? [foundIn(null)('opened', `${opened.length} groups would open, more than ${claim.mostOpened}.`, [])]
      : []),
  ]
}
