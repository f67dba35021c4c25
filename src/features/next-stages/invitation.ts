/** Whoever of a school an invitation goes to: its lead participant of the year, or who leads the school here where nobody is left. */
export type Recipient = { readonly personId: string; readonly name: string; readonly address: string }

/** An offer of the next stage by the same hub, in a year after the one that was completed. */
export type NextOffer = { readonly title: string; readonly path: string; readonly year: number }

export type InvitationSeen = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly urn: number | null
  readonly isClosed: boolean
  readonly groupId: string
  readonly group: string
  readonly year: number
  readonly stage: string
  readonly next: string
  readonly sentAt: Temporal.Instant | null
  readonly sentIn: string | null
  readonly leftOutAt: Temporal.Instant | null
  readonly recipient: Recipient | null
  readonly offer: NextOffer | null
  /** It asks already, or has a place, in a later year of that stage. */
  readonly hasAsked: boolean
}

export type Standing = 'prepared' | 'left out' | 'sent'

export const standingOf = ({ sentAt, leftOutAt }: Pick<InvitationSeen, 'sentAt' | 'leftOutAt'>): Standing =>
  sentAt !== null ? 'sent' : leftOutAt !== null ? 'left out' : 'prepared'

/** For so long mail of a sending waits, and the sending can be taken back. */
export const minutesToTakeBack = 10

export const takenBackUntil = (sentAt: Temporal.Instant): Temporal.Instant => sentAt.add({ minutes: minutesToTakeBack })

export const canBeTakenBack = ({ sentAt }: Pick<InvitationSeen, 'sentAt'>, now: Temporal.Instant): boolean =>
  sentAt !== null && Temporal.Instant.compare(now, takenBackUntil(sentAt)) < 0

/** Why an invitation cannot be sent as things stand; null when it can. */
export const reasonAgainstSending = (invitation: InvitationSeen): string | null => {
  const { organisation, isClosed, recipient } = invitation
  if (isClosed) return `${organisation} is closed, and no successor is known.`
  if (recipient === null)
    return `Nobody of ${organisation} can be written to: nobody who took part is still there, and nobody leads the school here.`
  return null
}

/** Sensible to choose from the start: it can be sent, and the school has not asked by itself. */
export const isProposed = (invitation: InvitationSeen): boolean =>
  reasonAgainstSending(invitation) === null && !invitation.hasAsked
