import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type LockedGroup, lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { hostSession, tellOfHosts } from '../../sessions/index.ts'
import { hostingsOfGroup, peopleToHost, schoolsToHost } from '../queries.ts'
import { rotaFor } from '../rota.ts'
import { insertHosting, setHosting } from '../store.ts'
import { askOne } from './ask-hosts.ts'

/** A session that is no longer at a school: at another, or whoever's turn it is by the rota is asked. */
export type Elsewhere = {
  readonly sessionId: string
  readonly fromOrganisationId: string
  readonly to: string | 'rota'
}

const system = (context: Context): Context => actingAs(context, { kind: 'system', task: 'hosting' })

const aboutOf = (group: LockedGroup, sessionId: string, hostingId: string, organisationId: string) => ({
  subject: { type: 'session', id: sessionId },
  also: [
    { type: 'group', id: group.id },
    { type: 'organisation', id: organisationId },
  ],
  particulars: { hostingId, organisationId },
})

// Whoever agreed to host it hosts it no more.
const endLive = async (tx: Transaction, context: Context, group: LockedGroup, { sessionId }: Elsewhere) => {
  const meeting = (await hostingsOfGroup(tx, group.id)).find(({ id }) => id === sessionId)
  if (!meeting?.live) return
  await setHosting(tx, meeting.live.id, { status: 'withdrawn', now: null })
  if (meeting.host)
    await record(tx, context, {
      name: 'hosting.withdrawn',
      ...aboutOf(group, sessionId, meeting.live.id, meeting.host),
    })
}

const hostAt = async (tx: Transaction, context: Context, group: LockedGroup, { sessionId, to }: Elsewhere) => {
  const id = await insertHosting(tx, { sessionId, organisationId: to, now: context.now })
  if (id === null) throw new Refused('Somebody has asked another school for this session meanwhile. Look again.')
  await setHosting(tx, id, { status: 'accepted', now: context.now })
  await hostSession(system(context), { sessionId, organisationId: to, isToldLater: true })
  await record(tx, context, { name: 'hosting.accepted', ...aboutOf(group, sessionId, id, to) })
}

const askByRota = async (
  tx: Transaction,
  context: Context,
  group: LockedGroup,
  { sessionId, fromOrganisationId }: Elsewhere,
): Promise<boolean> => {
  const schools = (await schoolsToHost(tx, group.id, context.today)).filter(({ id }) => id !== fromOrganisationId)
  const meetings = await hostingsOfGroup(tx, group.id)
  const turn = rotaFor(meetings, schools, await peopleToHost(tx, group.id)).find(
    ({ meetingId }) => meetingId === sessionId,
  )
  if (!turn?.schoolId) return false
  await askOne(tx, system(context), group.id, { sessionId, organisationId: turn.schoolId })
  return true
}

const leaveSchool = async (tx: Transaction, context: Context, group: LockedGroup, change: Elsewhere) => {
  await endLive(tx, context, group, change)
  if (change.to !== 'rota') return hostAt(tx, context, group, change)
  const { sessionId } = change
  await hostSession(system(context), { sessionId, organisationId: null, waits: true, isToldLater: true })
}

/**
 * Sessions that were to be at one school are held elsewhere: at another school at once, or where the rota finds a host, which is asked.
 * All who had been told a date hear of every change in one mail. Gives how many sessions nobody is left to ask for.
 */
export const hostElsewhere = (
  context: Context,
  input: { readonly groupId: string; readonly changes: readonly Elsewhere[] },
): Promise<{ readonly unasked: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads plan who hosts')
    for (const change of input.changes) await leaveSchool(tx, context, group, change)
    let unasked = 0
    for (const change of input.changes.filter(({ to }) => to === 'rota'))
      if (!(await askByRota(tx, context, group, change))) unasked += 1
    if (input.changes.length > 0) await tellOfHosts(context, group.id)
    return { unasked }
  })
