import type { Actor } from '../../vocabulary/actor.ts'
import type { PolicyName } from './policies.generated.ts'

/** What a deed is done to: a hub, a group of it, an organisation that deals with it, or the person's own record. */
export type Standing = {
  readonly hubId: string
  readonly groupId: string
  readonly partnerHubIds: readonly string[]
  readonly organisationId: string
  readonly personId: string
}

/** Where a deed is done; `link` stands for what the holder of a mailed link does without an account. */
export type Sphere = 'network' | 'hub' | 'group' | 'organisation' | 'own' | 'link'

/** A deed with the policy that decides on it: the very function that the action asks. */
export type Deed = {
  readonly policy: PolicyName
  readonly at: Sphere
  readonly may: (actor: Actor, at: Standing) => boolean
}
