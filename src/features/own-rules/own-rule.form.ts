import { z } from 'zod'
import { parseForm } from '../../platform/forms.ts'
import type { Parsed, Typed } from '../../vocabulary/form.ts'
import type { Json } from '../../vocabulary/json.ts'
import { parseRule, type Rule, sentenceOfRule } from '../criteria/index.ts'
import {
  type About,
  emptyTree,
  type Lists,
  namesIn,
  readTree,
  rooted,
  sensible,
  treeIn,
  treeOf,
  typedTree,
  valuesWith,
} from '../rule-writing/index.ts'
import { type Allowed, type OfferRules, type OwnRule, widening } from './own-rule.ts'

/** What an own rule does: it narrows with a strength, or widens one of the project's rules. */
const own = z.object({
  does: z
    .string('Choose what the rule does')
    .min(1, 'Choose what the rule does')
    .transform((typed) => typed),
  sentence: z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').replaceAll(/\s+/g, ' ').trim())
    .refine((typed) => typed.length <= 500, 'Use at most 500 characters'),
})

type Does = Pick<OwnRule, 'widensId' | 'widensSentence' | 'strength'>

const isStrength = (text: string): text is OwnRule['strength'] => ['required', 'expected', 'priority'].includes(text)

const doesOf = (typed: string, allowed: Allowed): Does | null => {
  if (isStrength(typed)) return allowed.mayNarrow ? { widensId: null, widensSentence: null, strength: typed } : null
  const id = /^widens:(.+)$/.exec(typed)?.[1] ?? ''
  const wide = widening(id, allowed)
  const widened = allowed.rules.find((rule) => rule.id === id)
  return wide && widened ? { ...wide, strength: widened.strength } : null
}

/** Whom the rules of an offer speak to. */
export const aboutOffer = ({ offer: { project } }: OfferRules, lists: Lists): About => ({
  names: namesIn(lists),
  subject: project.audiences.includes('itt') ? 'your institution' : 'your school',
})

/** The sentence that a composed rule proposes for itself. */
export const proposal = (rule: Rule, rules: OfferRules, lists: Lists): string =>
  sentenceOfRule(rule, aboutOffer(rules, lists))

/** An own rule as it was composed; an empty sentence takes the one that the rule proposes. */
export const readOwnRule = (
  body: Typed,
  { id, rules, lists }: { readonly id: string; readonly rules: OfferRules; readonly lists: Lists },
): Parsed<OwnRule> => {
  const read = parseForm(own, body)
  const tree = sensible(readTree(treeIn(body), lists))
  const does = read.ok ? doesOf(read.value.does, rules.allowed) : null
  const notAllowed = read.ok && !does ? [{ field: 'does', message: 'Choose what the project allows' }] : []
  if (!read.ok || 'errors' in tree || !does) {
    const errors = [...(read.ok ? notAllowed : read.errors), ...('errors' in tree ? tree.errors : [])]
    return { ok: false, errors, typed: body }
  }
  const sentence = read.value.sentence || proposal(tree.rule, rules, lists)
  return { ok: true, value: { id, ...does, sentence, rule: JSON.parse(JSON.stringify(tree.rule)) as Json } }
}

/** An own rule as its form shows it; a new one begins empty, for what it was begun to do. */
export const typedOwnRule = (rule: OwnRule | null, begun: string, lists: Lists): Typed => {
  const parsed = rule && parseRule(rule.rule)
  const does = rule?.widensSentence ? `widens:${rule.widensId ?? ''}` : (rule?.strength ?? begun)
  return {
    does,
    sentence: rule?.sentence ?? '',
    ...typedTree(parsed?.ok ? rooted(treeOf(parsed.rule, valuesWith(lists))) : emptyTree),
  }
}
