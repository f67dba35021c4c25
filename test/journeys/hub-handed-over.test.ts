import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'

const hub = '/network/hubs/east-midlands-east'
const tunde = 'tunde.hallworthy@eme-hub.example'
const newLead = { name: 'Ottoline Braithwaite', email: 'ottoline.braithwaite@tamsel.sch.example' }

let world: Demonstration
let browser: Browser
let national: Page
let groupsBefore: string

const groupsOfHub = async (): Promise<string> => {
  const page = await newPage(browser)
  await signInAs(page, world.base, 'Tunde Hallworthy')
  await page.goto(`${world.base}/hub/east-midlands-east/groups`)
  const text = await textOf(page)
  await page.context().close()
  return text
}

const fillHandOver = async (page: Page): Promise<void> => {
  await page.goto(`${world.base}${hub}/hand-over`)
  await page.getByLabel('Its URN or UKPRN').fill('900001')
  await page.getByLabel('Day').fill('18')
  await page.getByLabel('Month').fill('10')
  await page.getByLabel('Year').fill('2021')
  await page.getByRole('group', { name: 'Tunde Hallworthy' }).getByLabel('Keeps the part').check()
  await page.getByLabel('Name', { exact: true }).fill(newLead.name)
  await page.getByLabel('Email address').fill(newLead.email)
  await page.getByRole('button', { name: 'See what changes' }).click()
  await page.getByRole('heading', { name: 'Check the hand-over' }).waitFor()
}

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  groupsBefore = await groupsOfHub()
  national = await newPage(browser)
  await signInAs(national, world.base, 'Farida Okonjo')
})
after(async () => {
  await browser.close()
  await world.stop()
})

test('the national team finds the hub among all hubs, and what it was in an earlier year', async () => {
  await national.goto(`${world.base}/network`)
  await national.getByRole('link', { name: 'Hubs', exact: true }).click()
  assert.match(await textOf(national), /Thames Reach and Heathlands[\s\S]*Merged/)
  await national.getByRole('link', { name: 'East Midlands East' }).click()
  await national.getByLabel('As it was on').fill('1 September 2020')
  await national.getByRole('button', { name: 'Show that day' }).click()
  assert.match(await textOf(national), /On 1 September 2020[\s\S]*Led by\s*Juniperridge/)
})

test('what the hand-over does and to whom is shown before it is done', async () => {
  await fillHandOver(national)
  const text = await textOf(national)
  assert.match(text, /Leads the hub\s*Tamsel Park School/)
  assert.match(text, /No longer leads it\s*Vetchridge Primary School/)
  assert.match(text, /Keeps their part.*Tunde Hallworthy/)
  assert.match(text, /Begins as hub lead\s*Ottoline Braithwaite/)
})

test('of two who hand it over at once, the second is told to look again', async () => {
  const other = await newPage(browser)
  await signInAs(other, world.base, 'Farida Okonjo')
  await fillHandOver(other)
  await national.getByRole('button', { name: 'Hand the hub over' }).click()
  await national.getByRole('heading', { level: 1, name: 'East Midlands East' }).waitFor()
  await other.getByRole('button', { name: 'Hand the hub over' }).click()
  await other.getByRole('heading', { name: 'This has changed in the meantime' }).waitFor()
  await other.context().close()
})

test('the hub has its new lead, and its history tells the hand-over', async () => {
  await national.goto(`${world.base}${hub}`)
  const text = await textOf(national)
  assert.match(text, /Tamsel Park School\s*From 18 October 2021/)
  assert.match(text, /Vetchridge Primary School\s*From 4 January 2021 to 17 October 2021/)
  assert.match(text, /handed over to a new lead organisation/)
  const visitor = await newPage(browser)
  await visitor.goto(`${world.base}/hubs/east-midlands-east`)
  assert.match(await textOf(visitor), /Led by\s*Tamsel Park School/)
  await visitor.goto(`${world.base}/hubs/thames-reach`)
  assert.equal(new URL(visitor.url()).pathname, '/hubs/london-central-and-west')
  await visitor.context().close()
})

test('nothing of its groups is lost, and everybody concerned has one mail', async () => {
  assert.equal(await groupsOfHub(), groupsBefore)
  const kept = await world.mailTo(tunde, 'led by Tamsel Park School')
  assert.match(kept.text, /You keep your part/)
  const begins = await world.mailTo(newLead.email, 'led by Tamsel Park School')
  assert.match(begins.text, /You lead the hub/)
})
