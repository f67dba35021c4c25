import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { hostSession } from '../../sessions/index.ts'
import { answeredLetter } from '../emails/hosting.email.ts'
import type { PlaceDetails } from '../hosting.ts'
import { mayAnswerHosting } from '../policy.ts'
import {
  askingIdsOf,
  type Hosting,
  hostingById,
  hostingsOfGroup,
  leadsToTell,
  peopleToHost,
  schoolsToHost,
} from '../queries.ts'
import { rotaFor } from '../rota.ts'
import { lockHosting, setHosting } from '../store.ts'
import { askOne } from './ask-hosts.ts'

type Answer = { readonly hostingId: string } & (
  | { readonly hosts: true; readonly details: PlaceDetails }
  | { readonly hosts: false; readonly reason: string | null }
)

// Whose turn it is for this one session; every other keeps the host it has or has asked.
const askNext = async (tx: Transaction, context: Context, { groupId, sessionId }: Hosting): Promise<string | null> => {
  const schools = await schoolsToHost(tx, groupId, context.today)
  const meetings = await hostingsOfGroup(tx, groupId)
  const turn = rotaFor(meetings, schools, await peopleToHost(tx, groupId)).find(
    ({ meetingId }) => meetingId === sessionId,
  )
  const next = schools.find(({ id }) => id === turn?.schoolId)
  if (!next) return null
  await askOne(tx, actingAs(context, { kind: 'system', task: 'hosting' }), groupId, {
    sessionId,
    organisationId: next.id,
  })
  return next.name
}

const tellLeads = async (
  tx: Transaction,
  context: Context,
  hosting: Hosting,
  came: { hosts: boolean; next: string | null },
) => {
  const url = `${context.config.baseUrl}/groups/${hosting.groupId}/hosts`
  for (const { personId, name, address } of await leadsToTell(tx, hosting.groupId))
    await post(
      tx,
      context,
      { address, personId },
      answeredLetter(hosting, { name, url, ...came }),
      `hosting-answered:${hosting.id}:${came.hosts}:${personId}`,
    )
}

const requireOpen = ({ sessionStatus }: Hosting, status: string): void => {
  if (status === 'withdrawn') throw new Refused('Somebody else hosts this session: asking your school was taken back.')
  if (status === 'declined') throw new Refused('Your school has said that it cannot, and another was asked.')
  if (sessionStatus === 'held' || sessionStatus === 'cancelled') throw new Refused(`This session is ${sessionStatus}.`)
}

const aboutOf = (hosting: Hosting) => ({
  subject: { type: 'session', id: hosting.sessionId },
  also: [
    { type: 'group', id: hosting.groupId },
    { type: 'organisation', id: hosting.organisationId },
  ],
  particulars: { hostingId: hosting.id },
})

type Told = { readonly hosting: Hosting; readonly was: string }

const system = (context: Context): Context => actingAs(context, { kind: 'system', task: 'hosting' })

const agree = async (
  tx: Transaction,
  context: Context,
  { hosting, was }: Told,
  details: PlaceDetails,
): Promise<void> => {
  await setHosting(tx, hosting.id, { status: 'accepted', now: context.now, details })
  await hostSession(system(context), { sessionId: hosting.sessionId, organisationId: hosting.organisationId })
  await record(tx, context, { name: 'hosting.accepted', ...aboutOf(hosting) })
  if (was === 'asked') await tellLeads(tx, context, hosting, { hosts: true, next: null })
}

const decline = async (
  tx: Transaction,
  context: Context,
  { hosting, was }: Told,
  reason: string | null,
): Promise<void> => {
  await setHosting(tx, hosting.id, { status: 'declined', now: context.now })
  if (was === 'accepted')
    await hostSession(system(context), { sessionId: hosting.sessionId, organisationId: null, waits: true })
  await record(tx, context, {
    name: 'hosting.declined',
    ...aboutOf(hosting),
    ...(reason ? { personal: { reason } } : {}),
  })
  await tellLeads(tx, context, hosting, { hosts: false, next: await askNext(tx, context, hosting) })
}

/** A school says whether it hosts a session. A refusal asks the next for that session, and moves no other. The same answer twice is one. */
export const answerHosting = (context: Context, answer: Answer): Promise<void> =>
  transaction(context, async (tx, context) => {
    const askingIds = await askingIdsOf(tx, answer.hostingId)
    if (!mayAnswerHosting(context.actor, { id: answer.hostingId, askingIds }))
      throw new Forbidden('Not the link of this asking')
    const hosting = found(await hostingById(tx, answer.hostingId))
    await lockGroup(tx, hosting.groupId)
    const { status: was } = found(await lockHosting(tx, hosting.id))
    if (was === 'declined' && !answer.hosts) return
    requireOpen(hosting, was)
    if (answer.hosts) await agree(tx, context, { hosting, was }, answer.details)
    else await decline(tx, context, { hosting, was }, answer.reason)
  })
