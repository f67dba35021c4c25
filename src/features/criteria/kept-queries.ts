import type { Context } from '../../platform/context.ts'
import { stored } from '../../platform/database/stored.ts'
import { found } from '../../platform/errors.ts'
import type { Json } from '../../vocabulary/json.ts'
import { rulesAsked } from './asked-queries.ts'
import { factsKnown } from './facts-queries.ts'
import type { Stated } from './known-facts.ts'
import { factsToKeep, knownKept } from './known-kept.form.ts'
import { parseRule } from './rule.form.ts'
import { leavesOf, type Rule } from './rule.ts'
import { closedVerdict, type Strength, type Verdict, verdictOf, verdictsOn } from './verdict.ts'

export type Reached = { readonly verdicts: readonly Verdict[]; readonly facts: Json }

type AskedFor = {
  readonly projectId: string
  readonly themeId: string | null
  readonly organisationId: string
  readonly hubId: string
  readonly offerId: string
  readonly stated: Stated
}

// Of what was answered only that is kept of which a rule asks.
const askedAnswers = ({ answers, said, ...stated }: Stated, rules: readonly Rule[]): Stated => {
  const keys = rules.flatMap(leavesOf).flatMap((leaf) => (leaf.fact === 'answer' ? [leaf.key] : []))
  const asked = Object.entries(answers ?? {}).filter(([key]) => keys.includes(key))
  const told = Object.entries(said ?? {}).filter(
    ([name]) => !name.startsWith('answer.') || keys.includes(name.slice('answer.'.length)),
  )
  return { ...stated, answers: Object.fromEntries(asked), ...(said ? { said: Object.fromEntries(told) } : {}) }
}

/** The verdicts on a request, with everything that was known of it, to be kept with them (domain rule 5). */
export const verdictsToKeep = async (
  { db, today }: Context,
  { projectId, themeId, organisationId, hubId, offerId, stated }: AskedFor,
): Promise<Reached> => {
  const { criteria, year } = await rulesAsked(db, { projectId, offerId })
  const rules = criteria.map(({ rule }) => rule)
  const asker = { key: projectId, organisationId, hubId, projectId, year, stated: askedAnswers(stated, rules) }
  const known = found((await factsKnown(db, { askers: [asker], rules, today, withHistory: true })).get(projectId))
  return { verdicts: verdictsOn(criteria, themeId, known), facts: factsToKeep(known) }
}

export type KeptRule = {
  readonly criterionId: string | null
  readonly whose?: string | null
  readonly strength: Strength
  readonly sentence: string
  readonly rule: unknown
}

/** Reaches a verdict again from what was kept of it: its rule as it was, and the facts as they were known. */
export const verdictAgain = (
  { criterionId, whose = null, strength, sentence, rule }: KeptRule,
  facts: unknown,
): Verdict => {
  const known = stored(knownKept, facts, 'the facts of a request')
  if (criterionId === null && whose === null) return found(closedVerdict(known))
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new Error(`A kept rule cannot be read: ${parsed.message}`)
  const kept = { id: criterionId ?? '', themeId: null, strength, sentence, rule: parsed.rule }
  return verdictOf(
    { ...kept, ...(whose === null ? {} : { whose }), ...(criterionId === null ? { isHubs: true } : {}) },
    known,
  )
}
