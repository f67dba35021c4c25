import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead } from '../people/index.ts'

/** Staff of a hub make its offers, change them, and see them while they are drafts. */
export const mayEditOffer = (actor: Actor, hubId: string): boolean => actor.kind === 'system' || isAtHub(actor, hubId)

/** Staff of a hub publish its offers, close them and withdraw them. */
export const mayPublishOffer = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isAtHub(actor, hubId)

/** Staff of a hub send its flyers by mail, in its name. */
export const mayMailFlyer = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)

/** Leads of a hub choose what a late cancellation of an offer costs. */
export const mayChoosePolicy = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isHubLead(actor, hubId)
