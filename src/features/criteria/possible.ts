import { phases } from '../../vocabulary/phases.ts'
import { postKinds } from '../../vocabulary/posts.ts'
import {
  type Leaf,
  type LeafOf,
  organisationKinds,
  organisationStatuses,
  providerKinds,
  stageStatuses,
  trainingPhases,
  type Years,
} from './leaf.ts'

/** A fact and whether it is to be so. */
export type Wish = { readonly leaf: Leaf; readonly is: boolean }

/** One thing that can be known of an asker: what it can be, and which of that meets a leaf. */
type Aspect = {
  /** It is one of its values, or any number of them hold: several phases, several people. */
  readonly holds: 'one' | 'several'
  readonly values: readonly unknown[]
  readonly meets: (value: never) => boolean
  /** Whether all that hold have to meet the leaf, and not only some. */
  readonly every?: boolean
}

const another = 'another'

const listed = (leaf: { readonly fact: string; readonly in: readonly string[] }, all: readonly string[]) => ({
  values: [...all, ...leaf.in],
  meets: (value: string) => leaf.in.includes(value),
})

const yesNo = (wanted: boolean): Aspect => ({
  holds: 'one',
  values: [true, false],
  meets: (value: boolean) => value === wanted,
})

// Just below a bound and at it: what can be told apart.
const around = (bound: number | undefined): readonly number[] => (bound === undefined ? [] : [bound - 0.001, bound])

const isTaken = (year: unknown, years: Years): boolean =>
  years === 'ever' || (typeof years === 'string' ? year === years : years.includes(year as number))

const yearsOf = (years: Years): readonly unknown[] => [
  'before',
  'same',
  'later',
  ...(typeof years === 'string' ? [] : years),
]

const stage = (leaf: LeafOf<'organisation.stage' | 'person.stage'>): Aspect => ({
  holds: 'several',
  values: yearsOf(leaf.years).flatMap((year) => stageStatuses.map((status) => ({ status, year }))),
  meets: ({ status, year }: { status: (typeof stageStatuses)[number]; year: unknown }) =>
    leaf.status.includes(status) && isTaken(year, leaf.years),
})

const part = (leaf: LeafOf<'organisation.project' | 'person.project'>): Aspect => ({
  holds: 'several',
  values: yearsOf(leaf.years),
  meets: (year: unknown) => isTaken(year, leaf.years),
})

type Person = { readonly post: string; readonly months: number; readonly on: string; readonly years: number }

const person = (leaf: LeafOf<'person.post' | 'person.experience'>, meets: (one: Person) => boolean): Aspect => ({
  holds: 'several',
  values: [],
  meets,
  ...(leaf.every ? { every: true } : {}),
})

type Given = { readonly text: string } | { readonly number: number } | { readonly day: string } | null
const daysAround = (day: string | undefined): readonly Given[] =>
  day === undefined ? [] : [-1, 0, 1].map((days) => ({ day: Temporal.PlainDate.from(day).add({ days }).toString() }))

const within = <Value extends string | number>(value: Value, least: Value | undefined, most: Value | undefined) =>
  (least === undefined || value >= least) && (most === undefined || value <= most)

const answer = ({ in: list, atLeast, atMost, notBefore, notAfter }: LeafOf<'answer'>): Aspect => ({
  holds: list ? 'several' : 'one',
  values: [
    ...(list ?? []).map((text) => ({ text })),
    { text: another },
    ...[...around(atLeast), ...(atMost === undefined ? [] : [atMost, atMost + 0.001])].map((number) => ({ number })),
    ...daysAround(notBefore),
    ...daysAround(notAfter),
    null,
  ],
  meets: (given: Given) => {
    if (given === null) return false
    if (list) return 'text' in given && list.includes(given.text)
    if (atLeast !== undefined || atMost !== undefined) return 'number' in given && within(given.number, atLeast, atMost)
    const isOfDays = notBefore !== undefined || notAfter !== undefined
    return !isOfDays || ('day' in given && within(given.day, notBefore, notAfter))
  },
})

const aspects: { readonly [Fact in Leaf['fact']]: (leaf: LeafOf<Fact>) => Aspect } = {
  'organisation.kind': (leaf) => ({ ...listed(leaf, organisationKinds), holds: 'one' }),
  'organisation.type': (leaf) => ({ ...listed(leaf, [another]), holds: 'one' }),
  'organisation.phase': (leaf) => ({ ...listed(leaf, phases), holds: 'several' }),
  'organisation.state_funded': (leaf) => yesNo(leaf.is),
  'organisation.itt_kind': (leaf) => ({ ...listed(leaf, [...providerKinds, another]), holds: 'one' }),
  'organisation.itt_phases': (leaf) => ({ ...listed(leaf, trainingPhases), holds: 'several' }),
  'organisation.status': (leaf) => ({ ...listed(leaf, organisationStatuses), holds: 'one' }),
  'organisation.area': () => yesNo(true),
  'organisation.authority': (leaf) => ({ ...listed(leaf, [another]), holds: 'one' }),
  'organisation.free_meals': (leaf) => ({
    holds: 'one',
    values: [0, ...around(leaf.atLeast).filter((share) => share >= 0)],
    meets: (share: number) => share >= leaf.atLeast,
  }),
  'organisation.stage': stage,
  'organisation.project': part,
  'person.stage': stage,
  'person.project': part,
  'person.post': (leaf) =>
    person(leaf, ({ post, months, on }) => {
      if (!(leaf.in as readonly string[]).includes(post)) return false
      if (!leaf.since) return true
      return 'on' in leaf.since ? on <= leaf.since.on : months >= leaf.since.months
    }),
  'person.experience': (leaf) => person(leaf, ({ years }) => years >= leaf.years),
  commitment: () => yesNo(true),
  answer,
}

const aspectOf = (leaf: Leaf): Aspect => (aspects[leaf.fact] as (leaf: Leaf) => Aspect)(leaf)

/** Leaves with the same name ask about the same thing, and bear on each other. */
export const aspectKey = (leaf: Leaf): string => {
  switch (leaf.fact) {
    case 'person.post':
    case 'person.experience':
      return 'people'
    case 'organisation.stage':
    case 'person.stage':
      return `${leaf.fact} ${leaf.stage}`
    case 'organisation.project':
    case 'person.project':
      return `${leaf.fact} ${leaf.project}`
    case 'commitment':
    case 'answer':
      return `${leaf.fact} ${leaf.key}`
    default:
      return leaf.fact
  }
}

const boundsOf = (leaves: readonly Leaf[]) => {
  const post = leaves.flatMap((leaf) => (leaf.fact === 'person.post' && leaf.since ? [leaf.since] : []))
  return {
    months: [0, ...post.flatMap((since) => ('months' in since ? [since.months] : []))],
    on: ['9999-12-31', ...post.flatMap((since) => ('on' in since ? [since.on] : []))],
    years: [0, ...leaves.flatMap((leaf) => (leaf.fact === 'person.experience' ? [leaf.years] : []))],
    posts: leaves.flatMap((leaf) => (leaf.fact === 'person.post' ? leaf.in : [])),
  }
}

/** Everybody whom some leaves can tell apart. */
const peopleFor = (leaves: readonly Leaf[]): readonly Person[] => {
  const { months, on, years, posts } = boundsOf(leaves)
  const others = postKinds.filter((post) => !posts.includes(post)).slice(0, 1)
  return [...new Set([...posts, ...others])].flatMap((post) =>
    months.flatMap((held) =>
      on.flatMap((since) => years.map((taught) => ({ post, months: held, on: since, years: taught }))),
    ),
  )
}

type Aim = { readonly aspect: Aspect; readonly is: boolean }
const isMet = ({ aspect }: Aim, value: unknown): boolean => aspect.meets(value as never)

const oneCan = (aims: readonly Aim[], values: readonly unknown[]): boolean =>
  values.some((value) => aims.every((aim) => isMet(aim, value) === aim.is))

// What is forbidden is left out; what is wanted must still be found among the rest.
const severalCan = (aims: readonly Aim[], values: readonly unknown[]): boolean => {
  const allowed = values.filter((value) =>
    aims.every((aim) => (aim.aspect.every ? !aim.is || isMet(aim, value) : aim.is || !isMet(aim, value))),
  )
  const wanted = aims.filter(({ is }) => is)
  if (wanted.length === 0) return true
  const some = (aim: Aim, met: boolean) => allowed.some((value) => isMet(aim, value) === met)
  return aims.every((aim) => (aim.is ? some(aim, true) : !aim.aspect.every || some(aim, false)))
}

const canBe = (wishes: readonly Wish[]): boolean => {
  const aims = wishes.map(({ leaf, is }) => ({ aspect: aspectOf(leaf), is }))
  const [first] = wishes
  const values =
    first && aspectKey(first.leaf) === 'people'
      ? peopleFor(wishes.map(({ leaf }) => leaf))
      : aims.flatMap(({ aspect }) => aspect.values)
  return (aims.some(({ aspect }) => aspect.holds === 'several') ? severalCan : oneCan)(aims, values)
}

/** Whether facts can be so all together: a school is of one kind, and whoever has taught for five years has taught for three. */
export const isPossible = (wishes: readonly Wish[]): boolean =>
  [...Map.groupBy(wishes, ({ leaf }) => aspectKey(leaf)).values()].every(canBe)
