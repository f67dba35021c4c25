// Reports as Exim 4.96 and Postfix 3.7 really made them, of mail to invented addresses: what is read in them, and what the command
// that a mail server hands them to does.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { transaction } from '../../platform/context.ts'
import { faultOf, post, readDeliveryReport } from '../../platform/mail/index.ts'
import { mailJobs } from '../../platform/mail/send.ts'

const reportFrom = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'reports', `${name}.eml`))

const idOf = (number: number): string => `0190c0de-0000-7000-8000-00000000000${number}`

type Expected = readonly [
  mail: number,
  ...deliveries: readonly (readonly [to: string, action: string, status: string])[],
]

const expected: Readonly<Record<string, Expected>> = {
  'exim-no-such-mailbox': [1, ['nobody@far.example', 'failed', '5.1.1']],
  'exim-mailbox-full': [2, ['full@far.example', 'failed', '5.2.2']],
  'exim-refused-without-a-status': [3, ['old@far.example', 'failed', '5.1.1']],
  'exim-several-recipients': [4, ['nobody@far.example', 'failed', '5.1.1'], ['gone@far.example', 'failed', '5.2.1']],
  'exim-delayed': [5, ['later@slow.example', 'delayed', '4.0.0']],
  'exim-no-such-domain': [6, ['anybody@dead.example', 'failed', '5.0.0']],
  'exim-address-beyond-ascii': [7, ['zoë@far.example', 'failed', '5.1.1']],
  'exim-refused-for-policy': [8, ['policy@far.example', 'failed', '5.7.1']],
  'exim-delivered': [9, ['fine@far.example', 'delivered', '2.0.0']],
  'postfix-no-such-mailbox': [1, ['nobody@far.example', 'failed', '5.1.1']],
  'postfix-mailbox-full': [2, ['full@far.example', 'failed', '5.2.2']],
  'postfix-refused-without-a-status': [3, ['old@far.example', 'failed', '5.1.1']],
  'postfix-several-recipients': [4, ['gone@far.example', 'failed', '5.2.1'], ['nobody@far.example', 'failed', '5.1.1']],
  'postfix-delayed': [5, ['later@slow.example', 'delayed', '4.4.1']],
  'postfix-given-up-after-delay': [5, ['later@slow.example', 'failed', '4.4.1']],
  'postfix-address-beyond-ascii': [7, ['zoë@far.example', 'failed', '5.1.1']],
  'postfix-refused-for-policy': [8, ['policy@far.example', 'failed', '5.7.1']],
  'postfix-delivered': [9, ['fine@far.example', 'relayed', '2.0.0']],
}

describe('a report that a mail server has made', () => {
  for (const [name, [mail, ...deliveries]] of Object.entries(expected))
    it(`is read: ${name.replaceAll('-', ' ')}`, async () => {
      const report = await readDeliveryReport(reportFrom(name))
      assert.deepEqual([report?.envelopeId, report?.messageId], [idOf(mail), `<${idOf(mail)}@hubs.example>`])
      assert.deepEqual(
        report?.deliveries.map(({ to, action, status }) => [to[0], action, status]),
        deliveries,
      )
    })

  it('does not blame an address for a full mailbox or a refused mail, whatever status its server writes', async () => {
    const faults = await Promise.all(
      ['exim-no-such-mailbox', 'exim-mailbox-full', 'exim-refused-for-policy'].map(async (name) =>
        faultOf((await readDeliveryReport(reportFrom(name)))?.deliveries[0]?.status ?? ''),
      ),
    )
    assert.deepEqual(faults, ['address', 'passing', 'other'])
  })
})

describe('the command that a mail server hands its reports to', () => {
  let test: TestInstallation
  const db = () => test.installation.connections.kysely

  before(async () => {
    test = await testInstallation()
  })
  after(() => test.release())

  const program = async (message: Buffer): Promise<readonly [status: number | null, said: string]> => {
    const child = spawn(join(import.meta.dirname, '../../../bin/tessellate'), ['delivery-report'], {
      env: {
        ...process.env,
        DATABASE_URL: test.installation.ownerUrl,
        SECRET_KEY: test.installation.config.secretKey,
        BASE_URL: test.installation.config.baseUrl,
        DEMO: '0',
        LOG_LEVEL: 'silent',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    child.stdin.end(message)
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return [status, said.trim()]
  }

  /** A mail that was sent, and a report about it: one that was made, with the mail and the address that it names put in. */
  const reported = async (name: string) => {
    const person = await makePerson(db())
    await transaction(test.system(), (tx, context) =>
      post(
        tx,
        context,
        { address: person.address, personId: person.id },
        { subject: 'Dates', paragraphs: ['Here they are.'], why: 'you take part.' },
        `report:${name}`,
      ),
    )
    const { id } = await db()
      .selectFrom('messages')
      .select('id')
      .where('key', '=', `report:${name}`)
      .executeTakeFirstOrThrow()
    await mailJobs(async () => {})['send-message']?.(test.system(), { id })
    const [mail, [was] = ['']] = expected[name] ?? [0]
    const text = reportFrom(name).toString('utf8').replaceAll(idOf(mail), id).replaceAll(was, person.address)
    return { address: person.address, raw: Buffer.from(text) }
  }
  const isFailing = async (address: string) =>
    (await db().selectFrom('failing_addresses').select('status').where('address', '=', address).executeTakeFirst())
      ?.status ?? null

  const outcomes = {
    'exim-no-such-mailbox': [/The address fails/, '5.1.1'],
    'exim-mailbox-full': [/may pass/, null],
    'exim-several-recipients': [/The address fails/, '5.1.1'],
    'exim-refused-for-policy': [/its address is not at fault/, null],
    'exim-delayed': [/reports no failure/, null],
    'postfix-no-such-mailbox': [/The address fails/, '5.1.1'],
    'postfix-several-recipients': [/The address fails/, '5.2.1'],
    'postfix-given-up-after-delay': [/may pass/, null],
  } as const
  for (const [name, [said, failing]] of Object.entries(outcomes))
    it(`does what it asks for: ${name.replaceAll('-', ' ')}`, async () => {
      const { address, raw } = await reported(name)
      const [status, words] = await program(raw)
      assert.equal(status, 0, words)
      assert.match(words, said)
      assert.equal(await isFailing(address), failing)
    })

  it('takes the same report twice as one, and refuses what is none or is about somebody else’s mail', async () => {
    const { raw } = await reported('postfix-mailbox-full')
    assert.match((await program(raw))[1], /may pass/)
    assert.match((await program(raw))[1], /known already/)
    const [status, words] = await program(reportFrom('postfix-mailbox-full'))
    assert.equal(status, 1)
    assert.match(words, /not about a mail that was sent from here/)
    assert.equal((await program(Buffer.from('Subject: Hello\r\n\r\nHow are you?')))[0], 1)
  })
})
