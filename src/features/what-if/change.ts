import {
  type Applicant,
  type Assignment,
  barredBy,
  barrierOf,
  type GroupToFill,
  type Instance,
  membersOf,
  peopleOf,
  weightOfPair,
} from '../placement-solving/index.ts'

export const changeKinds = ['places', 'minimum', 'miles', 'minutes', 'clash', 'ruled_out', 'opening'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One thing that would be different: so many more places, a lower minimum, so many miles or minutes at most, and so on. */
export type Change = { readonly kind: ChangeKind; readonly groupId: string | null; readonly amount: number }

/** Changes that can be made from the page; the others are made where they belong. */
export const isMadeHere = ({ kind, groupId }: Pick<Change, 'kind' | 'groupId'>): boolean =>
  kind === 'opening' ? groupId !== null : ['places', 'minimum', 'miles', 'minutes', 'ruled_out'].includes(kind)

/** Who else would be placed, moved or left out. */
export type Others = {
  readonly placed: readonly string[]
  readonly moved: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  readonly left: readonly string[]
}

/** A change that was tried: whether it places the one it is for, and what else it does. */
export type Tried = Change & { readonly isPlaced: boolean; readonly others: Others }

export const usuallyOpened = { from: 6, to: 8, peopleEach: 2 } as const

/** Of what size a group would be opened: as those that the placement may open already, or as usual. */
const sizeOpened = ({ groups }: Instance) => {
  const one = groups.find(({ isNew }) => isNew)
  return one
    ? { from: one.minimum, to: one.organisationsLeft, people: one.peopleLeft }
    : { from: usuallyOpened.from, to: usuallyOpened.to, people: usuallyOpened.to * usuallyOpened.peopleEach }
}
const mostPlacesTried = 3
const groupsTried = 2

const hasRoom = (instance: Instance, assignment: Assignment, group: GroupToFill, applicant: Applicant): boolean => {
  const members = membersOf(instance, assignment, group.id)
  return members.length < group.organisationsLeft && peopleOf(members) + applicant.people <= group.peopleLeft
}

const places = (group: GroupToFill): readonly Change[] =>
  Array.from({ length: mostPlacesTried }, (_, at) => ({ kind: 'places', groupId: group.id, amount: at + 1 }))

const lower = (instance: Instance, assignment: Assignment, group: GroupToFill): Change => ({
  kind: 'minimum',
  groupId: group.id,
  amount: group.organisationsTaken + membersOf(instance, assignment, group.id).length + 1,
})

const perGroup = (
  instance: Instance,
  assignment: Assignment,
  applicant: Applicant,
  group: GroupToFill,
): readonly Change[] => {
  const barrier = barrierOf(applicant, group, barredBy(instance.rules))
  const change = (kind: ChangeKind, amount = 0): readonly Change[] => [{ kind, groupId: group.id, amount }]
  switch (barrier?.kind) {
    case 'miles':
      return applicant.travelLimitMiles === null ? [] : change('miles', Math.ceil(barrier.miles))
    case 'minutes':
      return change('minutes', barrier.minutes)
    case 'dates':
      return change('clash')
    case 'forbidden':
      return change('ruled_out')
    case undefined:
      if (!hasRoom(instance, assignment, group, applicant)) return places(group)
      return group.minimum > group.organisationsTaken ? [lower(instance, assignment, group)] : []
    case 'room':
      return places(group)
    default:
      return []
  }
}

/** Changes worth trying for somebody left out, the nearest groups first: of each kind for few groups, so that their number is bounded. */
export const changesFor = (instance: Instance, assignment: Assignment, applicant: Applicant): readonly Change[] => {
  const groups = instance.groups
    .filter((group) => !group.isNew)
    .toSorted((a, b) => weightOfPair(applicant, a) - weightOfPair(applicant, b) || a.id.localeCompare(b.id))
  const all = groups.flatMap((group) => perGroup(instance, assignment, applicant, group))
  const few = changeKinds.flatMap((kind) => {
    const own = all.filter((change) => change.kind === kind)
    const near = new Set([...new Set(own.map(({ groupId }) => groupId))].slice(0, groupsTried))
    return own.filter(({ groupId }) => near.has(groupId))
  })
  const where = groups.find(
    (group) =>
      group.venueId !== null &&
      !['miles', 'minutes'].includes(barrierOf(applicant, group, barredBy(instance.rules))?.kind ?? ''),
  )
  return [...few, { kind: 'opening', groupId: where?.id ?? null, amount: sizeOpened(instance).from }]
}

const inGroup = (instance: Instance, groupId: string | null, to: (group: GroupToFill) => GroupToFill): Instance => ({
  ...instance,
  groups: instance.groups.map((group) => (group.id === groupId ? to(group) : group)),
})

const ofApplicant = (instance: Instance, id: string, to: (applicant: Applicant) => Applicant): Instance => ({
  ...instance,
  applicants: instance.applicants.map((applicant) => (applicant.id === id ? to(applicant) : applicant)),
})

/** The group that is opened to see whom it would place. */
export const openedInTrial = 'one-more'

const withGroup = (instance: Instance, applicant: Applicant, where: string | null): Instance => {
  const there = instance.groups.find(({ id }) => id === where)
  const size = sizeOpened(instance)
  const group: GroupToFill = {
    id: openedInTrial,
    offerId: applicant.offerId,
    name: 'Another group',
    at: there?.at ?? applicant.at,
    venueId: there?.venueId ?? null,
    themeId: applicant.themeId,
    organisationsTaken: 0,
    organisationsLeft: size.to,
    peopleLeft: size.people,
    minimum: size.from,
    phasesTaken: {},
    days: [],
    isNew: true,
  }
  // It takes as long to get there as to the group that meets there.
  const applicants = instance.applicants.map((each) => {
    const minutes = there && each.minutes[there.id]
    return minutes === undefined ? each : { ...each, minutes: { ...each.minutes, [openedInTrial]: minutes } }
  })
  return {
    ...instance,
    applicants,
    groups: [...instance.groups, group],
    rules: { ...instance.rules, opening: instance.rules.opening + 1 },
  }
}

/** The instance with one change, to be solved again from where everybody is. */
export const withChange = (
  instance: Instance,
  assignment: Assignment,
  applicant: Applicant,
  change: Change,
): Instance => {
  const from = { ...instance, rules: { ...instance.rules, before: Object.fromEntries(assignment) } }
  const { kind, groupId, amount } = change
  switch (kind) {
    case 'places':
      return inGroup(from, groupId, (group) => ({
        ...group,
        organisationsLeft: group.organisationsLeft + amount,
        peopleLeft: group.peopleLeft + amount * applicant.people,
      }))
    case 'minimum':
      return inGroup(from, groupId, (group) => ({ ...group, minimum: amount }))
    case 'miles':
      return ofApplicant(from, applicant.id, (each) => ({ ...each, travelLimitMiles: amount }))
    case 'minutes':
      return ofApplicant(from, applicant.id, (each) => ({ ...each, agreedMinutes: amount }))
    case 'clash':
      return ofApplicant(from, applicant.id, (each) => ({
        ...each,
        clashes: each.clashes.filter((id) => id !== groupId),
      }))
    case 'ruled_out':
      return {
        ...from,
        rules: {
          ...from.rules,
          forbidden: from.rules.forbidden.filter(
            (each) => each.applicantId !== applicant.id || each.groupId !== groupId,
          ),
        },
      }
    case 'opening':
      return withGroup(from, applicant, groupId)
  }
}

/** What else is different in the placement that the change leads to. */
export const othersIn = (
  { applicants }: Instance,
  { before, after }: { before: Assignment; after: Assignment },
  self: string,
): Others => {
  const rest = applicants.filter(({ id }) => id !== self)
  return {
    placed: rest.flatMap(({ id }) => (!before.has(id) && after.has(id) ? [id] : [])),
    moved: rest.flatMap(({ id }) => {
      const [from, to] = [before.get(id), after.get(id)]
      return from !== undefined && to !== undefined && from !== to ? [{ id, from, to }] : []
    }),
    left: rest.flatMap(({ id }) => (before.has(id) && !after.has(id) ? [id] : [])),
  }
}

type Explained = { readonly runId: string; readonly interestId: string }

/** The job that works out what would place somebody, by its key. */
export const explanationKey = ({ runId, interestId }: Explained): string => `explain:${runId}:${interestId}`

/** The waits between its tries grow: the fifth comes within two minutes of the first. */
export const mostTries = 5
