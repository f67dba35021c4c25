import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isNationalTeam } from '../people/index.ts'
import type { MergeKind } from './merge.ts'

/** Who knows two people, and whether one of them works for a hub or the network. */
type Known = {
  readonly hubsOfBoth: readonly string[]
  readonly hubsOfEither: readonly string[]
  readonly isStaff: boolean
}

/**
 * The national team merges people; a hub merges two whom no other hub knows. Nobody becomes one of a hub's or the network's
 * own people by a hub's word alone: whoever signs in at either address acts as the one person afterwards.
 */
export const mayMergePeople = (actor: Actor, { hubsOfBoth, hubsOfEither, isStaff }: Known): boolean =>
  actor.kind === 'system' ||
  isNationalTeam(actor) ||
  (!isStaff && hubsOfEither.length === 1 && hubsOfBoth.some((hubId) => isAtHub(actor, hubId)))

/** A hub proposes to merge, or says that they are not the same, two people whom it knows. */
export const mayJudgePeople = (actor: Actor, { hubsOfBoth }: Pick<Known, 'hubsOfBoth'>): boolean =>
  actor.kind === 'system' || isNationalTeam(actor) || hubsOfBoth.some((hubId) => isAtHub(actor, hubId))

/** Organisations are everybody's: the national team merges them. */
export const mayMergeOrganisations = (actor: Actor): boolean => actor.kind === 'system' || isNationalTeam(actor)

/** A merge is undone by the national team, and by the hub that made it. */
export const mayUndoMerge = (
  actor: Actor,
  merge: { readonly kind: MergeKind; readonly hubId: string | null },
): boolean => actor.kind === 'system' || isNationalTeam(actor) || (merge.hubId !== null && isAtHub(actor, merge.hubId))
