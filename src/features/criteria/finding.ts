import { historyLookups } from './history-lookups.ts'
import type { Finding, KnownFacts } from './known-facts.ts'
import type { Leaf } from './leaf.ts'
import type { Lookups } from './looking-up.ts'
import { organisationLookups } from './organisation-lookups.ts'
import { saidLookups } from './said-lookups.ts'

const lookups: Lookups<Leaf['fact']> = { ...organisationLookups, ...historyLookups, ...saidLookups }

/** Looks one fact of a rule up in what is known. */
export const findingOf = (leaf: Leaf, known: KnownFacts): Finding =>
  (lookups[leaf.fact] as (leaf: Leaf, known: KnownFacts) => Finding)(leaf, known)
