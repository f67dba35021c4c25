import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { formatDay } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, groupInSight, lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { addSession, moveSession, type SessionDetails, sessionKindOf, sessionsOfGroup } from '../../sessions/index.ts'
import { aroundGroup } from '../around-queries.ts'
import { whereAsked } from '../asked.ts'
import { isPossible, judgeDay, type Possible } from '../day.ts'
import type { Proposal } from '../proposal.ts'
import { proposalById } from '../queries.ts'
import { endProposal } from '../store.ts'

type Accepted = { readonly groupId: string; readonly proposalId: string; readonly alternative: number }

const detailsOf = (group: GroupSeen, { on, startsAt, endsAt }: Possible): SessionDetails => ({
  title: null,
  kind: sessionKindOf(group.sessionKind),
  onDate: on,
  startsAt,
  endsAt,
  mode: group.venueId ? 'venue' : group.onlineLink ? 'online' : 'unknown',
  venueId: group.venueId,
  hostOrganisationId: null,
  onlineLink: group.venueId ? null : group.onlineLink,
  practicalNotes: null,
})

const requireStillPossible = async (
  context: Context,
  { group, asked }: { group: GroupSeen; asked: Proposal['asked'] },
  dates: readonly Possible[],
): Promise<void> => {
  const around = await aroundGroup(context.db, group, asked)
  for (const { on } of dates) {
    const day = judgeDay(on, asked, around)
    if (!isPossible(day))
      throw new Refused(`${formatDay(on)} is no longer possible. ${day.why}. Ask for proposals again.`)
  }
}

const planDates = async (
  context: Context,
  { group, asked }: { group: GroupSeen; asked: Proposal['asked'] },
  dates: readonly Possible[],
): Promise<void> => {
  const undated = (await sessionsOfGroup(context.db, group.id))
    .filter(({ status, onDate }) => status === 'provisional' && onDate === null)
    .toSorted((one, other) => one.number - other.number)
  for (const [at, date] of dates.entries()) {
    const session = undated[at]
    const details = detailsOf(group, date)
    const { onDate, startsAt, endsAt } = details
    // At schools in turn, a session that was to be at a venue waits for its host.
    const place = asked.atSchools && session?.mode !== 'online' ? { venueId: null } : {}
    if (session) await moveSession(context, { sessionId: session.id, details: { onDate, startsAt, endsAt, ...place } })
    else await addSession(context, { groupId: group.id, details })
  }
}

/** Makes one of the proposals the group's own: sessions without a date are given one first, the others are added, all provisional. Asked twice it is done once. */
export const acceptSchedule = (context: Context, input: Accepted): Promise<{ readonly planned: number }> =>
  transaction(context, async (tx, context) => {
    const locked = await lockGroup(tx, input.groupId)
    if (!mayPlanGroup(context.actor, locked))
      throw new Forbidden('Only the lead hub and the leads plan the dates of a group')
    const proposal = found(await proposalById(tx, input.proposalId))
    if (proposal.groupId !== input.groupId) throw new NotFound('A proposal for another group')
    if (proposal.status === 'accepted' && proposal.accepted === input.alternative) return { planned: 0 }
    if (proposal.status !== 'open') throw new Refused('These proposals have been overtaken. Ask for proposals again.')
    const { dates } = found(proposal.alternatives[input.alternative])
    const { asked } = proposal
    const group = whereAsked(found(await groupInSight(context, input.groupId)), asked)
    await requireStillPossible(context, { group, asked }, dates)
    await planDates(context, { group, asked }, dates)
    await endProposal(tx, proposal.id, { accepted: input.alternative, now: context.now })
    await record(tx, context, {
      name: 'schedule.accepted',
      subject: { type: 'group', id: group.id },
      particulars: { proposalId: proposal.id, alternative: input.alternative, dates: dates.length },
    })
    return { planned: dates.length }
  })
