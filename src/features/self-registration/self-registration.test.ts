import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { codeAt, isCodeOf, isOpenAt, tidyCode } from './code.ts'

const sign = (text: string) => createHmac('sha256', 'secret').update(text).digest()
const at = (time: string) => Temporal.Instant.from(`2021-11-17T${time}Z`)

it('The code of a session changes every minute, and the one before it is good for whoever types slowly', () => {
  const { code, seconds } = codeAt(sign, 'one', at('10:00:15'))
  assert.match(code, /^[B-DF-HJ-NP-TV-Z346789]{6}$/)
  assert.equal(seconds, 45)
  assert.equal(isCodeOf(sign, 'one', at('10:01:59'), code), true)
  assert.equal(isCodeOf(sign, 'one', at('10:02:00'), code), false)
  assert.equal(isCodeOf(sign, 'two', at('10:00:15'), code), false)
  assert.equal(tidyCode(' bcd-34 6'), 'BCD346')
  const period = { from: at('09:30:00'), to: at('14:30:00') }
  assert.deepEqual(
    ['09:14:59', '09:15:00', '14:45:00', '14:45:01'].map((time) => isOpenAt(period, at(time))),
    [false, true, true, false],
  )
})

describe('self-registration', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let groupId: string
  let sessionId: string
  let lead: string
  let ada: string
  let ben: string
  let benPart: string
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const part = async (name: string) => {
      const person = await makePerson(db(), name)
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      return { personId: person.id, id: await makeParticipant(db(), place, person.id) }
    }
    const [one, two] = [await part('Ada Quill'), await part('Ben Rook')]
    benPart = two.id
    ada = await cookieOf(there, one.personId)
    ben = await cookieOf(there, two.personId)
    lead = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
    sessionId = await makeSession(db(), groupId)
    there.clock.set('2021-11-17T10:00:00Z')
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const screen = () => see(`/groups/${groupId}/sessions/${sessionId}/code`, lead)
  const codeShown = async () => /app-code__signs">([^<]+)</.exec((await screen()).body)?.[1] ?? ''
  const marks = () =>
    db().selectFrom('marks').select(['participant_id', 'mark', 'origin']).where('session_id', '=', sessionId).execute()

  it('marks whoever is signed in, or has followed the link in their mail, once', async () => {
    const code = await codeShown()
    assert.equal((await send('/here', { code }, ada)).headers.location, '/here?done=marked')
    assert.equal((await send('/here', { code: code.toLowerCase() }, ada)).headers.location, '/here?done=marked')
    const link = `/here/${linkToken(there.installation.config, 'cancel', benPart, 30)}`
    assert.match((await see(link)).body, /Your link says who you are/)
    assert.equal((await send(link, { code })).statusCode, 303)
    assert.deepEqual(
      (await marks()).map(({ mark, origin }) => [mark, origin]),
      [
        ['present', 'self'],
        ['present', 'self'],
      ],
    )
  })

  it('notes a stranger for the lead to recognise, once, and shows no name to anybody', async () => {
    const code = await codeShown()
    const page = (await see(`/here?code=${code}`)).body
    assert.doesNotMatch(page, /Ada|Ben/)
    assert.match((await send('/here', { code })).body, /Enter your name[\s\S]*Enter your school/)
    const id = '01a00000-0000-7000-8000-000000000001'
    for (let twice = 0; twice < 2; twice += 1)
      assert.equal(
        (await send('/here', { code, id, name: 'Cy Swift', school: 'Elm Row' })).headers.location,
        '/here?done=noted',
      )
    assert.equal((await marks()).length, 2)
    const register = (await see(`/groups/${groupId}/sessions/${sessionId}/register`, lead)).body
    assert.equal(register.match(/<strong>Cy Swift, Elm Row<\/strong>/g)?.length, 1)
  })

  it('keeps what the lead had marked otherwise beside it, as a conflict', async () => {
    const other = await makeSession(db(), groupId, { number: 99, mode: 'online' })
    await send(`/groups/${groupId}/sessions/${other}/register`, { [`mark-${benPart}`]: 'absent' }, lead)
    const shown = await see(`/groups/${groupId}/sessions/${other}/code`, lead)
    await send('/here', { code: /app-code__signs">([^<]+)</.exec(shown.body)?.[1] ?? '' }, ben)
    const standing = await db().selectFrom('standing_marks').select('mark').where('session_id', '=', other).execute()
    assert.deepEqual(standing.map(({ mark }) => mark).sort(), ['absent', 'online'])
  })

  it('takes no code of another time, and after many wrong ones none at all for a while', async () => {
    const code = await codeShown()
    there.clock.set('2021-11-17T10:05:00Z')
    assert.match((await send('/here', { code }, ada)).body, /This code is not good now/)
    there.clock.set('2021-11-17T14:46:00Z')
    assert.match((await screen()).body, /There is no code now/)
    there.clock.set('2021-11-17T10:10:00Z')
    for (let tries = 0; tries < 62; tries += 1) await send('/here', { code: 'BCDFGH' }, ada)
    const refused = await send('/here', { code: await codeShown() }, ada)
    assert.equal(refused.statusCode, 429)
    assert.match(refused.body, /ask the lead to mark you/)
    assert.equal((await see(`/groups/${groupId}/sessions/${sessionId}/code`, ada)).statusCode, 404)
    await there.requireNoFaults()
  })
})
