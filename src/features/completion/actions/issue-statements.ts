import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { hubById } from '../../organisations/index.ts'
import type { TakingPart } from '../../registers/index.ts'
import type { HeldPlace, Particulars, Year } from '../completion.ts'
import { statementLetter } from '../emails/completed.email.ts'
import { insertStatement } from '../store.ts'

/** Issues a statement to each who came to at least one session under a completed place, and tells them by mail. */
export const issueStatements = async (
  tx: Transaction,
  context: Context,
  year: Year,
  completed: readonly HeldPlace[],
): Promise<number> => {
  const hub = await hubById(tx, year.group.hubId)
  let issued = 0
  for (const person of year.people) {
    const line = year.attendance.participants.find(({ participantId }) => participantId === person.participantId)
    if (!line || line.attended === 0 || !completed.some(({ id }) => id === person.placeId)) continue
    const particulars: Particulars = {
      project: year.group.projectTitle,
      projectCode: year.group.projectCode,
      year: year.group.year,
      group: year.group.name,
      hub: year.group.hubName,
      organisation: person.organisation,
      sessionsAttended: line.attended,
      sessionsHeld: year.heldFor(person.placeId),
      hours: Math.round(line.minutes / 6) / 10,
      tasksReturned: year.tasks.get(person.participantId)?.returned ?? 0,
      tasksSet: year.tasks.get(person.participantId)?.asked ?? 0,
      inPerson: true,
    }
    issued += (await issue(tx, context, { person, particulars, groupId: year.group.id, hubEmail: hub?.email ?? null }))
      ? 1
      : 0
  }
  return issued
}

type Issue = {
  readonly person: TakingPart
  readonly particulars: Particulars
  readonly groupId: string
  readonly hubEmail: string | null
}

const issue = async (
  tx: Transaction,
  context: Context,
  { person, particulars, groupId, hubEmail }: Issue,
): Promise<boolean> => {
  const statement = await insertStatement(tx, {
    participantId: person.participantId,
    groupId,
    particulars,
    now: context.now,
  })
  if (!statement) return false
  await record(tx, context, {
    name: 'statement.issued',
    subject: { type: 'statement', id: statement.id },
    also: [
      { type: 'group', id: groupId },
      { type: 'person', id: person.personId },
    ],
    particulars: { code: statement.code },
  })
  if (person.address !== null) {
    const sessions = `${particulars.sessionsAttended} of ${particulars.sessionsHeld} sessions`
    const letter = statementLetter({
      ...particulars,
      name: person.name,
      hubEmail,
      code: statement.code,
      sessions,
      url: `${context.config.baseUrl}/statements/${statement.code}`,
    })
    await post(tx, context, { address: person.address, personId: person.personId }, letter, `statement:${statement.id}`)
  }
  return true
}
