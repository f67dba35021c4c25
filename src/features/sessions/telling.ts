import type { SessionStatus } from './session.ts'

/** A session as far as telling people of it goes. */
export type Tellable = { readonly id: string; readonly status: SessionStatus; readonly sequence: number }
export type ToldBefore = { readonly sequence: number; readonly method: string }
export type News = { readonly kind: 'new' | 'changed' | 'cancelled'; readonly method: 'REQUEST' | 'CANCEL' }

/**
 * What one person has still to be told of a session, or null.
 * A confirmed date is news until its latest version was told. A session that was told and has been cancelled (or is
 * provisional again) is called off. A provisional date nobody was told of is nobody's news, and what has been held is past.
 */
export const newsOf = (session: Tellable, told: ToldBefore | null): News | null => {
  if (session.status === 'held') return null
  if (session.status === 'confirmed') {
    if (told === null) return { kind: 'new', method: 'REQUEST' }
    return told.sequence < session.sequence || told.method === 'CANCEL'
      ? { kind: told.method === 'CANCEL' ? 'new' : 'changed', method: 'REQUEST' }
      : null
  }
  return told?.method === 'REQUEST' ? { kind: 'cancelled', method: 'CANCEL' } : null
}

/**
 * The SEQUENCE with which news of a session goes into one calendar: that of the session, and always later than the last it was given,
 * so that who is taken off it alone, or comes again, gets a revision that counts (RFC 5546, 2.1.4 and 3.2.5).
 */
export const sequenceFor = (
  session: Pick<Tellable, 'sequence'>,
  told: { readonly sentSequence: number } | null,
): number => (told === null ? session.sequence : Math.max(session.sequence, told.sentSequence + 1))

/** Somebody whom the dates of a group concern. */
export type Recipient = {
  readonly personId: string
  readonly name: string
  readonly address: string | null
  readonly as: 'lead' | 'participant'
  readonly organisation: string | null
  readonly placeId: string | null
  /** What the personal link for giving notice stands for; null for leads. */
  readonly participantId: string | null
}
