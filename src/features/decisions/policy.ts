import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead, personIdOf } from '../people/index.ts'

/** The staff of the hub that is asked write notes beside a request; nobody else reads them. */
export const mayWriteNotes = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)

/** Whoever wrote a note removes it, and so does a lead of the hub. */
export const mayRemoveNote = (actor: Actor, note: { hubId: string; byPersonId: string | null }): boolean =>
  isAtHub(actor, note.hubId) &&
  (isHubLead(actor, note.hubId) || (note.byPersonId !== null && personIdOf(actor) === note.byPersonId))
