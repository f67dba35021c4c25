import { type Html, html } from '../../../ui/html.ts'
import { clauseOf, type Names, type Rule, type Subject } from '../../criteria/index.ts'

export type About = { readonly names: Names; readonly subject: Subject }

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const group = (words: string, rules: readonly Rule[], about: About, isMet: boolean): Html =>
  html`${words}<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">${rules.map((rule) => html`<li>${readingOf(rule, about, isMet)}</li>`)}</ul>`

/** A rule as a tree that can be read, with "not" told in its facts wherever that says the same. */
export const readingOf = (rule: Rule, about: About, isMet = true): Html => {
  if ('fact' in rule) return html`${upper(clauseOf(rule, about, isMet))}`
  if ('not' in rule) return readingOf(rule.not, about, !isMet)
  if ('all' in rule) return group(isMet ? 'All of these:' : 'At least one of these:', rule.all, about, isMet)
  if ('any' in rule) return group(isMet ? 'At least one of these:' : 'All of these:', rule.any, about, isMet)
  return group(`${isMet ? 'At least' : 'Fewer than'} ${rule.atLeast} of these:`, rule.of, about, true)
}
