import { parseRule, type Rule, type Subject } from '../criteria/index.ts'
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

/** The rules with one changed or, if it is new, added at their end. */
export const withRule = (rules: readonly WrittenRule[], rule: WrittenRule): readonly WrittenRule[] =>
  rules.some(({ id }) => id === rule.id) ? rules.map((each) => (each.id === rule.id ? rule : each)) : [...rules, rule]

/** The rules after a button was pressed beside one of them; null for a button that does nothing. */
export const rearranged = (rules: readonly WrittenRule[], button: string): readonly WrittenRule[] | null => {
  const [, deed, id] = /^(up|down|remove):(.+)$/.exec(button) ?? []
  const at = rules.findIndex((rule) => rule.id === id)
  const rule = rules[at]
  if (!rule) return null
  if (deed === 'remove') return rules.toSpliced(at, 1)
  const to = deed === 'up' ? at - 1 : at + 1
  return to < 0 || to >= rules.length ? rules : rules.toSpliced(at, 1).toSpliced(to, 0, rule)
}
