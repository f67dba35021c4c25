/** What can happen to an invitation to the next stage, and the sentence shown in the history. */
export const nextStageEvents = {
  'organisation.next-stage-prepared': 'an invitation to the next stage was prepared',
  'organisation.invited-to-next-stage': 'was invited to the next stage',
  'organisation.next-stage-taken-back': 'the invitation to the next stage was taken back before it was sent',
  'organisation.next-stage-left-out': 'was left out of the invitations to the next stage',
  'organisation.next-stage-taken-in': 'was taken into the invitations to the next stage again',
} as const
