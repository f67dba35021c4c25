import { type Criterion, type Rule, rulesOn, senseOf } from '../criteria/index.ts'

/** What makes no sense about a rule taken by itself. */
export const senseSentences = {
  never: 'Nobody can ever meet this rule: what it asks contradicts itself.',
  always: 'Whoever asks meets this rule: it turns nobody away, whatever the facts.',
} as const

/** What is said of a rule that turns out to make no sense; null of one that does. */
export const senseInWords = (rule: Rule): string | null => {
  const sense = senseOf(rule)
  return sense && senseSentences[sense]
}

/** Rules that decide of which nobody can meet both, by pairs, for each theme. */
export const contradictionsIn = (criteria: readonly Criterion[]): readonly string[] => {
  const themes = [...new Set(criteria.map(({ themeId }) => themeId))]
  const found = themes.flatMap((theme) => {
    const deciding = rulesOn(criteria, theme).filter(
      ({ strength, rule }) => strength === 'required' && senseOf(rule) !== 'never',
    )
    return deciding.flatMap((one, at) =>
      deciding
        .slice(at + 1)
        .filter((other) => senseOf({ all: [one.rule, other.rule] }) === 'never')
        .map((other) => `Nobody can meet both “${one.sentence}” and “${other.sentence}”`),
    )
  })
  return [...new Set(found)]
}
