// The register on a phone in a hall without a network: kept, locked, killed, sent, and never lost or doubled.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { newPage, openBrowser, openProfile, textOf } from '../support/browser.ts'
import { type TestInstallation, testInstallation } from '../support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../support/records.ts'
import { signedInAs } from '../support/signed-in.ts'

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true }
const pin = 'seven green kites'
const names = ['Ada Quill', 'Ben Rook', 'Cy Swift', 'Di Teal', 'Ed Wren', 'Fay Lark', 'Gus Finch']

let there: TestInstallation
let app: FastifyInstance
let base: string
let groupId: string
let sessionId: string
let token: string
let profile: string
let device: BrowserContext
let page: Page
let browser: Browser

const db = () => there.installation.connections.kysely

const signIn = async (context: BrowserContext): Promise<void> => {
  const [name = '', value = ''] = token.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: base, expires: Date.now() / 1000 + 86_400 }])
}

const pageOf = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? (await context.newPage())

before(async () => {
  there = await testInstallation()
  there.clock.set('2021-11-17T10:00:00Z')
  const hub = await makeHub(db())
  const projectId = await makeProject(db())
  groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
  for (const name of names) {
    const place = await makePlace(db(), {
      groupId,
      projectId,
      organisationId: await makeSchool(db(), { name: `${name}’s school` }),
    })
    await makeParticipant(db(), place, (await makePerson(db(), name)).id)
  }
  sessionId = await makeSession(db(), groupId)
  token = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
  app = await createApp(there.installation)
  await app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  profile = await mkdtemp(join(tmpdir(), 'device-'))
  device = await openProfile(profile, phone)
  page = await pageOf(device)
  await signIn(device)
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await device.close()
  await app.close()
  await there.release()
  await rm(profile, { recursive: true, force: true })
})

const register = () => `${base}/groups/${groupId}/sessions/${sessionId}/register`
const here = () => `${base}/registers/on-this-device#${groupId}/${sessionId}`
const part = (who: string, on = page) => on.getByRole('region', { name: who, exact: true })
const waitFor = (words: string | RegExp, on = page) => on.locator('#state', { hasText: words }).waitFor()
const only = (count: number) =>
  count === 1 ? 'One mark is on this device only' : `${count} marks are on this device only`

const unlock = async (words = pin, on = page): Promise<void> => {
  await on.getByLabel('PIN of this device').fill(words)
  await on.getByRole('button', { name: 'Unlock' }).click()
}

const other = async (who: string, on = page) => {
  const details = part(who, on).locator('details')
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
  return details
}

const press = async (who: string, mark: 'Present' | 'Absent', on = page): Promise<void> =>
  part(who, on).getByRole('button', { name: mark }).click()

const standing = async (): Promise<readonly string[]> =>
  (
    await db()
      .selectFrom('standing_marks as m')
      .innerJoin('participants as a', 'a.id', 'm.participant_id')
      .innerJoin('people as e', 'e.id', 'a.person_id')
      .select(['e.name', 'm.mark', 'm.minutes', 'm.substitute'])
      .where('m.session_id', '=', sessionId)
      .execute()
  )
    .map((row) => [row.name, row.mark, row.minutes, row.substitute].filter(Boolean).join(' '))
    .toSorted()

test('a register is opened while there is a network, and a PIN chosen for the device', async () => {
  await page.goto(register())
  await page.getByRole('link', { name: /Take it on this device/ }).click()
  await page.getByLabel('Choose a PIN').fill('1234')
  await page.getByRole('button', { name: 'Use this PIN' }).click()
  assert.match(await textOf(page), /Use 6 characters or more/)
  await page.getByLabel('Choose a PIN').fill(pin)
  await page.getByLabel('The same again').fill(pin)
  await page.getByRole('button', { name: 'Use this PIN' }).click()
  await waitFor(/Everything on this device has been received/)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.locator('#state', { hasText: /received, at/ }).waitFor()
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('#device button')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect().height),
  )
  assert.ok(heights.length > 14 && Math.min(...heights) >= 44, `a button is ${Math.min(...heights)} pixels high`)
})

test('without a network it opens, every kind of mark is made, and the page says that they are here only', async () => {
  await device.setOffline(true)
  await page.goto(here())
  await page.reload()
  await unlock()
  await press('Ada Quill', 'Absent')
  await waitFor(only(1))
  await press('Ada Quill', 'Present')
  await press('Ben Rook', 'Absent')
  const late = await other('Cy Swift')
  await late.getByLabel('Minutes missed').fill('lots')
  await late.getByRole('button', { name: 'Late' }).click()
  assert.match(await textOf(page), /Enter the minutes as a number from 1 to 600/)
  await late.getByLabel('Minutes missed').fill('20')
  await late.getByRole('button', { name: 'Late' }).click()
  const early = await other('Di Teal')
  await early.getByLabel('Minutes missed').fill('45')
  await early.getByRole('button', { name: 'Left early' }).click()
  await (await other('Ed Wren')).getByRole('button', { name: 'Online' }).click()
  await (await other('Fay Lark')).getByRole('button', { name: 'Apologies' }).click()
  const substitute = await other('Gus Finch')
  await substitute.getByLabel('Who came instead').fill('Hal Stork')
  await substitute.getByRole('button', { name: 'Sent a substitute' }).click()
  await waitFor(only(8))
  await page.getByLabel('Their name').fill('Ivy Heron')
  await page.getByLabel('Their school').fill('Reed Lane')
  await page.getByRole('button', { name: 'Add them' }).click()
  await waitFor(only(9))
  await waitFor(/There is no network/)
  await assert.rejects(page.goto(`${base}/groups`), /ERR_INTERNET_DISCONNECTED/, 'no other page lies on the device')
})

test('killed and started again, it shows nothing to whoever has not the PIN, and loses nothing', async () => {
  await device.close()
  device = await openProfile(profile, phone)
  page = await pageOf(device)
  await device.setOffline(true)
  await page.goto(here())
  await page.getByText('9 marks on this device have not been sent.').waitFor()
  assert.doesNotMatch(await page.content(), /Quill|Rook|Heron|Group \d/)
  const lies = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('tessellate-registers')
      asked.onsuccess = () => resolve(asked.result)
    })
    const texts: string[] = []
    for (const name of database.objectStoreNames) {
      const all = database.transaction(name).objectStore(name).getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      const readable = (value: unknown): string =>
        value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? new TextDecoder('latin1').decode(value)
          : typeof value === 'object' && value !== null
            ? Object.entries(value)
                .map(([key, each]) => `${key} ${readable(each)}`)
                .join(' ')
            : String(value)
      texts.push(...all.result.map(readable))
    }
    return texts
  })
  assert.ok(lies.length >= 11)
  for (const text of lies) assert.doesNotMatch(text, /Quill|Stork|Heron|absent|session/)
  await unlock('seven green cats')
  await page.getByText('This is not the PIN of this device').waitFor()
  await unlock()
  await waitFor(only(9))
  assert.match((await part('Cy Swift').textContent()) ?? '', /Late, 20 minutes missed \(on this device only\)/)
})

test('wrong PINs again and again have to wait, and the right one opens then', async () => {
  await page.getByRole('button', { name: 'Lock this device' }).click()
  for (const words of ['guess 1', 'guess 2', 'guess 3']) {
    await unlock(words)
    await page.getByText(words === 'guess 3' ? /Too many wrong PINs/ : /This is not the PIN/).waitFor()
  }
  await unlock()
  await page.getByText(/Too many wrong PINs. Wait \d+ seconds/).waitFor()
  await page.clock.install({ time: Date.now() + 40_000 })
  await unlock()
  await waitFor(only(9))
  await page.clock.fastForward('06:00')
  await page.getByText('9 marks on this device have not been sent.').waitFor()
})

test('with a network again everything is sent by itself, each mark once', async () => {
  await unlock()
  await waitFor(only(9))
  await device.setOffline(false)
  await page.clock.runFor(10_000)
  await waitFor(/Everything on this device has been received/)
  assert.deepEqual(await standing(), [
    'Ada Quill present',
    'Ben Rook absent',
    'Cy Swift late 20',
    'Di Teal left_early 45',
    'Ed Wren online',
    'Fay Lark apologies',
    'Gus Finch substitute Hal Stork',
  ])
  const walkIns = await db().selectFrom('walk_ins').select('said_name').execute()
  assert.deepEqual(walkIns, [{ said_name: 'Ivy Heron' }])
  await there.requireNoFaults()
})

test('two devices that have not seen each other leave one mark where they agree, and both where they differ', async () => {
  const second = await newPage(browser, phone)
  await signIn(second.context())
  await second.goto(here())
  await second.getByLabel('Choose a PIN').fill('another pin')
  await second.getByLabel('The same again').fill('another pin')
  await second.getByRole('button', { name: 'Use this PIN' }).click()
  await waitFor(/has been received/, second)
  await second.context().setOffline(true)
  await device.setOffline(true)
  await press('Ben Rook', 'Present')
  await press('Ada Quill', 'Absent')
  await press('Ben Rook', 'Present', second)
  await (await other('Ada Quill', second)).getByRole('button', { name: 'Apologies' }).click()
  await waitFor(only(2), second)
  await waitFor(only(2))
  await second.context().setOffline(false)
  await device.setOffline(false)
  await second.getByRole('button', { name: 'Send now' }).click()
  await waitFor(/has been received/, second)
  await page.getByRole('button', { name: 'Send now' }).click()
  await waitFor(/has been received/)
  const marks = await standing()
  assert.deepEqual(
    marks.filter((mark) => /Ben|Ada/.test(mark)),
    ['Ada Quill absent', 'Ada Quill apologies', 'Ben Rook present'],
  )
  await page.getByRole('link', { name: 'Settle it for Ada Quill' }).waitFor()
  await second.context().close()
})

test('signed out meanwhile, the marks wait until somebody signs in again', async () => {
  await device.clearCookies()
  await press('Ben Rook', 'Absent')
  await waitFor(/You are signed out/)
  assert.ok(await page.getByRole('link', { name: 'sign in again' }).getAttribute('href'))
  await signIn(device)
  await page.getByRole('button', { name: 'Send now' }).click()
  await waitFor(/has been received/)
  assert.ok((await standing()).includes('Ben Rook absent'))
})

test('a clock that is three hours slow is put right and told of', async () => {
  await page.clock.setSystemTime(Date.now() - 3 * 3_600_000)
  const met = page.waitForResponse(/register\.json/)
  await page.getByRole('button', { name: 'Send now' }).click()
  await (await met).finished()
  await waitFor(/has been received/)
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await press('Ed Wren', 'Absent')
  await (await sent).finished()
  await part('Ed Wren').getByText('Absent', { exact: true }).first().waitFor()
  await waitFor(/has been received/)
  const arrived = () =>
    db()
      .selectFrom('standing_marks')
      .selectAll()
      .where('mark', '=', 'absent')
      .where('device_behind_seconds', '>', 10_000)
      .executeTakeFirst()
  let mark = await arrived()
  // What is received may have been told of an earlier sending.
  for (let look = 0; !mark && look < 40; look += 1) {
    await page.waitForResponse(() => true, { timeout: 250 }).catch(() => {})
    mark = await arrived()
  }
  assert.ok(mark, 'the mark has arrived')
  assert.equal(mark.clock_changed, false)
  assert.ok(Math.abs((mark.device_behind_seconds ?? 0) - 3 * 3600) < 60)
  assert.ok(Temporal.Instant.from('2021-11-17T10:00:00Z').since(mark.recorded_at).total('seconds') < 60)
})

test('what is marked after the session was called off arrives and is shown for settling', async () => {
  await device.setOffline(true)
  await press('Gus Finch', 'Absent')
  await waitFor(only(1))
  await db()
    .updateTable('sessions')
    .set({ status: 'cancelled', status_reason: 'Snow' })
    .where('id', '=', sessionId)
    .execute()
  await device.setOffline(false)
  await page.getByRole('button', { name: 'Send now' }).click()
  await waitFor(/has been received/)
  await page.reload()
  await unlock()
  await page.getByText('One mark waits to be settled').waitFor()
  await page.getByRole('link', { name: 'See the register' }).click()
  assert.match(await textOf(page), /Gus Finch[\s\S]*The session was called off before the mark arrived/)
  await there.requireNoFaults()
})

test('whoever took it leads no more: what was marked before is taken, what came after waits, and the device says so', async () => {
  const { person_id: who } = await db().selectFrom('roles').select('person_id').executeTakeFirstOrThrow()
  there.clock.set('2021-11-17T11:00:00Z')
  await db().updateTable('sessions').set({ status: 'held', status_reason: null }).where('id', '=', sessionId).execute()
  await page.goto(here())
  await unlock()
  await waitFor(/has been received/)
  await device.setOffline(true)
  await press('Di Teal', 'Absent')
  await waitFor(only(1))
  there.clock.set('2021-11-17T12:00:00Z')
  await db()
    .updateTable('roles')
    .set({ to_on: Temporal.PlainDate.from('2021-11-16'), ended_at: there.clock.now() })
    .where('person_id', '=', who)
    .execute()
  await device.setOffline(false)
  await page.getByRole('button', { name: 'Send now' }).click()
  await page.getByText(/You worked on .* until 17 November 2021/).waitFor()
  await waitFor(/has been received/)
  assert.doesNotMatch(await textOf(page), /Teal|not on the list/)
  assert.ok((await standing()).includes('Di Teal absent'))
  await there.requireNoFaults()
})
