import { machineClock } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Answer, type Page, plain } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { formatDate, formatDay, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { personIdOf } from '../../people/index.ts'
import {
  correctedTime,
  expectedAt,
  type FormerlyWorkedOn,
  groupFormerlyWorkedOn,
  groupWorkedOn,
  isConflict,
  lastDayOf,
  type Made,
  marksAside,
  marksOfSession,
  reasonAgainstRegister,
  receiveFromDevice,
  sessionOfGroup,
} from '../../registers/index.ts'
import { inSeconds, wasChanged } from '../sending.ts'
import { type Sent, sentIn } from './sent.form.ts'

/** What a device is told; with it our two clocks, by which it measures its own. */
const json = ({ now }: Context, value: unknown, status = 200): Answer => ({
  ...plain(JSON.stringify(value), 'application/json; charset=utf-8'),
  headers: { 'x-clocks': `${now.epochMilliseconds} ${machineClock.now().epochMilliseconds}` },
  status,
})

type Ids = { readonly groupId: string; readonly sessionId: string }
const idsIn = (params: Readonly<Record<string, string>>): Ids => ({
  groupId: params['id'] ?? '',
  sessionId: params['session'] ?? '',
})

const overInWords = ({ group, hub, parts }: FormerlyWorkedOn, waiting: number): string => {
  const last = lastDayOf(parts)
  return [
    `You worked on ${group}${last ? ` until ${formatDate(last)}` : ''}: its register is no longer kept on this device.`,
    'What you marked until then is in the register.',
    ...(waiting > 0
      ? [
          `${waiting === 1 ? 'One mark of yours waits' : `${waiting} marks of yours wait`} to be settled by whoever leads it now.`,
        ]
      : []),
    `Questions? Ask ${hub}.`,
  ].join(' ')
}

/** What is left of a register on the device of somebody who works on the group no longer: nobody of it, and why. */
const registerOver = async (context: Context, { groupId, sessionId }: Ids) => {
  const former = found(await groupFormerlyWorkedOn(context, groupId))
  const session = found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  const own = (await marksAside(context.db, sessionId)).filter(
    ({ recorded_by_person_id: by }) => by === personIdOf(context.actor),
  )
  return {
    session: {
      ...{ id: sessionId, groupId, group: former.group, number: session.number, title: session.title },
      ...{ onDate: null, when: null, hours: null, where: null, against: null },
    },
    over: overInWords(former, own.length),
    setAside: 0,
    people: [],
  }
}

/** What a device keeps of a register: who is expected, and the marks that stand. Access needs stay here. */
const registerFor = async (context: Context, { groupId, sessionId }: Ids) => {
  const group = await groupWorkedOn(context, groupId)
  if (!group) return registerOver(context, { groupId, sessionId })
  const session = found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  const onDate = session.onDate ?? context.today
  const [expected, marks, aside] = await Promise.all([
    expectedAt(context.db, { id: sessionId, groupId, onDate }),
    marksOfSession(context.db, sessionId),
    marksAside(context.db, sessionId),
  ])
  const standing = marks.filter((mark) => mark.standing)
  return {
    session: {
      id: sessionId,
      groupId,
      group: group.name,
      number: session.number,
      title: session.title,
      onDate: session.onDate?.toString() ?? null,
      when: session.onDate && formatDay(session.onDate),
      hours: session.startsAt && session.endsAt && formatTimeRange(session.startsAt, session.endsAt),
      where: session.mode === 'online' ? 'online' : session.venue,
      against: reasonAgainstRegister(session, group.status, context.now),
    },
    over: null,
    setAside: aside.length,
    people: expected.map((one) => {
      const own = standing.filter((mark) => mark.participant_id === one.id)
      return {
        id: one.id,
        name: one.name,
        organisation: one.organisation,
        isSubstitute: one.part === 'substitute',
        gaveNotice: one.given_at !== null,
        isConflict: isConflict(own),
        standing: own.map(({ id, mark, minutes, substitute }) => ({ id, mark, minutes, substitute })),
      }
    }),
  }
}

export const giveRegister: Page = async ({ context, params }) =>
  json(context, await registerFor(context, idsIn(params)))

const tooOld = 'This page is too old to send what it holds. Load it again with a network.'

const madeOf = (item: Sent['items'][number], { context, wrongNow }: { context: Context; wrongNow: number }): Made => {
  const at = Temporal.Instant.fromEpochMilliseconds(item.at)
  const device = { at, behindSeconds: inSeconds(item.wrong), isChanged: wasChanged(item.wrong, wrongNow) }
  const onOurClock = { ...device, behindSeconds: inSeconds(item.behind) }
  return { origin: 'device', at: correctedTime(onOurClock, context.now), device }
}

/** Takes what a device sends, and answers with what was received and the register as it stands now. */
export const takeSent: Page = async ({ context, params, body }) => {
  const { groupId, sessionId } = idsIn(params)
  found((await groupWorkedOn(context, groupId)) ?? (await groupFormerlyWorkedOn(context, groupId)))
  found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  const sent = sentIn(body)
  if (!sent) return json(context, { problem: tooOld }, 422)
  const clocks = { context, wrongNow: machineClock.now().epochMilliseconds - sent.deviceNow }
  const received = await receiveFromDevice(context, {
    groupId,
    sessionId,
    knewOn: sent.knewOn === null ? null : Temporal.PlainDate.from(sent.knewOn),
    marks: sent.items.flatMap((item) => (item.kind === 'mark' ? [{ ...item, made: madeOf(item, clocks) }] : [])),
    walkIns: sent.items.flatMap((item) => (item.kind === 'walk-in' ? [{ ...item, made: madeOf(item, clocks) }] : [])),
  })
  return json(context, {
    received: sent.items.map(({ id }) => id),
    beside: received.beside,
    aside: received.setAside,
    register: await registerFor(context, { groupId, sessionId }),
  })
}
