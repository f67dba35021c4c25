import type { Context } from '../../platform/context.ts'
import { type Criterion, ownRulesOf, parseRule, rulesAsked } from '../criteria/index.ts'
import { type Outcome, outcomeOf, tryOn } from '../rule-writing/index.ts'
import { fitOf, type OfferRules, type OwnRule } from './own-rule.ts'

const criterionOf = ({ id, widensId, strength, sentence, rule }: OwnRule, hub: string): readonly Criterion[] => {
  const parsed = parseRule(rule)
  if (!parsed.ok) return []
  const of = { kind: 'hub' as const, name: hub }
  return [{ id, themeId: null, strength, sentence, rule: parsed.rule, widens: widensId, of }]
}

/** What the rules that are composed would say of the hub's requests of this year and last, beside those in force; as many queries for many as for one. */
export const tryOwnRules = async (context: Context, { offer, allowed, composed }: OfferRules): Promise<Outcome> => {
  const { project, hub, year, themeChoice, theme } = offer
  const counting = composed.filter((rule) => ['fits', 'reworded'].includes(fitOf(rule, allowed)))
  const [{ criteria }, own] = await Promise.all([
    rulesAsked(context.db, { projectId: project.id, offerId: null }),
    ownRulesOf(context.db, [offer.id]),
  ])
  const before = [...criteria, ...(own.get(offer.id) ?? [])]
  const after = [...criteria, ...counting.flatMap((rule) => criterionOf(rule, hub.name))]
  const themes = new Map([...themeChoice, ...(theme ? [theme] : [])].map(({ suffix, id }) => [suffix, id]))
  const on = { projectIds: [project.id], year, hubId: hub.id, themes }
  return outcomeOf(await tryOn(context, on, () => ({ before, after })))
}
