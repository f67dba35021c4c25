import type { Rule } from './rule.ts'
import { lowerFirst } from './words.ts'

/** required: decides; expected: asked about, not excluding; priority: orders, never excludes. */
export type Strength = 'required' | 'expected' | 'priority'

/** One rule of who can take part, of a project, of a theme or of a hub on its offer. */
export type Criterion = {
  readonly id: string
  readonly themeId: string | null
  readonly strength: Strength
  readonly sentence: string
  readonly rule: Rule
  /** The rule that it widens: whoever meets either meets that one. */
  readonly widens?: string | null
  /** Whose it is, where it is not the project's for everybody. */
  readonly of?: { readonly kind: 'theme' | 'hub'; readonly name: string }
}

/** A rule as it counts for somebody, with whose it is in words. */
export type Standing = Omit<Criterion, 'widens' | 'of'> & { readonly whose?: string; readonly isHubs?: true }

const named = ({ kind, name }: NonNullable<Criterion['of']>): string => (kind === 'theme' ? `the theme ${name}` : name)

const whoseOf = ({ of }: Criterion): { whose?: string; isHubs?: true } => ({
  ...(of && { whose: `A rule of ${named(of)}` }),
  ...(of?.kind === 'hub' && { isHubs: true as const }),
})

const stop = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)

const widened = ({ widens: _, of: __, ...rule }: Criterion, by: readonly Criterion[]): Standing => {
  const names = by.flatMap(({ of }) => (of ? [named(of)] : []))
  const words = by.map(({ of, sentence }) => `Or, by ${of ? named(of) : 'a widening'}: ${lowerFirst(sentence)}`)
  return {
    ...rule,
    sentence: [stop(rule.sentence), ...words].join(' '),
    rule: { any: [rule.rule, ...by.map((each) => each.rule)] },
    whose: `A rule of the project, widened by ${[...new Set(names)].join(' and ')}`,
  }
}

/**
 * The rules that count for whoever asks for a theme: the project's and the theme's own, each widened by what the theme and the hub
 * add to it, then those of the hub. A widening whose rule is not there says nothing.
 */
export const rulesOn = (criteria: readonly Criterion[], themeId: string | null): readonly Standing[] => {
  const here = criteria.filter((each) => each.themeId === null || each.themeId === themeId)
  const widenings = Map.groupBy(
    here.filter(({ widens }) => widens),
    ({ widens }) => widens,
  )
  return here.flatMap((criterion): Standing[] => {
    if (criterion.widens) return []
    const by = widenings.get(criterion.id) ?? []
    if (by.length > 0) return [widened(criterion, by)]
    const { widens: _, of: __, ...rule } = criterion
    return [{ ...rule, ...whoseOf(criterion) }]
  })
}
