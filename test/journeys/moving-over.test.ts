import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { listedSchools } from '../../db/seeds/world/old-lists.ts'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { bookingFile, handKeptFile } from '../support/old-lists.ts'

const hub = '/hub/london-central-and-west'
let world: Demonstration
let browser: Browser

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await world?.stop()
})

const requests = async (): Promise<number> => {
  const { rows } = await world.installation.connections.pool.query<{ count: number }>(
    `select count(*)::int as count from expressions_of_interest i join offers o on o.id = i.offer_id join projects p on p.id = o.project_id join hubs h on h.id = o.hub_id
      where h.slug = 'london-central-and-west' and p.title = 'Years 5 to 8 Continuity' and i.status = 'confirmed'`,
  )
  return rows[0]?.count ?? 0
}

const mails = async (): Promise<number> =>
  Number((await world.installation.connections.pool.query('select count(*) from messages')).rows[0].count)

const bring = async (page: Page, file: { name: string; buffer: Buffer }): Promise<void> => {
  await page.goto(`${world.base}${hub}`)
  await page
    .getByRole('link', { name: 'Imports' })
    .or(page.getByRole('button', { name: 'Imports' }))
    .first()
    .click()
  await page
    .getByRole('button', { name: 'Import a spreadsheet' })
    .or(page.getByRole('link', { name: 'Import a spreadsheet' }))
    .first()
    .click()
  await page.getByLabel('Requests to join one of our offers').check()
  const offer = page.getByLabel('Which offer did they ask to join?')
  const choice = await offer
    .locator('option', { hasText: /^Years 5 to 8 Continuity/ })
    .first()
    .textContent()
  await offer.selectOption({ label: choice ?? '' })
  await page.getByLabel('The file').setInputFiles({ ...file, mimeType: 'text/csv' })
  await page.getByRole('button', { name: 'Upload and continue' }).click()
  await page.getByRole('heading', { level: 1, name: 'What the columns mean' }).waitFor()
}

test('a hub moves a booking list of 500 rows over, gets the refused rows back, and takes it all back again', async () => {
  const page = await newPage(browser)
  await signInAs(page, world.base, 'Rohan Petrescu')
  const [requestsBefore, mailsBefore] = [await requests(), await mails()]
  const listed = listedSchools(250, { each: 2, seed: 500 })
  const broken = bookingFile(listed)
    .toString('latin1')
    .replace(listed[120]?.people[1]?.email ?? '', '07700 900777')
  await bring(page, { name: 'bookings.csv', buffer: Buffer.from(broken, 'latin1') })
  assert.match(await textOf(page), /Windows-1252, separated by semicolons/)
  assert.match(await textOf(page), /matched before, as “Booking list”/)
  assert.equal(await page.getByLabel('What Attendee means').inputValue(), 'person_name')
  const began = performance.now()
  await page.getByRole('button', { name: 'Read the rows' }).click()
  await page.getByRole('button', { name: /Import \d+ rows/ }).waitFor({ timeout: 30_000 })
  const seconds = (performance.now() - began) / 1000
  console.log(`500 rows are read and shown within ${seconds.toFixed(1)} s`)
  const preview = await textOf(page)
  assert.match(preview, /Refused\s*\d+/)
  assert.equal(await requests(), requestsBefore)
  await page.getByRole('link', { name: 'Refused', exact: true }).click()
  assert.match(await textOf(page), new RegExp(`${listed[120]?.people[1]?.name}[\\s\\S]*telephone number, 07700 900777`))
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the refused rows' }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  assert.match(file, /07700 900777[\s\S]*telephone number/)
  const running = performance.now()
  await page.getByRole('button', { name: /Import \d+ rows/ }).click()
  await page.getByText('Take this import back').waitFor({ timeout: 120_000 })
  console.log(`they are imported within ${((performance.now() - running) / 1000).toFixed(1)} s`)
  assert.match(await textOf(page), /rows were imported/)
  assert.ok((await requests()) - requestsBefore > 200)
  assert.equal(await mails(), mailsBefore)
  await page.getByText('Take this import back').click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('What nobody had touched since was taken back').waitFor({ timeout: 120_000 })
  assert.equal(await requests(), requestsBefore)
  assert.equal(await mails(), mailsBefore)
})

test('a sheet kept by hand is moved over without JavaScript, its schools decided one by one', async () => {
  const page = await newPage(browser, { javaScriptEnabled: false })
  await signInAs(page, world.base, 'Rohan Petrescu')
  const listed = listedSchools(12, { authorities: ['304', '310'], each: 2, seed: 77 })
  const unclear = {
    ...listed[0],
    school: { ...listed[0]?.school, name: 'Nowhere Known College' },
  } as (typeof listed)[number]
  await bring(page, { name: 'sheet.xlsx', buffer: await handKeptFile([...listed.slice(1), unclear]) })
  assert.match(await textOf(page), /The headings stand in row 4/)
  await page.getByRole('button', { name: 'Read the rows' }).click()
  const toDecide = page.getByRole('button', { name: 'Decide which schools are meant' })
  for (let look = 0; look < 40 && (await toDecide.count()) === 0; look += 1) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  await toDecide.click()
  const question = page.getByRole('group', { name: 'Nowhere Known College' })
  await question.getByLabel('Another school').check()
  await question.getByLabel('Its URN').fill('123')
  await page.getByRole('button', { name: 'Save and look again' }).click()
  assert.match(await textOf(page), /Enter the URN of the school, six digits/)
  await question.getByLabel('Its URN').fill(String(listed[0]?.school.urn))
  await page.getByRole('button', { name: 'Save and look again' }).click()
  const ready = page.getByRole('button', { name: /Import \d+ rows/ })
  for (let look = 0; look < 40 && (await ready.count()) === 0; look += 1) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  const before = await requests()
  await ready.click()
  for (let look = 0; look < 60 && !/rows were imported/.test(await textOf(page)); look += 1) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  assert.match(await textOf(page), new RegExp(`Taken for ${listed[0]?.school.name}`))
  assert.ok((await requests()) > before)
})
