import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { formatDay, localDate } from '../../../vocabulary/local-time.ts'
import { lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { hostSession } from '../../sessions/index.ts'
import { askToHostLetter } from '../emails/hosting.email.ts'
import { daysToAnswer } from '../hosting.ts'
import { contactsAt, type HostingSeen, hostingById, hostingsOfGroup, peopleToHost, schoolsToHost } from '../queries.ts'
import { insertAsking, insertHosting, lockHosting, setHosting } from '../store.ts'

type Ask = { readonly sessionId: string; readonly organisationId: string }

/** Asks a school of a locked group to host a session, by a mail to whoever of it takes part; a lead's own school hosts without being asked. */
export const askOne = async (tx: Transaction, context: Context, groupId: string, ask: Ask): Promise<void> => {
  const school = found((await schoolsToHost(tx, groupId, context.today)).find(({ id }) => id === ask.organisationId))
  const id = await insertHosting(tx, { ...ask, now: context.now })
  if (id === null) throw new Conflict('Somebody has asked another school for this session meanwhile. Look again.')
  const about = {
    subject: { type: 'session', id: ask.sessionId },
    also: [
      { type: 'group', id: groupId },
      { type: 'organisation', id: ask.organisationId },
    ],
    particulars: { hostingId: id, organisationId: ask.organisationId },
  }
  await record(tx, context, { name: 'hosting.asked', ...about })
  if (school.isLeads) {
    await setHosting(tx, id, { status: 'accepted', now: context.now })
    await hostSession(actingAs(context, { kind: 'system', task: 'hosting' }), ask)
    await record(tx, context, { name: 'hosting.accepted', ...about })
    return
  }
  const contacts = await contactsAt(tx, { groupId, organisationId: ask.organisationId })
  if (contacts.length === 0)
    throw new Refused(`Nobody of ${school.name} who takes part has an address: it cannot be asked.`)
  const hosting = found(await hostingById(tx, id))
  const people = await peopleToHost(tx, groupId)
  const by = formatDay(localDate(context.now).add({ days: daysToAnswer }))
  for (const { personId, name, address } of contacts) {
    const asking = await insertAsking(tx, { hostingId: id, personId, now: context.now })
    const url = `${context.config.baseUrl}/host/${linkToken(context.config, 'host', asking, daysToAnswer)}`
    await post(
      tx,
      context,
      { address, personId },
      askToHostLetter(hosting, { name, people, url, by }),
      `host:${id}:${personId}`,
    )
  }
}

// Sent twice, a school is asked once.
const isOpen = (meetings: readonly HostingSeen[], { sessionId, organisationId }: Ask): boolean => {
  const meeting = meetings.find(({ id }) => id === sessionId)
  if (!meeting) throw new NotFound('A session of another group, or one without a host')
  if (meeting.host === organisationId) return false
  if (meeting.host !== null)
    throw new Conflict(`Session ${meeting.number} has a host or somebody is asked meanwhile. Look again.`)
  if (meeting.status === 'held') throw new Refused(`Session ${meeting.number} has been held.`)
  return true
}

/** Asks schools to host sessions, each by a mailed link; those that are asked already, or hosted, are left as they are. */
export const askHosts = (
  context: Context,
  input: { readonly groupId: string; readonly asks: readonly Ask[] },
): Promise<{ readonly asked: number }> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads plan who hosts')
    const meetings = await hostingsOfGroup(tx, group.id)
    const open = input.asks.filter((ask) => isOpen(meetings, ask))
    for (const ask of open) await askOne(tx, context, group.id, ask)
    return { asked: open.length }
  })

/** Takes back that a school is asked, or hosts: its link says so from then on, and the session has no host. */
export const withdrawHosting = (
  context: Context,
  input: { readonly groupId: string; readonly hostingId: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = await lockGroup(tx, input.groupId)
    if (!mayPlanGroup(context.actor, group)) throw new Forbidden('Only the lead hub and the leads plan who hosts')
    const hosting = found(await lockHosting(tx, input.hostingId))
    const about = found(await hostingById(tx, hosting.id))
    if (about.groupId !== group.id) throw new NotFound('A session of another group')
    if (hosting.status === 'withdrawn' || hosting.status === 'declined') return
    if (about.sessionStatus === 'held') throw new Refused('This session has been held.')
    await setHosting(tx, hosting.id, { status: 'withdrawn', now: null })
    if (hosting.status === 'accepted')
      await hostSession(context, { sessionId: hosting.sessionId, organisationId: null, waits: true })
    await record(tx, context, {
      name: 'hosting.withdrawn',
      subject: { type: 'session', id: hosting.sessionId },
      also: [
        { type: 'group', id: group.id },
        { type: 'organisation', id: hosting.organisationId },
      ],
      particulars: { hostingId: hosting.id, was: hosting.status },
    })
  })
