import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { type LockedGroup, lockGroup, mayRunGroup, takesPlaces } from '../../groups/index.ts'
import { hostElsewhere } from '../../hosting/index.ts'
import { findOrCreatePerson, nameOf, passRoleOn } from '../../people/index.ts'
import { type CalendarChanged, handOverDates } from '../../sessions/index.ts'
import { type About, memberLetter, newLeadLetter, oldLeadLetter } from '../emails/replaced.email.ts'
import { clashesFor, hostedByLead, type LeadRole, leadRolesOf, membersToTell, schoolOfLead } from '../queries.ts'

export type Replacing = {
  readonly groupId: string
  readonly roleId: string
  /** Somebody who is known, or who is made known by name and address. */
  readonly to: { readonly personId: string } | { readonly name: string; readonly email: string }
  readonly from: Temporal.PlainDate
  readonly reason: string
  /** Where sessions that were to be at the old lead's school are held; those that are not named stay there. */
  readonly hosts?: readonly { readonly sessionId: string; readonly at: 'new' | 'rota' }[]
}

const lockedRole = async (
  tx: Transaction,
  context: Context,
  input: Replacing,
): Promise<{ group: LockedGroup; role: LeadRole }> => {
  const group = await lockGroup(tx, input.groupId)
  if (!mayRunGroup(context.actor, group)) throw new Forbidden('Only staff of the lead hub replace a lead')
  if (!takesPlaces(group.status)) throw new Refused('This group is over: who led it stays on record.')
  const role = (await leadRolesOf(tx, group.id, context.today)).find(({ id }) => id === input.roleId)
  if (!role) throw new Conflict('Somebody has ended this part meanwhile. Look again at who leads the group.')
  if (role.until !== null)
    throw new Conflict(`This part ends on ${formatDate(role.until)} already. Look again at who leads the group.`)
  if (Temporal.PlainDate.compare(input.from, context.today) < 0)
    throw new Refused('Choose today or a later day: what has been was led by whoever led it.')
  return { group, role }
}

/** What a new lead's other sessions stand against, in words; null when nothing does (domain rule 4). */
export const clashInWords = (name: string, clashes: Awaited<ReturnType<typeof clashesFor>>): string | null =>
  clashes.length === 0
    ? null
    : `${name} leads other sessions at the time of ${clashes
        .map(
          (each) =>
            `session ${each.number} on ${formatDate(each.onDate)} (session ${each.otherNumber} of ${each.group})`,
        )
        .join(', ')}. Move these, or choose another lead or day.`

const newLead = async (context: Context, { to }: Replacing): Promise<string> =>
  'personId' in to ? to.personId : (await findOrCreatePerson(context, to)).id

const send = (
  tx: Transaction,
  context: Context,
  { role, personId, changed }: { role: LeadRole; personId: string; changed: CalendarChanged | null },
  letter: Parameters<typeof post>[3],
): Promise<void> | undefined =>
  changed?.address
    ? post(tx, context, { address: changed.address, personId }, letter, `lead-replaced:${role.id}:${personId}`)
    : undefined

const tell = async (
  tx: Transaction,
  context: Context,
  about: About & { role: LeadRole; toPersonId: string; left: CalendarChanged | null; taken: CalendarChanged | null },
): Promise<number> => {
  const { role, toPersonId, left, taken } = about
  if (left) await send(tx, context, { role, personId: role.personId, changed: left }, oldLeadLetter(about, left))
  if (taken) await send(tx, context, { role, personId: toPersonId, changed: taken }, newLeadLetter(about, taken))
  const members = await membersToTell(tx, {
    groupId: about.groupId,
    from: about.from,
    except: [role.personId, toPersonId],
  })
  for (const member of members)
    await post(
      tx,
      context,
      { address: member.address, personId: member.personId },
      memberLetter(about, member),
      `lead-replaced:${role.id}:${member.personId}`,
    )
  return members.length
}

const settleHosts = async (
  tx: Transaction,
  context: Context,
  { role, toPersonId, input }: { role: LeadRole; toPersonId: string; input: Replacing },
): Promise<void> => {
  const { groupId, from, hosts = [] } = input
  if (hosts.length === 0) return
  const hosted = await hostedByLead(tx, { groupId, personId: role.personId, from })
  const theirs = await schoolOfLead(tx, toPersonId)
  const changes = hosts.map(({ sessionId, at }) => {
    const session = hosted.find(({ id }) => id === sessionId)
    if (!session || (at === 'new' && theirs === null))
      throw new Conflict('Where the sessions are held has changed meanwhile. Look again at what follows.')
    return { sessionId, fromOrganisationId: session.schoolId, to: at === 'new' && theirs ? theirs.id : 'rota' }
  })
  await hostElsewhere(context, { groupId, changes })
}

/**
 * Ends somebody's part as lead of a group and gives it to somebody else from a day on. The sessions from that day are led by the new
 * lead, who must be in no other at that time; both calendars change; both, those who take part and whoever hosts hear of it once.
 */
export const replaceLead = (context: Context, input: Replacing): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { group, role } = await lockedRole(tx, context, input)
    const toPersonId = await newLead(context, input)
    const name = (await nameOf(tx, toPersonId)) ?? ''
    const { from, reason } = input
    const clash = clashInWords(name, await clashesFor(tx, { groupId: group.id, personId: toPersonId, from }))
    if (clash) throw new Refused(clash)
    await passRoleOn(context, { roleId: role.id, toPersonId, from, reason })
    const ids = { groupId: group.id, fromPersonId: role.personId, toPersonId }
    // Before the calendars change hands, so that the new lead is told each date where it is now.
    await settleHosts(tx, context, { role, toPersonId, input })
    const dates = await handOverDates(context, { ...ids, from })
    const about = { groupId: group.id, group: group.name, from, oldLead: role.name, newLead: name }
    const url = `${context.config.baseUrl}/groups/${group.id}`
    const people = await tell(tx, context, { ...about, url, role, toPersonId, ...dates })
    await record(tx, context, {
      name: 'group.lead-replaced',
      subject: { type: 'group', id: group.id },
      also: [
        { type: 'person', id: role.personId },
        { type: 'person', id: toPersonId },
      ],
      particulars: { from: from.toString(), fromPersonId: role.personId, toPersonId, told: people },
      personal: { reason },
    })
  })
