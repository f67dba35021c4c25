import { type Criterion, parseRule, type Rule, type Subject } from '../criteria/index.ts'
import type { WrittenProject, WrittenRule } from '../project-writing/index.ts'

/** Whom the rules of a project speak to. */
export const subjectOf = ({ joins }: Pick<WrittenProject, 'joins'>): Subject => {
  if (joins === 'institution') return 'your institution'
  return joins === 'trust_lead' ? 'your trust' : 'your school'
}

/** A rule that is kept, read; null for one that cannot be read any more. */
export const ruleOf = ({ rule }: Pick<WrittenRule, 'rule'>): Rule | null => {
  const read = parseRule(rule)
  return read.ok ? read.rule : null
}

/** The rules that are written, as they would count. */
export const criteriaIn = ({ criteria, themes }: Pick<WrittenProject, 'criteria' | 'themes'>): readonly Criterion[] =>
  criteria.flatMap(({ id, themeId, strength, sentence, widens, ...kept }) => {
    const [rule, theme] = [ruleOf(kept), themes.find((each) => each.id === themeId)]
    if (rule === null) return []
    const of = theme && { kind: 'theme' as const, name: theme.title }
    return [{ id, themeId, strength, sentence, rule, widens: widens ?? null, ...(of && { of }) }]
  })

/** The rules with one changed or, if it is new, added at their end. */
export const withRule = <Rule extends { readonly id: string }>(rules: readonly Rule[], rule: Rule): readonly Rule[] =>
  rules.some(({ id }) => id === rule.id) ? rules.map((each) => (each.id === rule.id ? rule : each)) : [...rules, rule]

/** The rules after a button was pressed beside one of them; null for a button that does nothing. */
export const rearranged = <Rule extends { readonly id: string }>(
  rules: readonly Rule[],
  button: string,
): readonly Rule[] | null => {
  const [, deed, id] = /^(up|down|remove):(.+)$/.exec(button) ?? []
  const at = rules.findIndex((rule) => rule.id === id)
  const rule = rules[at]
  if (!rule) return null
  if (deed === 'remove') return rules.toSpliced(at, 1)
  const to = deed === 'up' ? at - 1 : at + 1
  return to < 0 || to >= rules.length ? rules : rules.toSpliced(at, 1).toSpliced(to, 0, rule)
}
