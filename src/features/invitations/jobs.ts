import type { Sweeps } from '../../platform/jobs.ts'
import { lapseInvitationsOverdue } from './actions/settle-invitation.ts'

export const sweeps: Sweeps = { 'lapse-invitations': (context) => lapseInvitationsOverdue(context) }
