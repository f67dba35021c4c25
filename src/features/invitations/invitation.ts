import { type RoleName, roleLabels } from '../../vocabulary/actor.ts'

export type InvitationStatus = 'open' | 'accepted' | 'declined' | 'revoked' | 'lapsed'

/** How long an invitation can be answered, counted from when it was last sent. */
export const daysToAnswer = 30
export const answerableUntil = (sentAt: Temporal.Instant): Temporal.Instant => sentAt.add({ hours: daysToAnswer * 24 })

/** What somebody is asked to become, in words. */
export const partInWords = (role: RoleName | null, at: string | null): string => {
  if (role === null) return `a colleague at ${at}`
  const part = roleLabels[role].toLowerCase()
  return at === null ? `part of the network as ${part}` : `${part} at ${at}`
}

/** Why an invitation cannot be answered any more, or null. */
export const settledSentence = (
  { status, expiresAt }: { readonly status: InvitationStatus; readonly expiresAt: Temporal.Instant },
  now: Temporal.Instant,
): string | null => {
  if (status === 'accepted') return 'This invitation has been accepted already. Sign in to go on.'
  if (status === 'declined') return 'This invitation has been declined.'
  if (status === 'revoked') return 'This invitation was taken back by whoever sent it.'
  return status === 'lapsed' || Temporal.Instant.compare(now, expiresAt) > 0
    ? 'This invitation was not answered in time. Ask whoever sent it for another.'
    : null
}

export type InvitationSeen = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly role: RoleName | null
  readonly at: string | null
  readonly sentAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly by: string | null
}
