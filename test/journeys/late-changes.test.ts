import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { schools } from '../../db/seeds/facts/schools.ts'
import { registerLines } from '../../db/seeds/registers/file.ts'
import { columnsOfDemonstration, saidOf } from '../../db/seeds/registers/said-of.ts'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { openMail, schoolThatHasNotAsked } from './asking.ts'

const hub = '/hub/london-central-and-west'
const full = 'Secondary subject leaders, Acton'
const small = 'Mastery Advocates, Teaselmere'

let world: Demonstration
let browser: Browser
let staff: Page

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  staff = await newPage(browser)
  await signInAs(staff, world.base, 'Rohan Petrescu')
})
after(async () => {
  await browser.close()
  await world.stop()
})

const openGroup = async (name: string): Promise<void> => {
  await staff.goto(`${world.base}${hub}/groups`)
  await staff.getByRole('link', { name }).click()
}

const senderOf = async (organisation: string, project: string): Promise<string> =>
  (
    await world.installation.connections.kysely
      .selectFrom('expressions_of_interest as i')
      .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
      .innerJoin('projects as p', 'p.id', 'i.project_id')
      .innerJoin('offers as f', 'f.id', 'i.offer_id')
      .innerJoin('hubs as h', 'h.id', 'f.hub_id')
      .select('i.sender_email')
      .where('o.name', '=', organisation)
      .where('p.title', '=', project)
      .where('p.year', '=', 2021)
      .where('h.slug', '=', 'london-central-and-west')
      .executeTakeFirstOrThrow()
  ).sender_email

test('a group is full: the next who asks is put in line, and room that is added goes to whoever is first', async () => {
  await staff.goto(`${world.base}${hub}/interest?q=swiftcombe&status=confirmed`)
  await staff.getByRole('link', { name: 'Swiftcombe Academy' }).click()
  await staff.getByText('Offer a place').first().click()
  await staff
    .getByLabel('Group')
    .first()
    .selectOption({ label: `${full}: 0 places, 0 people free` })
  await staff.getByRole('button', { name: 'Offer the place' }).click()
  await staff.getByText('There is a problem').waitFor()
  assert.match(await textOf(staff), /This group is full|no room/)
  await staff.getByRole('button', { name: 'Put on the waiting list' }).click()
  await staff.getByText('On the waiting list since').waitFor()
  await openGroup(full)
  await staff.getByRole('button', { name: 'Change details' }).click()
  const room = staff.getByLabel('How many schools can join?')
  await room.fill(String(Number(await room.inputValue()) + 1))
  const people = staff.getByLabel('How many people is there room for?')
  await people.fill(String(Number(await people.inputValue()) + 2))
  await staff.getByRole('button', { name: 'Save' }).click()
  await staff.getByText('The details are saved.').first().waitFor()
  const first = await senderOf('Herons Reach Academy', 'Secondary Subject Leadership')
  assert.match((await world.mailTo(first, 'a place is offered')).text, new RegExp(full))
})

test('a person has moved: the place stays with the school, and whoever follows is sent the dates', async () => {
  await staff.goto(`${world.base}${hub}/people/moves`)
  await staff.getByRole('link', { name: 'Decide about Xanthe Zielinski' }).click()
  assert.match(await textOf(staff), /keeps its place for 2 people; one person stays named/)
  await staff.getByRole('radio', { name: /The place stays with/ }).check()
  await staff.getByLabel('Who follows? (optional)').fill('Ludmila Farthing')
  await staff.getByLabel('Their email address').fill('ludmila.farthing@oswins.sch.example')
  await staff.getByRole('button', { name: 'Decide' }).click()
  assert.match(await textOf(staff), /Everybody concerned has been told[\s\S]*Ludmila Farthing follows/)
  assert.equal((await world.mailTo('ludmila.farthing@oswins.sch.example')).invitations.length, 3)
})

test('a school has closed: the register says so, the national team says which follows, and its place goes on there', async () => {
  const closing = schools.find(({ name }) => name === 'Vetchmere School')
  assert.ok(closing)
  const follows = await schoolThatHasNotAsked(world, 'Hillingdon')
  const closed = { ...saidOf(closing), 'EstablishmentStatus (code)': 2, CloseDate: '17-10-2021' }
  const national = await newPage(browser)
  await signInAs(national, world.base, 'Farida Okonjo')
  await national.goto(`${world.base}/network/registers/files`)
  await national.getByRole('radio', { name: /Schools register/ }).check()
  await national.getByLabel('The file').setInputFiles({
    name: 'closed.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([...registerLines([closed], columnsOfDemonstration)].join(''), 'latin1'),
  })
  await national.getByLabel(/Read it all the same/).check()
  await national.getByRole('button', { name: 'Send and read' }).click()
  await national.waitForURL(/\/network\/registers\/(?!files)/)
  await national.goto(`${world.base}/network/registers`)
  await national.getByRole('link', { name: 'Decide about Vetchmere School' }).click()
  await national.getByRole('radio', { name: /Another school takes over/ }).check()
  await national.getByLabel('URN of the school that takes over').fill(String(follows.urn))
  await national.getByRole('button', { name: 'Save the decision' }).click()
  await openGroup(small)
  assert.match(await textOf(staff), new RegExp(follows.name))
  assert.doesNotMatch(await textOf(staff), /Vetchmere School\b(?! \()/)
})

test('a group is called off: what that does is said first, and those who had a place come first for another', async () => {
  await openGroup(small)
  await staff.getByRole('link', { name: 'Call the group off' }).click()
  assert.match(await textOf(staff), /The places of 2 schools end/)
  await staff.getByLabel('Why is it called off?').fill('Two schools alone are no Work Group.')
  await staff.getByRole('button', { name: 'Call the group off' }).click()
  await staff.getByText('The group is called off').first().waitFor()
  const school = await newPage(browser)
  await openMail(
    school,
    world,
    await senderOf('Swiftcombe Academy', 'Secondary Teaching for Mastery – Development'),
    'your group was called off',
  )
  await school.getByRole('heading', { name: 'On the waiting list', level: 1 }).waitFor()
  assert.match(await textOf(school), /Two schools alone are no Work Group/)
})
