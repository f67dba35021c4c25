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
} from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { transaction } from '../../platform/context.ts'
import { historyOf } from '../../platform/history.ts'
import { linkToken } from '../../platform/links.ts'
import { faultOf, type Letter, post, readDeliveryReport } from '../../platform/mail/index.ts'
import { type Carrier, mailJobs } from '../../platform/mail/send.ts'
import { takeDeliveryReport } from './actions/take-delivery-report.ts'
import { sweeps } from './jobs.ts'

type Told = { readonly about?: string; readonly recipient?: string; readonly headers?: string; readonly type?: string }

/** A report as mail servers write them (RFC 3464, appendix E). */
const reportOf = ({ about = '', recipient, headers = '', type = 'delivery-status' }: Told): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary="b1"`,
      '',
      '--b1',
      '',
      'It did not arrive.',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      ...(about ? [about] : []),
      '',
      recipient ??
        'Final-Recipient: rfc822; ann@school.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n No such user',
      '',
      '--b1',
      'Content-Type: text/rfc822-headers',
      '',
      headers,
      '--b1--',
      '',
    ].join('\r\n'),
  )

describe('what a mail server sends back', () => {
  it('is read with the mail it is about, why it failed, and lines that go on', async () => {
    const raw = reportOf({ about: 'Original-Envelope-Id: one', headers: 'Message-ID: <two@hubs.example>' })
    assert.deepEqual(await readDeliveryReport(raw), {
      envelopeId: 'one',
      messageId: '<two@hubs.example>',
      deliveries: [{ action: 'failed', status: '5.1.1', said: '550 5.1.1 No such user', to: ['ann@school.example'] }],
    })
  })
  const none: readonly (readonly [string, Buffer])[] = [
    ['an ordinary mail', Buffer.from('Subject: Hello\r\n\r\nStatus: 5.1.1')],
    ['a notice that it was read', reportOf({ type: 'disposition-notification' })],
    ['a report without a recipient', reportOf({ recipient: 'X-Nothing: here' })],
    ['one without a status', reportOf({ recipient: 'Final-Recipient: rfc822; a@b.example\r\nAction: failed' })],
    [
      'one that says what no server says',
      reportOf({ recipient: 'Final-Recipient: rfc822; a@b.example\r\nAction: eaten\r\nStatus: 5.1.1' }),
    ],
    ['nothing at all', Buffer.alloc(0)],
    ['no text', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 256))],
  ]
  for (const [what, raw] of none) it(`is not ${what}`, async () => assert.equal(await readDeliveryReport(raw), null))

  const faults = {
    '5.1.1': 'address',
    '5.4.4': 'address',
    '5.2.1': 'address',
    '5.2.2': 'passing',
    '4.4.1': 'passing',
    '5.7.1': 'other',
    '5.3.4': 'other',
    '5.0.0': 'address',
  }
  for (const [status, fault] of Object.entries(faults))
    it(`${status} is a fault of: ${fault}`, () => assert.equal(faultOf(status), fault))
})

describe('an address at which mail does not arrive', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let cookie: string
  let carried: string[] = []
  let refuse: Error | null = null
  const db = () => test.installation.connections.kysely
  const { see, send } = browser(() => app)
  const carry: Carrier = async ({ to }) => {
    if (refuse) throw refuse
    carried.push(to)
  }
  const letter: Letter = { subject: 'Dates', paragraphs: ['Here they are.'], why: 'you take part.' }
  let count = 0
  const write = async (person: { id: string; address: string }, more: Partial<Letter> = {}): Promise<string> => {
    count += 1
    const key = `test:${count}`
    const context = test.system()
    await transaction(context, (tx, context) =>
      post(tx, context, { address: person.address, personId: person.id }, { ...letter, ...more }, key),
    )
    return (await db().selectFrom('messages').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  }
  const carryAll = async () => {
    const waiting = await db()
      .selectFrom('messages')
      .select('id')
      .where('sent_at', 'is', null)
      .where('failed_at', 'is', null)
      .execute()
    for (const { id } of waiting)
      await mailJobs(carry)
        ['send-message']?.(test.system(), { id })
        .catch(() => {})
  }
  const report = async (id: string, status: string) =>
    takeDeliveryReport(test.system(), {
      envelopeId: id,
      messageId: null,
      deliveries: [{ action: 'failed', status, said: 'said the server', to: [] }],
    })
  const sweep = async () => {
    for (const each of Object.values(sweeps)) await each(test.system())
  }
  const takesPart = async () => {
    const person = await makePerson(db())
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hub.id, projectId)
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
    await makeParticipant(db(), placeId, person.id)
    return person
  }
  /** Somebody of the hub whose mail came back. */
  const unreached = async () => {
    const person = await takesPart()
    const id = await write(person)
    await carryAll()
    assert.equal(await report(id, '5.1.1'), 'address-fails')
    carried = []
    return person
  }
  const list = async () => (await see(`/hub/${hub.slug}/undelivered`, cookie)).body

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db())
    cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('gets no more mail, but what somebody waits for; tried again, it gets what waited, once', async () => {
    const person = await unreached()
    await write(person)
    await write(person, { goesAnyway: true })
    await carryAll()
    assert.deepEqual(carried, [person.address])
    assert.match(await list(), new RegExp(`${person.name}[\\s\\S]*There is no such mailbox[\\s\\S]*One mail`))
    const url = `/hub/${hub.slug}/undelivered/${person.id}/try-again`
    assert.match((await send(url, {}, cookie)).headers.location ?? '', /tried-again/)
    assert.match((await send(url, {}, cookie)).headers.location ?? '', /known/)
    await carryAll()
    await carryAll()
    assert.deepEqual(carried, [person.address, person.address])
    assert.doesNotMatch(await list(), new RegExp(person.name))
    const events = (await historyOf(db(), { type: 'person', id: person.id })).map(({ name }) => name)
    assert.deepEqual(events.filter((name) => name.startsWith('address.')).toSorted(), [
      'address.failing',
      'address.tried-again',
    ])
  })

  it('is put right by the hub: asked at the new address, confirmed from there, and what waited goes there', async () => {
    const person = await unreached()
    await write(person)
    await carryAll()
    const url = `/hub/${hub.slug}/undelivered/${person.id}/address`
    const wrong = await send(url, { address: 'nowhere' }, cookie)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /value="nowhere"/)
    const address = `new-${person.address}`
    assert.equal((await send(url, { address }, cookie)).statusCode, 303)
    await sweep()
    await carryAll()
    assert.deepEqual(
      carried.toSorted(),
      [address, person.address].toSorted(),
      'the old one is told, the new one is asked, nothing else goes',
    )
    const change = await db()
      .selectFrom('address_changes')
      .select('id')
      .where('person_id', '=', person.id)
      .executeTakeFirstOrThrow()
    const token = linkToken(test.installation.config, 'confirm-address', change.id, 5)
    assert.equal((await send(`/confirm-address/${token}`, {})).statusCode, 200)
    carried = []
    await sweep()
    await carryAll()
    assert.ok(carried.filter((to) => to === address).length === 1)
    assert.doesNotMatch(await list(), new RegExp(person.name))
  })

  it('is not changed by a hub for people who run hubs, nor seen by another hub', async () => {
    const person = await unreached()
    const other = await makeHub(db())
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: other.id })
    for (const path of ['address', 'try-again']) {
      assert.equal((await send(`/hub/${other.slug}/undelivered/${person.id}/${path}`, {}, stranger)).statusCode, 404)
      assert.equal((await send(`/hub/${hub.slug}/undelivered/${person.id}/${path}`, {}, stranger)).statusCode, 404)
    }
    assert.doesNotMatch((await see(`/hub/${other.slug}/undelivered`, stranger)).body, new RegExp(person.name))
    await signedInAs(test, 'hub_lead', { hub_id: other.id }, person.id)
    const url = `/hub/${hub.slug}/undelivered/${person.id}/address`
    assert.match((await see(url, cookie)).body, /nobody else changes their address/)
    assert.equal((await send(url, { address: 'taken@over.example' }, cookie)).statusCode, 403)
  })

  it('is shown to the person, who has it tried again', async () => {
    const person = await unreached()
    await write(person)
    await carryAll()
    const own = await cookieOf(test, person.id)
    assert.match((await see('/account/details', own)).body, /does not arrive[\s\S]*One mail waits for you/)
    assert.equal((await send('/account/details/address/try-again', {}, own)).statusCode, 303)
    assert.doesNotMatch((await see('/account/details', own)).body, /does not arrive/)
  })

  it('is known at once where the server refuses it by name, not where it refuses the mail', async () => {
    const person = await takesPart()
    const refused = (more: object) =>
      Object.assign(new Error('refused'), { code: 'EENVELOPE', command: 'RCPT TO', ...more })
    const marked = async () =>
      (
        await db()
          .selectFrom('failing_addresses')
          .select('status')
          .where('address', '=', person.address)
          .executeTakeFirst()
      )?.status
    for (const more of [
      { responseCode: 550, response: '550 5.7.1 Your server is blocked' },
      { responseCode: 554, code: 'EMESSAGE', command: 'DATA' },
      { responseCode: 452, response: '452 4.2.2 Full' },
      { responseCode: 552, response: '552 Mailbox full' },
    ]) {
      refuse = refused(more)
      await write(person)
      await carryAll()
      assert.equal(await marked(), undefined, JSON.stringify(more))
    }
    refuse = refused({ responseCode: 550, response: '550 No such user here' })
    await write(person)
    await carryAll()
    refuse = null
    assert.equal(await marked(), '5.1.1')
    await sweep()
    assert.match(await list(), new RegExp(person.name))
  })

  it('that fails for the time being is tried three times more, and a report that comes twice counts once', async () => {
    const person = await takesPart()
    carried = []
    const id = await write(person)
    await carryAll()
    const outcomes = []
    for (let turn = 0; turn < 4; turn += 1) {
      outcomes.push(await report(id, '4.4.1'), await report(id, '4.4.1'))
      await carryAll()
    }
    assert.deepEqual(
      outcomes.filter((each) => each !== 'known-already'),
      ['tried-again', 'tried-again', 'tried-again', 'address-fails'],
    )
    assert.equal(carried.filter((to) => to === person.address).length, 4)
    await assert.rejects(
      report('00000000-0000-7000-8000-000000000000', '5.1.1'),
      /not about a mail that was sent from here/,
    )
    const delayed = {
      envelopeId: id,
      messageId: null,
      deliveries: [{ action: 'delayed', status: '4.4.1', said: '', to: [] }],
    } as const
    assert.equal(await takeDeliveryReport(test.system(), delayed), 'nothing-to-do')
  })
})
