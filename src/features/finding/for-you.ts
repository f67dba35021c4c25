import { phaseLabels, phases } from '../../vocabulary/phases.ts'
import { type PostKind, postKinds } from '../../vocabulary/posts.ts'
import { type ForPost, inSum, type Verdict } from '../criteria/index.ts'
import { type Fitting, offersInOrder, type SearchedHub } from './search.ts'

/** Where somebody works, where the school is not named. */
export const workplaces = [...phases, 'itt'] as const
export type Workplace = (typeof workplaces)[number]
export const workplaceLabels: Readonly<Record<Workplace, string>> = {
  ...phaseLabels,
  early_years: 'Nursery or early years setting',
  primary: 'Primary school',
  secondary: 'Secondary school',
  post_16: 'Sixth form or college',
  itt: 'Provider of teacher training',
}

export const askingPosts: readonly PostKind[] = postKinds.filter((post) => post !== 'office_staff' && post !== 'other')

/** A project that somebody may want, with what its rules say of them. */
export type Candidate = {
  readonly fitting: Fitting
  readonly verdicts: readonly Verdict[]
  readonly forPost: ForPost
}

const rank = (one: Candidate, hubs: readonly SearchedHub[]): readonly number[] => {
  const [best] = offersInOrder(one.fitting.offers)
  const isOwn = one.fitting.offers.some(({ hub, isOpen }) => isOpen && hubs[hub]?.serves === true)
  return [
    one.forPost === 'named' ? 0 : 1,
    isOwn ? 0 : best?.isOpen ? 1 : best ? 2 : 3,
    inSum(one.verdicts).answer === 'yes' ? 0 : 1,
    one.fitting.project.isNew ? 0 : 1,
    best?.usual ?? Number.MAX_VALUE,
  ]
}

const inOrder = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, at) => value - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0

/**
 * The projects that somebody can join or perhaps join, those first that are made for their post, then those that their own hub
 * offers now, then others; what the rules exclude is left out.
 */
export const mattering = (all: readonly Candidate[], hubs: readonly SearchedHub[]): readonly Candidate[] =>
  all
    .filter(({ forPost, verdicts }) => forPost !== 'closed' && inSum(verdicts).answer !== 'no')
    .map((one) => ({ one, rank: rank(one, hubs) }))
    .toSorted((one, other) => inOrder(one.rank, other.rank))
    .map(({ one }) => one)
