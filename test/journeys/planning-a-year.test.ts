import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'

const groupName = 'Embedding, Ealing and Hounslow'

let world: Demonstration
let browser: Browser
let staff: Page
let group = ''

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  staff = await newPage(browser)
  await signInAs(staff, world.base, 'Rohan Petrescu')
  const found = await db().selectFrom('groups').select('id').where('name', '=', groupName).executeTakeFirstOrThrow()
  group = `${world.base}/groups/${found.id}`
})
after(async () => {
  await browser.close()
  await world.stop()
})

const db = () => world.installation.connections.kysely
const idOf = () => group.split('/').at(-1) ?? ''

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

const sessions = () =>
  db()
    .selectFrom('sessions as s')
    .leftJoin('organisations as o', 'o.id', 's.host_organisation_id')
    .select(['s.id', 's.number', 's.on_date', 's.status', 's.sequence', 'o.name as host'])
    .where('s.group_id', '=', idOf())
    .where('s.status', '<>', 'cancelled')
    .orderBy('s.number')
    .execute()

/** Mail to each address since an instant. */
const mailSince = async (since: Temporal.Instant): Promise<readonly string[]> =>
  (await db().selectFrom('messages').select('to_address').where('created_at', '>', since).execute()).map(
    ({ to_address }) => to_address,
  )

test('six workshops are proposed for seven schools at the schools in turn, with reasons, and one proposal is planned', async () => {
  await staff.goto(`${group}/schedule`)
  await staff.getByLabel('At its schools in turn').check()
  await press(staff, 'Propose dates')
  const text = await textOf(staff)
  assert.match(text, /6 dates of 2 hours 30 minutes[\s\S]*at its schools in turn/)
  assert.match(text, /weeks lie between one session and the next/)
  await press(staff, 'Plan proposal 1')
  assert.match(await textOf(staff), /The dates are planned\. They are provisional: nobody is told/)
  const planned = await sessions()
  assert.deepEqual(
    planned.map(({ status, host }) => `${status} ${host}`),
    Array.from({ length: 6 }, () => 'provisional null'),
  )
})

test('the third and all later ones are shifted, as was shown before, and no date falls on another', async () => {
  const before = await sessions()
  await staff.getByRole('link', { name: 'Shift session 3' }).click()
  await staff.getByRole('radio', { name: /It and the 3 after it/ }).check()
  await staff.getByRole('radio').nth(4).check()
  await press(staff, 'Show what would move')
  assert.match(await textOf(staff), /Nobody has been told these dates, so no mail is sent/)
  await press(staff, 'Move these 4 sessions')
  assert.match(await textOf(staff), /Moved\./)
  const moved = await sessions()
  const days = (list: typeof moved) => list.map(({ on_date: day }) => day?.toString())
  assert.deepEqual(days(moved).slice(0, 2), days(before).slice(0, 2))
  assert.ok(
    days(moved)
      .slice(2)
      .every((day, at) => day !== days(before)[at + 2]),
  )
  assert.equal(new Set(days(moved)).size, 6)
})

test('hosts are asked in turn, the first at the lead’s own school; one declines, and only that session is asked of another', async () => {
  await staff.getByRole('link', { name: 'Who hosts its sessions' }).click()
  assert.match(await textOf(staff), /The first session is at the lead’s school/)
  await press(staff, 'Ask these schools')
  const asked = await hostings()
  assert.equal(asked.length, 6)
  assert.equal(new Set(asked.map(({ school }) => school)).size, 6)
  const [declining] = asked.filter(({ number }) => number === 4)
  const { to_address: address } = await db()
    .selectFrom('messages')
    .select('to_address')
    .where('subject', 'like', `%can ${declining?.school} host%`)
    .executeTakeFirstOrThrow()
  const { links } = await world.mailTo(address, 'host a session')
  const host = await newPage(browser, { viewport: { width: 390, height: 780 } })
  await host.goto(links[0] ?? '')
  await host.getByLabel(/Why not/).fill('Our hall is being painted.')
  await press(host, 'We cannot host it')
  assert.match(await textOf(host), /your answer is kept, and the lead has been told/)
  const now = await hostings()
  assert.deepEqual(
    now.filter(({ number }) => number !== 4),
    asked.filter(({ number }) => number !== 4),
  )
  const [next] = now.filter(({ number }) => number === 4)
  assert.equal(next?.status, 'asked')
  assert.notEqual(next?.school, declining?.school)
  await staff.reload()
  assert.match(await textOf(staff), new RegExp(`Declined: ${declining?.school}`))
})

const hostings = () =>
  db()
    .selectFrom('hostings as h')
    .innerJoin('sessions as s', 's.id', 'h.session_id')
    .innerJoin('organisations as o', 'o.id', 'h.organisation_id')
    .select(['s.number', 'h.status', 'o.name as school'])
    .where('s.group_id', '=', idOf())
    .where('h.status', 'in', ['asked', 'accepted'])
    .orderBy('s.number')
    .execute()

test('the dates are confirmed together, and everyone is told once with all six of them', async () => {
  const since = world.installation.clock.now()
  await staff.goto(`${group}/schedule/confirm`)
  await staff.getByLabel(/Yes: one mail each/).check()
  await press(staff, 'Confirm these dates')
  assert.match(await textOf(staff), /The dates are confirmed/)
  assert.ok((await sessions()).every(({ status }) => status === 'confirmed'))
  const told = await mailSince(since)
  const people = await db()
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .select((select) => select.fn.count<number>('a.person_id').distinct().as('people'))
    .where('p.group_id', '=', idOf())
    .where('p.status', '=', 'held')
    .where('a.to_on', 'is', null)
    .executeTakeFirstOrThrow()
  // The lead is told as well.
  assert.equal(told.length, Number(people.people) + 1)
  assert.equal(new Set(told).size, told.length)
})

test('a date moves: everyone is told once, and their calendars get the same entry with the next number', async () => {
  const since = world.installation.clock.now()
  const [, moving] = await sessions()
  await staff.goto(`${group}/schedule/shift/${moving?.id}`)
  await staff.getByRole('radio').first().check()
  await press(staff, 'Show what would move')
  assert.match(await textOf(staff), /15 people have been told\. Each is sent one mail/)
  await press(staff, 'Move it')
  const told = await mailSince(since)
  assert.equal(told.length, 15)
  assert.equal(new Set(told).size, 15)
  const { invitations } = await world.mailTo(told[0] ?? '')
  const entry = new RegExp(`UID:session-${moving?.id}@tessellate\\r\\nSEQUENCE:${(moving?.sequence ?? 0) + 1}\\r\\n`)
  assert.equal(invitations.filter((text) => entry.test(text)).length, 1)
})
