import assert from 'node:assert/strict'
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
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { forgetReports } from './actions/settle-report.ts'

const rows = [
  ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email'],
  ['Ada Quill', '11/17/2021, 9:25:00 AM', '11/17/2021, 2:30:00 PM', '5h 5m', ''],
  ['Rook, Ben', '11/17/2021, 10:00:00 AM', '11/17/2021, 2:30:00 PM', '4h 30m', ''],
  ['=cmd|calc', '11/17/2021, 9:30:00 AM', '11/17/2021, 9:40:00 AM', '10m', ''],
  ['Somebody', 'later', '', '', ''],
]

describe('the report of an online meeting', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let lead: string
  let stranger: string
  let groupId: string
  let sessionId: string
  const people: Record<string, string> = {}
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    there.clock.set('2021-11-17T15:00:00Z')
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    for (const name of ['Ada Quill', 'Ben Rook', 'Cy Swift']) {
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      people[name] = await makeParticipant(db(), place, (await makePerson(db(), name)).id)
    }
    lead = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
    stranger = await signedInAs(there, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    sessionId = await makeSession(db(), groupId, { mode: 'online' })
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const upload = (bytes: Buffer, cookie = lead) => {
    const boundary = 'a-boundary'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="attendance.csv"\r\ncontent-type: text/csv\r\n\r\n`
    return app.inject({
      method: 'POST',
      url: `/groups/${groupId}/sessions/${sessionId}/report`,
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
    })
  }
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(rows.map((cells) => cells.join('\t')).join('\r\n'), 'utf16le'),
  ])
  const standing = () =>
    db()
      .selectFrom('standing_marks')
      .select(['participant_id', 'mark', 'minutes', 'origin'])
      .where('session_id', '=', sessionId)
      .execute()

  it('marks nobody before it is confirmed, asks who the likely ones are, and is empty afterwards', async () => {
    const read = await upload(wide)
    assert.equal(read.statusCode, 303)
    const address = String(read.headers.location)
    const page = (await see(address, lead)).body
    assert.match(page, /3 people, 1 of them certain/)
    assert.match(page, /Row 5, Somebody: “later” is no time/)
    assert.match(page, /Likely: the same name in another order\. Would be marked: Late, 30 minutes missed/)
    assert.equal((await standing()).length, 0)
    const { ['Ada Quill']: ada = '', ['Ben Rook']: ben = '', ['Cy Swift']: cy = '' } = people
    const chosen = { 'whom-0': ada, 'whom-2': 'nobody', rest: 'absent' }
    const refused = await send(address, chosen, lead)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Choose who Rook, Ben is, or that they are nobody/)
    assert.equal((await send(address, { ...chosen, 'whom-1': ben }, lead)).statusCode, 303)
    assert.deepEqual(
      new Map((await standing()).map((mark) => [mark.participant_id, [mark.mark, mark.minutes, mark.origin]])),
      new Map<string, unknown[]>([
        [ada, ['online', null, 'report']],
        [ben, ['late', 30, 'report']],
        [cy, ['absent', null, 'report']],
      ]),
    )
    assert.equal((await send(address, { ...chosen, 'whom-1': ben }, lead)).statusCode, 404)
    const kept = await db().selectFrom('meeting_reports').select(['status', 'joined', 'refused']).execute()
    assert.deepEqual(kept, [{ status: 'taken', joined: null, refused: null }])
  })

  it('is read by those who take the register alone, and refused in words where it is no report', async () => {
    assert.equal((await upload(wide, stranger)).statusCode, 404)
    for (const [text, sentence] of [
      ['Topic,Workshop\nx,y\n', /No table of people was found/],
      ['Name,Join Time\nAda,never\n', /No row could be read\. Row 2: “never” is no time/],
      ['', /Choose the file|is empty/],
    ] as const) {
      const answer = await upload(Buffer.from(text))
      assert.ok([415, 422].includes(answer.statusCode))
      assert.match(answer.body, sentence)
    }
  })

  it('is discarded by hand, and by itself after a month', async () => {
    const [first, second] = [
      await upload(wide),
      await upload(Buffer.from(`\ufeff${rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}`)),
    ]
    assert.equal((await send(`${first.headers.location}/discard`, {}, lead)).statusCode, 303)
    assert.equal((await see(String(second.headers.location), lead)).statusCode, 200)
    there.clock.set('2021-12-18T15:00:00Z')
    await forgetReports(there.system())
    assert.equal((await see(String(second.headers.location), lead)).statusCode, 404)
    await there.requireNoFaults('Every dated session that is not cancelled occupies the time of its leads (rule 4)')
  })
})
