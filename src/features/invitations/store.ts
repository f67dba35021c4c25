import type { Transaction } from '../../platform/database/index.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { InvitationStatus } from './invitation.ts'

export type NewInvitation = {
  readonly address: string
  readonly name: string
  readonly role: RoleName | null
  readonly hubId: string | null
  readonly groupId: string | null
  readonly organisationId: string | null
  readonly post: string | null
  readonly invitedBy: string | null
  readonly fromHubId: string | null
  readonly now: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** Adds an invitation; null when the same address is invited to the same already. */
export const insertInvitation = async (tx: Transaction, invitation: NewInvitation): Promise<string | null> =>
  (
    await tx
      .insertInto('invitations')
      .values({
        id: newId(),
        address: invitation.address,
        name: invitation.name,
        role: invitation.role,
        hub_id: invitation.hubId,
        group_id: invitation.groupId,
        organisation_id: invitation.organisationId,
        post: invitation.post,
        invited_by_person_id: invitation.invitedBy,
        from_hub_id: invitation.fromHubId,
        invited_at: invitation.now,
        last_sent_at: invitation.now,
        expires_at: invitation.expiresAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

export type LockedInvitation = Omit<NewInvitation, 'now'> & {
  readonly id: string
  readonly status: InvitationStatus
  readonly sent: number
  readonly lastSentAt: Temporal.Instant
}

/** Of two who answer at once the second waits here for the first. */
export const lockInvitation = async (tx: Transaction, id: string): Promise<LockedInvitation | null> => {
  const row = await tx.selectFrom('invitations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row
    ? {
        id: row.id,
        address: row.address,
        name: row.name,
        role: row.role as RoleName | null,
        hubId: row.hub_id,
        groupId: row.group_id,
        organisationId: row.organisation_id,
        post: row.post,
        invitedBy: row.invited_by_person_id,
        fromHubId: row.from_hub_id,
        expiresAt: row.expires_at,
        status: row.status as InvitationStatus,
        sent: row.sent,
        lastSentAt: row.last_sent_at,
      }
    : null
}

export const settle = (
  tx: Transaction,
  id: string,
  how: { status: Exclude<InvitationStatus, 'open'>; now: Temporal.Instant; personId?: string },
) =>
  tx
    .updateTable('invitations')
    .set({ status: how.status, settled_at: how.now, accepted_person_id: how.personId ?? null })
    .where('id', '=', id)
    .execute()

export const noteSentAgain = (
  tx: Transaction,
  id: string,
  { sent, now, expiresAt }: { sent: number; now: Temporal.Instant; expiresAt: Temporal.Instant },
) =>
  tx.updateTable('invitations').set({ sent, last_sent_at: now, expires_at: expiresAt }).where('id', '=', id).execute()

export const lapseInvitations = (tx: Transaction, now: Temporal.Instant) =>
  tx
    .updateTable('invitations')
    .set({ status: 'lapsed', settled_at: now })
    .where('status', '=', 'open')
    .where('expires_at', '<', now)
    .returning('id')
    .execute()
