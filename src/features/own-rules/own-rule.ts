import type { Json } from '../../vocabulary/json.ts'
import type { Strength } from '../criteria/index.ts'
import type { Offer } from '../offers/index.ts'

/** A rule of a hub's own on one of its offers: it narrows who can take part, or widens one rule of the project. */
export type OwnRule = {
  readonly id: string
  /** The rule that it widens; null where it narrows, and where the rule that it widened is gone. */
  readonly widensId: string | null
  /** How that rule read when the hub widened it; null where it narrows. */
  readonly widensSentence: string | null
  readonly strength: Strength
  readonly sentence: string
  readonly rule: Json
}

/** What the project's own rules allow a hub. */
export type Allowed = {
  readonly mayNarrow: boolean
  readonly rules: readonly {
    readonly id: string
    readonly sentence: string
    readonly strength: Strength
    readonly theme: string | null
    readonly hubsMayWiden: boolean
  }[]
}

/** How a rule of a hub's own goes with the project's as they are now. */
export type Fit = 'fits' | 'reworded' | 'not_allowed' | 'gone'

export const fitWords: Readonly<Record<Exclude<Fit, 'fits'>, string>> = {
  reworded: 'The project’s rule reads otherwise since it was widened.',
  not_allowed: 'The project does not allow it any more, so it does not count.',
  gone: 'The project’s rule that it widened is gone, so it does not count.',
}

/** Whether a rule of a hub's own still goes with the project: those that do not fit count for nothing. */
export const fitOf = ({ widensId, widensSentence }: OwnRule, { mayNarrow, rules }: Allowed): Fit => {
  if (widensSentence === null) return mayNarrow ? 'fits' : 'not_allowed'
  const widened = rules.find(({ id }) => id === widensId)
  if (!widened) return 'gone'
  if (!widened.hubsMayWiden) return 'not_allowed'
  return widened.sentence === widensSentence ? 'fits' : 'reworded'
}

/** An offer with the rules of its hub's own, in force and composed, and what the project allows. */
export type OfferRules = {
  readonly offer: Offer
  readonly allowed: Allowed
  readonly inForce: readonly OwnRule[]
  /** What would be in force: what is composed, or else what is in force. */
  readonly composed: readonly OwnRule[]
  readonly isChanged: boolean
  /** Changes with every word of what is composed or in force. */
  readonly mark: string
}

/** A rule of a hub's own that is in force, as the national team sees it. */
export type OwnRuleSeen = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly offer: string
  readonly project: { readonly id: string; readonly title: string; readonly year: number }
  readonly rule: OwnRule
  readonly fit: Fit
}

/** Why some rules cannot be in force; null when they can. */
export const refusalOf = (rules: readonly OwnRule[], allowed: Allowed): string | null => {
  const wrong = rules.find((rule) => ['not_allowed', 'gone'].includes(fitOf(rule, allowed)))
  if (!wrong) return null
  const fit = fitOf(wrong, allowed)
  return fit === 'fits' ? null : `“${wrong.sentence}” cannot be in force. ${fitWords[fit]} Remove it first.`
}

/** What a widening rule looks like after the hub has seen how the project's rule reads now. */
export const widening = (id: string, { rules }: Allowed): Pick<OwnRule, 'widensId' | 'widensSentence'> | null => {
  const rule = rules.find((each) => each.id === id && each.hubsMayWiden)
  return rule ? { widensId: rule.id, widensSentence: rule.sentence } : null
}
