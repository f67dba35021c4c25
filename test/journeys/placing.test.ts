import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newId } from '../../src/vocabulary/ids.ts'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { makeGroup, makeOffer, makeProject, makeSchool } from '../support/records.ts'

const title = 'Placed in fourteen groups'
const groupCount = 14
const schoolCount = 120
let world: Demonstration
let browser: Browser
let staff: Page
let run: string

/** Fourteen groups along two roads, and 120 schools around them: one more than there are places. */
const fill = async ({ installation }: Demonstration): Promise<void> => {
  const db = installation.connections.kysely
  const { id: hubId } = await db
    .selectFrom('hubs')
    .select('id')
    .where('slug', '=', 'london-central-and-west')
    .executeTakeFirstOrThrow()
  const projectId = await makeProject(db, { title })
  const offerId = await makeOffer(db, hubId, projectId)
  const at = (n: number, off = 0) => ({
    easting: 520_000 + (n % 7) * 12_000 + off * 300,
    northing: 180_000 + Math.floor(n / 7) * 12_000 + off * 100,
  })
  for (let n = 0; n < groupCount; n += 1) {
    const venueId = newId()
    const name = `Hall ${String(n + 1).padStart(2, '0')}`
    await db
      .insertInto('venues')
      .values({ id: venueId, hub_id: hubId, name, short_name: name, address: 'A street', ...at(n) })
      .execute()
    const room = n === 0 || n >= 8 ? 8 : 9
    await makeGroup(db, hubId, projectId, {
      name: `Group at ${name}`,
      offer_id: offerId,
      venue_id: venueId,
      organisations_room: room,
      people_room: room,
      organisations_minimum: 6,
    })
  }
  const clock = installation.clock.now()
  const rows = []
  for (let n = 0; n < schoolCount; n += 1) {
    const group = n < 112 ? n % groupCount : n - 112
    const id = newId()
    const organisationId = await makeSchool(db, {
      name: `Asking School ${String(n + 1).padStart(3, '0')}`,
      ...at(group, 1 + Math.floor(n / groupCount)),
    })
    rows.push({
      id,
      offer_id: offerId,
      project_id: projectId,
      organisation_id: organisationId,
      status: 'confirmed',
      travel_limit_miles: 6,
      sender_name: 'A lead of maths',
      sender_email: `lead-${n}@asking.example`,
      sender_post: 'maths_subject_lead',
      created_at: clock,
      confirmed_email_at: clock,
      received_at: clock.add({ seconds: n }),
      verdicts_reached_at: clock,
    })
  }
  await db.insertInto('expressions_of_interest').values(rows).execute()
}

before(async () => {
  world = await startDemonstration()
  await fill(world)
  browser = await openBrowser()
  staff = await newPage(browser)
  await signInAs(staff, world.base, 'Rohan Petrescu')
})
after(async () => {
  await browser.close()
  await world.stop()
})

const offersMade = async (): Promise<number> =>
  (
    await world.installation.connections.kysely
      .selectFrom('expressions_of_interest as i')
      .innerJoin('projects as p', 'p.id', 'i.project_id')
      .select('i.id')
      .where('p.title', '=', title)
      .where('i.status', '=', 'offered')
      .execute()
  ).length

/** The proposal, once it is worked out; the page looks again by itself. */
const proposal = async (page: Page): Promise<string> => {
  await page.getByRole('heading', { name: 'Accept the placement' }).waitFor({ timeout: 30_000 })
  return textOf(page)
}

const find = async (page: Page, school: string): Promise<void> => {
  await page.getByLabel('Find a school in this placement').fill(school)
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByText(`1 of ${schoolCount} found`).waitFor()
}

const workOutAgain = async (page: Page): Promise<string> => {
  const before = page.url()
  await page.getByRole('button', { name: 'Work it out again' }).click()
  await page.waitForURL((url) => url.pathname !== new URL(before).pathname)
  return proposal(page)
}

const nameLeftOut = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'What would place those who are left out' }).click()
  await page.getByRole('heading', { level: 1, name: 'Left out, and what would place them' }).waitFor()
  return (await page.locator('main h2').first().textContent()) ?? ''
}

test('a hub places 120 who ask into 14 groups, and pins what it knows better', async () => {
  await staff.goto(`${world.base}/hub/london-central-and-west/placement`)
  await staff.getByRole('button', { name: `Find the best placement for ${title}` }).click()
  const text = await proposal(staff)
  assert.match(text, /Placed\s*119 of 120/)
  assert.match(text, /Proved: no placement that keeps every limit is better[\s\S]*Beside first come, first served/)
  await find(staff, 'school 030')
  await staff.getByRole('link', { name: 'Change Asking School 030' }).click()
  await staff.getByLabel('Leave it out').check()
  await staff.getByRole('button', { name: 'Save' }).click()
  await find(staff, 'school 031')
  await staff.getByRole('link', { name: 'Change Asking School 031' }).click()
  await staff.getByRole('radio', { name: 'Group at Hall 03', exact: true }).check()
  await staff.getByRole('button', { name: 'Save' }).click()
  const again = await workOutAgain(staff)
  for (const pin of [/Asking School 030 is left out/, /Asking School 031 goes to Group at Hall 03/])
    assert.match(again, pin)
  assert.match(again, /Moved\s*[012]Elsewhere/)
  run = staff.url()
  await staff.getByRole('link', { name: 'Map: who goes where' }).click()
  await staff.getByRole('img', { name: 'Who goes where' }).waitFor()
  await staff.getByRole('link', { name: /^3: Group at Hall 03/ }).click()
  await staff.waitForURL(/group=3/)
  assert.match(await textOf(staff), /Asking School 031/)
})

test('one who is left out is explained, and placed by the change that is suggested', async () => {
  await staff.goto(run)
  const pin = staff.getByRole('button', { name: /^Take off ?: Asking School 030 is left out$/ })
  await pin.click()
  await staff.waitForLoadState()
  assert.match(await workOutAgain(staff), /Placed\s*119 of 120/)
  const school = await nameLeftOut(staff)
  await staff.getByText('What keeps it out of each group').click()
  assert.match(await textOf(staff), /is full|beyond the travel limit/)
  await staff.getByRole('button', { name: new RegExp(`^Find what would place it ?: ${school}$`) }).click()
  const made = staff.getByRole('button', {
    name: new RegExp(`^Give this room and work it out again ?: ${school}, One more`),
  })
  await made.first().waitFor({ timeout: 30_000 })
  assert.match(await textOf(staff), /One more place in Group at Hall \d\d would place it/)
  await made.first().click()
  const text = await proposal(staff)
  assert.match(text, /Placed\s*120 of 120/)
  assert.match(text, new RegExp(school))
})

/** Where the keyboard is: by name, or by the label of what is typed into. */
const atKeyboard = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    const label = at instanceof HTMLInputElement ? at.labels?.[0] : at
    return label?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
  })

const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    if ((await atKeyboard(page)) === name) return
  }
  assert.fail(`Nothing called ${name} is reached by the keyboard`)
}

const goTo = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

test('with a keyboard only, a school is settled, the placement worked out again and its places offered', async () => {
  await staff.reload()
  await tabTo(staff, 'Find a school in this placement')
  await staff.keyboard.type('school 077')
  await staff.keyboard.press('Enter')
  await staff.getByText(`1 of ${schoolCount} found`).waitFor()
  await goTo(staff, 'Change Asking School 077')
  await staff.getByRole('heading', { level: 1, name: 'Where does Asking School 077 go?' }).waitFor()
  await tabTo(staff, 'Nothing is settled')
  await staff.keyboard.press('ArrowUp')
  await goTo(staff, 'Save')
  await staff.getByText('Asking School 077 is left out').waitFor()
  const before = new URL(staff.url()).pathname
  await goTo(staff, 'Work it out again')
  await staff.waitForURL((url) => url.pathname !== before)
  assert.match(await proposal(staff), /Placed\s*119 of 120/)
  await goTo(staff, 'accept it')
  await goTo(staff, 'Offer 119 places')
  await staff.getByText('119 places were offered').waitFor({ timeout: 30_000 })
  assert.equal(await offersMade(), 119)
})
