import type { Context } from '../../platform/context.ts'
import {
  isOverdue,
  isOverdueToTell,
  isReminderDue,
  namesOverdueFor,
  namesReminderFor,
  type Owing,
  owingAnywhere,
} from '../interest/index.ts'
import type { MailAsked, PlannedMail } from '../mail-times/index.ts'

type Kind = 'names-reminder' | 'names-overdue'

const plannedOf = (kind: Kind, owing: Owing, by: Temporal.PlainDate): PlannedMail => ({
  ...(kind === 'names-reminder' ? namesReminderFor(by) : namesOverdueFor(by)),
  kind,
  id: owing.interestId,
  hubId: owing.hubId,
  subjectId: owing.interestId,
  forDate: by,
  authority: owing.authority,
  about: owing.organisation,
  of: owing.group ?? owing.project,
  reader: { name: owing.sender, organisation: owing.organisation },
})

/** The mail of a kind about who owes names, where it is still to be sent by the end of a day. */
export const mailAbout = (
  kind: Kind,
  owing: readonly Owing[],
  { today, until }: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): readonly PlannedMail[] =>
  owing.flatMap((one) => {
    if (one.by === null) return []
    // Asked as of the day on which it is due, because the day itself may still lie ahead.
    const day = Temporal.PlainDate.compare(until, one.by) > 0 && !isOverdue(one, today) ? one.by : until
    const isToCome =
      kind === 'names-reminder' ? !isOverdue(one, today) && isReminderDue(one, day) : isOverdueToTell(one, until)
    return isToCome ? [plannedOf(kind, one, one.by)] : []
  })

const mostShown = 1000

/** The same for a hub, or one of its requests. */
export const namesMailToCome = async (
  kind: Kind,
  { db, today }: Context,
  { hubId, subjectId, until }: MailAsked,
): Promise<readonly PlannedMail[]> => {
  const owing = await owingAnywhere(db, { after: null, most: mostShown, hubId })
  const asked = subjectId === null ? owing : owing.filter(({ interestId }) => interestId === subjectId)
  return mailAbout(kind, asked, { today, until })
}
