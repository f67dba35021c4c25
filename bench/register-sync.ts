// Registers that were taken where there was no network: how long a device waits until a register of 24 people has been
// received, and how long the slowest of thirty devices waits that send the same register at once.
import type { FastifyInstance } from 'fastify'
import { createApp } from '../src/app.ts'
import { machineClock } from '../src/platform/clock.ts'
import { newId } from '../src/vocabulary/ids.ts'
import { type TestInstallation, testInstallation } from '../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../test/support/records.ts'
import { browser, signedInAs } from '../test/support/signed-in.ts'
import { type Measured, repeat, summary } from './measure.ts'
import type { Row } from './rows.ts'

const people = 24
const registers = 40
const devices = 30
const longest = { one: 500, thirty: 5000 }

const rowOf = (work: string, against: string, ours: Measured, most: number): Row => ({
  work,
  against,
  ours,
  limit: null,
  ratio: Number.NaN,
  goal: `p95 < ${most.toLocaleString('en-GB')} ms`,
  met: ours.p95 < most,
})

type Item = Readonly<Record<string, string | number | null | readonly string[]>>

const itemsFor = (parts: readonly string[], ahead: number): readonly Item[] => {
  const at = machineClock.now().epochMilliseconds
  const same = { kind: 'mark', at, behind: ahead, wrong: 0, mark: 'present', minutes: null, substitute: null, seen: [] }
  return parts.map((participantId) => ({ ...same, id: newId(), participantId }))
}

/** A group of so many people with a session on, and what a device of its hub's staff sends. */
const groupWithDevices = async (there: TestInstallation, app: FastifyInstance) => {
  const db = there.installation.connections.kysely
  const hub = await makeHub(db)
  const projectId = await makeProject(db)
  const room = { status: 'running', organisations_room: 50, people_room: 50 }
  const groupId = await makeGroup(db, hub.id, projectId, room)
  const parts: string[] = []
  for (let at = 0; at < people; at += 1) {
    const place = await makePlace(db, { groupId, projectId, organisationId: await makeSchool(db) })
    parts.push(await makeParticipant(db, place, (await makePerson(db)).id))
  }
  const cookie = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
  there.clock.set('2021-11-17T10:00:00Z')
  const { send } = browser(() => app)
  const ahead = there.clock.now().epochMilliseconds - machineClock.now().epochMilliseconds
  return {
    newSession: () => makeSession(db, groupId),
    newItems: () => itemsFor(parts, ahead),
    send: async (sessionId: string, items: readonly Item[]): Promise<void> => {
      const deviceNow = machineClock.now().epochMilliseconds
      const sent = JSON.stringify({ deviceNow, knewOn: '2021-11-17', items })
      const answer = await send(`/groups/${groupId}/sessions/${sessionId}/register.json`, { sent }, cookie)
      if (answer.statusCode !== 200) throw new Error(`A register was answered with ${answer.statusCode}`)
    },
    marksOf: async (sessionId: string): Promise<number> =>
      (await db.selectFrom('marks').select('id').where('session_id', '=', sessionId).execute()).length,
  }
}

/** Two rows: a register of 24 people sent by one device, and by thirty at once. */
export const registerSyncRows = async (): Promise<readonly Row[]> => {
  const there = await testInstallation()
  const app = await createApp(there.installation)
  try {
    const group = await groupWithDevices(there, app)
    const one = await repeat(registers, async () => group.send(await group.newSession(), group.newItems()))
    const [sessionId, items] = [await group.newSession(), group.newItems()]
    const took: number[] = []
    const began = performance.now()
    const sendOne = async (): Promise<void> => {
      await group.send(sessionId, items)
      took.push(performance.now() - began)
    }
    await Promise.all(Array.from({ length: devices }, sendOne))
    const thirty = summary(took, (performance.now() - began) / 1000)
    const marks = await group.marksOf(sessionId)
    if (marks !== people) throw new Error(`${devices} devices left ${marks} marks of ${people} people`)
    return [
      rowOf(`a register of ${people} people sent by a device`, 'received and told again', one, longest.one),
      rowOf(`the same sent by ${devices} devices at once`, `${people} marks are left`, thirty, longest.thirty),
    ]
  } finally {
    await app.close()
    await there.release()
  }
}
