import { z } from 'zod'
import { parseForm } from '../../platform/forms.ts'
import type { Parsed, Typed } from '../../vocabulary/form.ts'
import type { Json } from '../../vocabulary/json.ts'
import { type Rule, sentenceOfRule } from '../criteria/index.ts'
import type { WrittenProject, WrittenRule } from '../project-writing/index.ts'
import type { Lists } from './fact-kinds.ts'
import { valuesWith } from './leaf.form.ts'
import { namesIn } from './lists-queries.ts'
import { ruleOf, subjectOf } from './rule-written.ts'
import { senseInWords, senseSentences } from './sense.ts'
import { readTree, type TreeRead } from './tree.form.ts'
import { emptyTree, rooted, treeOf } from './tree.ts'
import { fieldAt, treeIn, typedTree } from './typed-tree.ts'

const about = (themes: readonly string[], rules: readonly string[]) =>
  z
    .object({
      strength: z.enum(['required', 'expected', 'priority'], 'Choose what the rule does'),
      theme: z
        .string()
        .optional()
        .transform((typed) => typed || null)
        .refine((typed) => typed === null || themes.includes(typed), 'Choose a theme of the list, or all of them'),
      sentence: z
        .string()
        .optional()
        .transform((typed) => (typed ?? '').replaceAll(/\s+/g, ' ').trim())
        .refine((typed) => typed.length <= 500, 'Use at most 500 characters'),
      widens: z
        .string()
        .optional()
        .transform((typed) => typed || null)
        .refine((typed) => typed === null || rules.includes(typed), 'Choose a rule of the list, or none'),
      hubs: z.union([z.string(), z.array(z.string())]).optional(),
    })
    .refine(({ widens, theme }) => widens === null || theme !== null, {
      path: ['theme'],
      message: 'Choose the theme that widens the rule',
    })

/** The sentence that a composed rule proposes for itself. */
export const proposal = (rule: Rule, written: WrittenProject, lists: Lists): string =>
  sentenceOfRule(rule, { names: namesIn(lists), subject: subjectOf(written) })

/** What was composed, unless nobody can ever meet it. */
export const sensible = (read: TreeRead): TreeRead => {
  if ('errors' in read || senseInWords(read.rule) !== senseSentences.never) return read
  const message = `${senseSentences.never} Change or remove one of its facts`
  return { errors: [{ field: fieldAt([], 'how'), message }] }
}

/** The rules of a project that a theme can widen: those for everybody. */
export const rulesToWiden = ({ criteria }: WrittenProject, ruleId: string): readonly WrittenRule[] =>
  criteria.filter(({ id, themeId }) => themeId === null && id !== ruleId)

/** A rule as it was composed; an empty sentence takes the one that the rule proposes. */
export const readRule = (
  body: Typed,
  { id, written, lists }: { readonly id: string; readonly written: WrittenProject; readonly lists: Lists },
): Parsed<WrittenRule> => {
  const [themes, wider] = [written.themes, rulesToWiden(written, id)].map((all) => all.map((each) => each.id))
  const read = parseForm(about(themes ?? [], wider ?? []), body)
  const tree = sensible(readTree(treeIn(body), lists))
  if (!read.ok || 'errors' in tree) {
    const errors = [...(read.ok ? [] : read.errors), ...('errors' in tree ? tree.errors : [])]
    return { ok: false, errors, typed: body }
  }
  const { theme, sentence, widens, hubs, ...does } = read.value
  const rule = JSON.parse(JSON.stringify(tree.rule)) as Json
  const says = sentence || proposal(tree.rule, written, lists)
  return { ok: true, value: { id, themeId: theme, ...does, sentence: says, rule, ...freedomOf(widens, hubs) } }
}

// What widens another rule is not widened itself.
const freedomOf = (widens: string | null, hubs: unknown): Pick<WrittenRule, 'widens' | 'hubsMayWiden'> => {
  if (widens !== null) return { widens }
  return hubs ? { hubsMayWiden: true } : {}
}

/** A rule as its form shows it; a new one begins empty. */
export const typedRule = (rule: WrittenRule | null, lists: Lists): Typed => {
  const kept = rule && ruleOf(rule)
  return {
    strength: rule?.strength ?? 'required',
    theme: rule?.themeId ?? '',
    widens: rule?.widens ?? '',
    hubs: rule?.hubsMayWiden ? ['may'] : [],
    sentence: rule?.sentence ?? '',
    ...typedTree(kept ? rooted(treeOf(kept, valuesWith(lists))) : emptyTree),
  }
}
