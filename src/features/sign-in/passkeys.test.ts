import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { newPage, openBrowser, textOf } from '../../../test/support/browser.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { transaction } from '../../platform/context.ts'
import { historyOf } from '../../platform/history.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { beginSession } from './actions/begin-session.ts'
import { placeOf } from './protocols/passkeys.ts'

let base: string
let here: TestInstallation
let app: FastifyInstance
let chromium: Browser
let person: Awaited<ReturnType<typeof makePerson>>

const unused = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createServer()
    socket.listen(0, 'localhost', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

before(async () => {
  const port = await unused()
  base = `http://localhost:${port}`
  here = await testInstallation({ baseUrl: base })
  app = await createApp(here.installation)
  await app.listen({ host: 'localhost', port })
  chromium = await openBrowser()
})
beforeEach(async () => {
  person = await makePerson(here.installation.connections.kysely)
  await here.installation.connections.kysely.deleteFrom('tries').execute()
})
after(async () => {
  await chromium.close()
  await app.close()
  await here.release()
})

const db = () => here.installation.connections.kysely

type Device = { readonly page: Page; readonly context: BrowserContext; readonly cdp: CDPSession; readonly id: string }

/** A browser with an authenticator that its owner unlocks. */
const device = async (isUserVerified = true): Promise<Device> => {
  const page = await newPage(chromium)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  })
  return { page, context: page.context(), cdp, id }
}

const signIn = async ({ context }: Device): Promise<void> => {
  const { token } = await transaction(here.visitor(), (tx) => beginSession(tx, person.id, null))
  await context.addCookies([{ name: sessionCookie, value: token, url: base }])
}

const addPasskey = async ({ page }: Device, name = 'school laptop'): Promise<void> => {
  await page.goto(`${base}/account/passkeys`)
  await page.getByLabel('What you call it').fill(name)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey was added').waitFor()
}

const pressPasskey = async ({ page }: Device): Promise<void> => {
  await page.goto(`${base}/sign-in?to=/account/passkeys`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
}

const happened = async (): Promise<readonly string[]> =>
  (await historyOf(db(), { type: 'person', id: person.id })).map(({ name }) => name)

test('a passkey is added, signs in without an address typed, and is removed', async () => {
  const own = await device()
  await signIn(own)
  await addPasskey(own)
  await own.page.getByRole('cell', { name: 'school laptop' }).or(own.page.getByText('school laptop')).first().waitFor()
  await own.context.clearCookies()
  await pressPasskey(own)
  await own.page.waitForURL(`${base}/account/passkeys`)
  assert.match(await textOf(own.page), /school laptop/)
  await own.page.getByRole('button', { name: 'Remove school laptop' }).click()
  await own.page.getByText('The passkey was removed').waitFor()
  await own.context.clearCookies()
  await pressPasskey(own)
  await own.page.getByRole('heading', { name: 'This passkey did not sign you in' }).waitFor()
  assert.deepEqual(await happened(), ['passkey.removed', 'person.signed-in', 'passkey.added'])
  await own.context.close()
})

test('the same device is not added twice, and says so', async () => {
  const own = await device()
  await signIn(own)
  await addPasskey(own)
  await own.page.getByLabel('What you call it').fill('again')
  await own.page.getByRole('button', { name: 'Add a passkey' }).click()
  await own.page.getByText('This device already has a passkey for you here').waitFor()
  await own.context.close()
})

test('a device that has no passkey says that nothing was signed', async () => {
  const own = await device(false)
  await pressPasskey(own)
  await own.page.getByText('Nothing was signed').waitFor()
  await own.context.close()
})

/** Lets the browser answer, catches its form on the way, and gives what it would have sent. */
const caught = async (own: Device, path: string, press: () => Promise<void>): Promise<string> => {
  const sent = Promise.withResolvers<string>()
  await own.page.route(`**${path}`, (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    sent.resolve(route.request().postData() ?? '')
    return route.fulfill({ status: 200, contentType: 'text/html', body: '<title>caught</title>' })
  })
  await press()
  const form = await sent.promise
  await own.page.unroute(`**${path}`)
  return form
}

const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  })

const changed = (form: string, change: (credential: Record<string, never>) => void): string => {
  const fields = new URLSearchParams(form)
  const credential = JSON.parse(fields.get('credential') ?? '{}')
  change(credential)
  fields.set('credential', JSON.stringify(credential))
  return fields.toString()
}

const inClientData = (form: string, change: (said: Record<string, unknown>) => void): string =>
  changed(form, (credential) => {
    const response = (credential as unknown as { response: { clientDataJSON: string } }).response
    const said = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())
    change(said)
    response.clientDataJSON = Buffer.from(JSON.stringify(said)).toString('base64url')
  })

test('an answer counts once: sent again it signs nobody in', async () => {
  const own = await device()
  await signIn(own)
  await addPasskey(own)
  await own.context.clearCookies()
  const form = await caught(own, '/sign-in/passkey', () => pressPasskey(own))
  const answers = await Promise.all([1, 2, 3, 4].map(() => post('/sign-in/passkey', form)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [303, 422, 422, 422])
  assert.equal((await post('/sign-in/passkey', form)).statusCode, 422)
  await own.context.close()
})

test('an answer that is late, is to another challenge, comes from another site or is signed by another is refused', async () => {
  const own = await device()
  await signIn(own)
  await addPasskey(own)
  await own.context.clearCookies()
  const again = () => caught(own, '/sign-in/passkey', () => pressPasskey(own))
  const status = async (form: string) => (await post('/sign-in/passkey', form)).statusCode
  const late = await again()
  await db().updateTable('passkey_challenges').set({ expires_at: Temporal.Now.instant() }).execute()
  assert.equal(await status(late), 422)
  assert.equal(
    await status(
      inClientData(await again(), (said) => {
        said['challenge'] = 'x'.repeat(32)
      }),
    ),
    422,
  )
  assert.equal(
    await status(
      inClientData(await again(), (said) => {
        said['origin'] = 'http://elsewhere.example'
      }),
    ),
    422,
  )
  const [first, second] = [await again(), await again()]
  const signature = JSON.parse(new URLSearchParams(second).get('credential') ?? '').response.signature
  assert.equal(
    await status(
      changed(first, (credential) => {
        ;(credential as unknown as { response: { signature: string } }).response.signature = signature
      }),
    ),
    422,
  )
  await own.context.close()
})

test('when the count of a passkey goes back there may be a copy of it: it is refused, and its owner’s history says so', async () => {
  const own = await device()
  await signIn(own)
  await addPasskey(own)
  await own.context.clearCookies()
  await db().updateTable('passkeys').set({ counter: 1_000_000 }).where('person_id', '=', person.id).execute()
  await pressPasskey(own)
  await own.page.getByRole('heading', { name: 'This passkey did not sign you in' }).waitFor()
  assert.equal((await happened())[0], 'passkey.suspected')
  await own.context.close()
})

test('a passkey made for one person is not kept for another, nor kept twice', async () => {
  const own = await device()
  await signIn(own)
  const form = await caught(own, '/account/passkeys', async () => {
    await own.page.goto(`${base}/account/passkeys`)
    await own.page.getByLabel('What you call it').fill('mine')
    await own.page.getByRole('button', { name: 'Add a passkey' }).click()
  })
  assert.match(form, /credential=/)
  const owner = person
  person = await makePerson(db())
  const { token } = await transaction(here.visitor(), (tx) => beginSession(tx, person.id, null))
  const stranger = await post('/account/passkeys', form, { cookie: `${sessionCookie}=${token}` })
  assert.equal(stranger.statusCode, 422)
  const kept = await db()
    .selectFrom('passkeys')
    .select('person_id')
    .where('person_id', 'in', [owner.id, person.id])
    .execute()
  assert.deepEqual(kept, [])
  await own.context.close()
})

test('an erased person’s passkey signs nobody in', async () => {
  const own = await device()
  await signIn(own)
  await addPasskey(own)
  await own.context.clearCookies()
  await db().updateTable('people').set({ erased_at: here.visitor().now }).where('id', '=', person.id).execute()
  await pressPasskey(own)
  await own.page.getByRole('heading', { name: 'This passkey did not sign you in' }).waitFor()
  await own.context.close()
})

test('of a challenge only a hash is kept', async () => {
  const answer = await post('/sign-in/passkey/options', '')
  const { challenge } = answer.json<{ challenge: string }>()
  const kept = JSON.stringify(await db().selectFrom('passkey_challenges').selectAll().execute())
  assert.ok(challenge.length > 30 && !kept.includes(challenge))
})

test('without JavaScript the page says so, and the mail stands first', async () => {
  const page = await newPage(chromium, { javaScriptEnabled: false })
  await page.goto(`${base}/sign-in`)
  assert.match(await textOf(page), /A passkey needs JavaScript/)
  assert.ok(await page.getByRole('button', { name: 'Send me a link' }).isVisible())
  await page.context().close()
})

test('passkeys belong to a name: at a number, or in the clear elsewhere than on this machine, there are none', async () => {
  const at = (baseUrl: string) => placeOf({ baseUrl })?.rpId ?? null
  assert.equal(at('https://hubs.example'), 'hubs.example')
  assert.equal(at('http://localhost:3000'), 'localhost')
  assert.equal(at('http://127.0.0.1:3000'), null)
  assert.equal(at('http://[::1]:3000'), null)
  assert.equal(at('http://hubs.example'), null)
})
