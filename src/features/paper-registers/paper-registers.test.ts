import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { wordsOfPdf } from '../../../test/support/pdf-text.ts'
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
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'

describe('a register on paper', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let base: string
  let sessionId: string
  let lead: string
  const parts: string[] = []
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    for (const name of ['Ada Quill', 'Ben Rook', 'Cy Swift']) {
      const place = await makePlace(db(), {
        groupId,
        projectId,
        organisationId: await makeSchool(db(), { name: `School of ${name}` }),
      })
      parts.push(await makeParticipant(db(), place, (await makePerson(db(), name)).id))
    }
    lead = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
    sessionId = await makeSession(db(), groupId, { number: 3 })
    base = `/groups/${groupId}/sessions/${sessionId}`
    there.clock.set('2021-11-18T10:00:00Z')
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  it('is printed as a list with numbers, names and room to write', async () => {
    const pdf = await see(`${base}/register.pdf`, lead)
    assert.equal(pdf.headers['content-type'], 'application/pdf')
    const text = wordsOfPdf(pdf.rawPayload)
    assert.match(text, /Register of session 3/)
    for (const name of ['Ada Quill', 'Ben Rook', 'Cy Swift', 'Signature']) assert.ok(text.includes(name), name)
  })

  it('is typed in row by row; what cannot be read is named and nothing that was typed is lost', async () => {
    const [ada = '', ben = '', cy = ''] = parts
    const typed = {
      [`mark-${ada}`]: 'l 20',
      [`mark-${ben}`]: 'maybe',
      'newcomer-name-1': 'Di Teal',
      'newcomer-school-1': 'Elm Row',
    }
    const refused = await send(`${base}/paper`, typed, lead)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Row 2, Ben Rook: write it as on the sheet/)
    assert.match(refused.body, /value="l 20"[\s\S]*value="Di Teal"/)
    assert.equal((await send(`${base}/paper`, { ...typed, [`mark-${ben}`]: 'S Ed Wren' }, lead)).statusCode, 303)
    const marks = await db()
      .selectFrom('marks')
      .selectAll()
      .where('session_id', '=', sessionId)
      .orderBy('mark')
      .execute()
    assert.deepEqual(
      marks.map((mark) => [
        mark.participant_id,
        mark.mark,
        mark.minutes,
        mark.substitute,
        mark.origin,
        mark.recorded_at.toString(),
      ]),
      [
        [ada, 'late', 20, null, 'paper', '2021-11-17T09:30:00Z'],
        [ben, 'substitute', null, 'Ed Wren', 'paper', '2021-11-17T09:30:00Z'],
      ],
    )
    const page = (await see(`${base}/paper`, lead)).body
    assert.match(page, /value="L 20"[\s\S]*value="S Ed Wren"/)
    assert.match((await see(`${base}/register`, lead)).body, /Di Teal, Elm Row/)
    assert.ok(cy)
  })
})
