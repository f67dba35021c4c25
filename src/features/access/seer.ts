import { type Actor, type RoleName, roleLabels } from '../../vocabulary/actor.ts'

/** The kinds of record of which somebody may ask who sees them. */
export type RecordKind = 'interest' | 'group' | 'place' | 'charge' | 'offer' | 'person'

/** How much of a record somebody sees, and the sentence of the gate that lets them. */
export type Sight = { readonly sees: string; readonly because: string }

/** Somebody with a part who sees a record. */
export type Seer = Sight & { readonly personId: string; readonly name: string; readonly parts: readonly string[] }

/** Somebody's parts in words, each once. */
export const partsOf = (actor: Actor): readonly string[] =>
  actor.kind === 'person' ? [...new Set(actor.roles.map(({ name }: { name: RoleName }) => roleLabels[name]))] : []

/** What somebody can do in one of their parts, in the sentences of the policies that let them. */
export type Can = { readonly part: string; readonly at: string; readonly sentences: readonly string[] }

/** Where somebody asks: for one hub, or for the network. */
export type PlaceOfAsking = {
  readonly hubId: string | null
  readonly path: string
  readonly name: string
  readonly up: { readonly text: string; readonly href: string }
}
