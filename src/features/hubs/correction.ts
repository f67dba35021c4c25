import type { Dated, HubThroughTime } from '../organisations/index.ts'

/** What of a hub can be put right, one recorded fact at a time. */
export const factKinds = ['name', 'lead', 'area'] as const
export type FactKind = (typeof factKinds)[number]
export type Fact = Dated & { readonly id: string; readonly text: string }

export const factLabels: Readonly<Record<FactKind, string>> = {
  name: 'Name',
  lead: 'Lead organisation',
  area: 'Part of the area',
}

/** The facts of one kind, each with its words. */
export const factsOf = (hub: HubThroughTime, kind: FactKind): readonly Fact[] =>
  ({
    name: hub.names.map(({ name, ...fact }) => ({ ...fact, text: name })),
    lead: hub.leads.map(({ name, ...fact }) => ({ ...fact, text: name })),
    area: hub.areas.map(({ describedAs, ...fact }) => ({ ...fact, text: describedAs })),
  })[kind]

const { compare } = Temporal.PlainDate

/** Why a fact cannot be corrected so; null when it can. */
export const correctionRefusal = (
  facts: readonly Fact[],
  before: Fact,
  { text, from }: { readonly text: string; readonly from: Temporal.PlainDate | null },
): string | null => {
  if (text.trim() === '') return 'Enter what it should say.'
  if (from && before.to && compare(from, before.to) > 0) return 'It would begin after it ended.'
  const replaced = facts.find((fact) => before.from && fact.to?.add({ days: 1 }).equals(before.from))
  if (replaced && from === null) return `${replaced.text} held before it: say from which day this one holds.`
  if (replaced?.from && from && compare(from, replaced.from) <= 0)
    return `${replaced.text} holds from ${replaced.from.toString()}: choose a later day.`
  return null
}
