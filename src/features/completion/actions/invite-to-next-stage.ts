import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { hubById } from '../../organisations/index.ts'
import type { HeldPlace, Year } from '../completion.ts'
import { nextStageLetter } from '../emails/completed.email.ts'
import { insertInvitation } from '../store.ts'

/** Invites each school that completed a stage to the one that follows, by its lead participant. */
export const inviteToNextStage = async (
  tx: Transaction,
  context: Context,
  year: Year,
  completed: readonly HeldPlace[],
): Promise<number> => {
  const { stage, group } = year
  if (!stage?.next) return 0
  const hub = await hubById(tx, group.hubId)
  let invited = 0
  for (const place of completed) {
    const { organisationId } = place
    const isNew = await insertInvitation(tx, {
      organisationId,
      fromStageId: stage.id,
      toStageId: stage.next.id,
      groupId: group.id,
      now: context.now,
    })
    if (!isNew) continue
    invited += 1
    await record(tx, context, {
      name: 'organisation.invited-to-next-stage',
      subject: { type: 'organisation', id: organisationId },
      also: [{ type: 'group', id: group.id }],
      particulars: { fromStageId: stage.id, toStageId: stage.next.id },
    })
    const people = year.people.filter(({ placeId }) => placeId === place.id)
    const lead = people.find(({ part }) => part === 'lead') ?? people[0]
    if (!lead?.address) continue
    const url = `${context.config.baseUrl}${place.urn === null ? '/projects' : `/schools/${place.urn}`}`
    const about = {
      name: lead.name,
      project: group.projectTitle,
      group: group.name,
      hub: group.hubName,
      hubEmail: hub?.email ?? null,
    }
    const letter = nextStageLetter({
      ...about,
      organisation: place.organisation,
      stage: stage.name,
      next: stage.next.name,
      url,
    })
    await post(
      tx,
      context,
      { address: lead.address, personId: lead.personId },
      letter,
      `next-stage:${group.id}:${organisationId}`,
    )
  }
  return invited
}
