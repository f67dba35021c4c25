import { z } from 'zod'
import { parseForm } from '../../platform/forms.ts'
import type { Parsed, Typed } from '../../vocabulary/form.ts'
import type { Json } from '../../vocabulary/json.ts'
import { type Rule, sentenceOfRule } from '../criteria/index.ts'
import type { WrittenProject, WrittenRule } from '../project-writing/index.ts'
import type { Lists } from './fact-kinds.ts'
import { valuesOf } from './leaf.form.ts'
import { namesIn } from './lists-queries.ts'
import { ruleOf, subjectOf } from './rule-written.ts'
import { readTree } from './tree.form.ts'
import { emptyTree, rooted, treeOf } from './tree.ts'
import { treeIn, typedTree } from './typed-tree.ts'

const about = (themes: readonly string[]) =>
  z.object({
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
  })

/** The sentence that a composed rule proposes for itself. */
export const proposal = (rule: Rule, written: WrittenProject, lists: Lists): string =>
  sentenceOfRule(rule, { names: namesIn(lists), subject: subjectOf(written) })

/** A rule as it was composed; an empty sentence takes the one that the rule proposes. */
export const readRule = (
  body: Typed,
  { id, written, lists }: { readonly id: string; readonly written: WrittenProject; readonly lists: Lists },
): Parsed<WrittenRule> => {
  const read = parseForm(about(written.themes.map((theme) => theme.id)), body)
  const tree = readTree(treeIn(body), lists)
  if (!read.ok || 'errors' in tree)
    return {
      ok: false,
      errors: [...(read.ok ? [] : read.errors), ...('errors' in tree ? tree.errors : [])],
      typed: body,
    }
  const { strength, theme, sentence } = read.value
  const before = written.criteria.find((rule) => rule.id === id)
  const rule = JSON.parse(JSON.stringify(tree.rule)) as Json
  return {
    ok: true,
    value: {
      ...before,
      id,
      themeId: theme,
      strength,
      sentence: sentence || proposal(tree.rule, written, lists),
      rule,
    },
  }
}

/** A rule as its form shows it; a new one begins empty. */
export const typedRule = (rule: WrittenRule | null): Typed => {
  const kept = rule && ruleOf(rule)
  return {
    strength: rule?.strength ?? 'required',
    theme: rule?.themeId ?? '',
    sentence: rule?.sentence ?? '',
    ...typedTree(kept ? rooted(treeOf(kept, valuesOf)) : emptyTree),
  }
}
