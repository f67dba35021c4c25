import { type Actor, holdsRole, type RoleName } from '../../vocabulary/actor.ts'
import type { LinkPurpose } from '../../vocabulary/link-purpose.ts'

export type Admission = 'admitted' | 'sign-in' | 'forbidden' | 'not-found'

/** Who may open an address: the first of three gates. The sentence goes into the generated table of routes. */
export type Access = {
  readonly sentence: string
  readonly purpose?: LinkPurpose
  readonly admit: (actor: Actor, params: Readonly<Record<string, string>>) => Admission
}

export const everyone: Access = { sentence: 'everyone', admit: () => 'admitted' }

export const signedIn: Access = {
  sentence: 'anyone signed in, for what is theirs',
  admit: (actor) => (actor.kind === 'person' ? 'admitted' : 'sign-in'),
}

/** The holder of a signed link of this purpose, whose token is the parameter `token`. */
export const byLink = (purpose: LinkPurpose): Access => ({
  sentence: `the holder of a ${purpose} link`,
  purpose,
  admit: (actor) => (actor.kind === 'link' && actor.purpose === purpose ? 'admitted' : 'not-found'),
})

/** Who holds one of these roles, wherever; for everybody else there is no such page. */
export const holders = (names: readonly RoleName[], sentence: string): Access => ({
  sentence,
  admit: (actor) => (actor.kind !== 'person' ? 'sign-in' : holdsRole(actor, names) ? 'admitted' : 'not-found'),
})
