import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { goOn, openMail, schoolThatHasNotAsked } from './asking.ts'

const sender = { name: 'Beatrix Holloway', email: 'beatrix.holloway@school.example' }
const colleague = { name: 'Tobias Merriweather', email: 'tobias.merriweather@school.example' }
const headteacher = { name: 'Philippa Estcourt', email: 'philippa.estcourt@school.example' }

let world: Demonstration
let browser: Browser
let school: { name: string; urn: number }
let interestId = ''

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  school = await schoolThatHasNotAsked(world, 'Ealing', 1)
})
after(async () => {
  await browser.close()
  await world.stop()
})

const fresh = (): Promise<Page> => newPage(browser)
const overview = (page: Page) => page.getByRole('heading', { level: 1, name: `Express interest for ${school.name}` })

test('from its name alone a school sees what it can join and why, and begins to ask', async () => {
  const page = await fresh()
  await page.goto(`${world.base}/schools?q=${encodeURIComponent(school.name)}`)
  await page.getByRole('link', { name: school.name }).first().click()
  assert.match(await textOf(page), /Now[\s\S]*Secondary Subject Leadership/)
  await page.getByRole('link', { name: /Ask to join.*Secondary Subject Leadership.*London Central and West/ }).click()
  await page.getByRole('heading', { level: 1, name: `Can ${school.name} join?` }).waitFor()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Your name').fill(sender.name)
  await page.getByLabel('Your email address').fill(sender.email)
  await page.getByLabel('What you do').selectOption('head_of_department')
  await page.getByRole('button', { name: 'Save and come back later' }).click()
  await overview(page).waitFor()
  assert.match(await textOf(page), /1 of \d steps are done/)
  await page.getByRole('link', { name: /Mail me this link/ }).click()
  await page.getByRole('button', { name: 'Mail me the link' }).click()
  await overview(page).waitFor()
})

test('later she goes on by the mailed link, and a colleague helps by one of his own', async () => {
  const page = await fresh()
  await openMail(page, world, sender.email, 'go on with your form')
  await page.getByRole('link', { name: /ask a colleague to help/ }).click()
  await page.getByLabel('Your name').fill(sender.name)
  await page.getByLabel('Your colleague’s name').fill(colleague.name)
  await page.getByLabel('Your colleague’s email address').fill(colleague.email)
  await page.getByRole('button', { name: 'Mail them a link' }).click()
  const other = await fresh()
  await openMail(other, world, colleague.email, 'asks for your help')
  await other.getByRole('link', { name: 'What would suit you' }).click()
  await other.getByLabel('Tuesday').check()
  await goOn(other, 'What is agreed to')
  const theirs = await fresh()
  await openMail(theirs, world, sender.email, 'go on with your form')
  assert.match(await textOf(theirs), /Saved .* by Tobias Merriweather/)
  await theirs.getByRole('link', { name: 'Who would take part' }).click()
  await theirs.getByLabel('Yes, I would take part').check()
  await goOn(theirs, 'What is agreed to')
  await theirs.getByLabel('Headteacher’s name').fill(headteacher.name)
  await theirs.getByLabel('Headteacher’s email address').fill(headteacher.email)
  const commitments = theirs.getByRole('group', { name: /What your school commits to/ })
  for (const box of await commitments.getByRole('checkbox').all()) await box.check()
  await theirs.getByLabel('I have read this policy').check()
  await goOn(theirs, 'Check your answers')
  assert.match(await textOf(theirs), /Days that suit\s*Tuesday/)
  await theirs.getByRole('button', { name: 'Send' }).click()
  await theirs.getByRole('heading', { name: 'Check your email' }).waitFor()
})

test('the headteacher agrees, she changes an answer, and the page says where it stands and by when', async () => {
  const page = await fresh()
  await openMail(page, world, sender.email, 'confirm your')
  await page.getByRole('button', { name: /confirm/i }).click()
  assert.match(await textOf(page), /asked Philippa Estcourt, your headteacher, to confirm by \d+ \w+ 2021/)
  const head = await fresh()
  await openMail(head, world, headteacher.email, 'please confirm')
  await head.getByLabel('Yes, I confirm').check()
  await head.getByRole('button', { name: 'Send answer' }).click()
  await head.getByRole('heading', { name: 'Thank you: you have confirmed' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Change your answers' }).click()
  await page.getByRole('link', { name: 'What would suit you' }).click()
  await page.getByLabel('Wednesday').check()
  await goOn(page, 'Check your answers')
  await page.getByRole('button', { name: 'Send the changes' }).click()
  await page.getByRole('heading', { level: 1, name: 'With the hub' }).waitFor()
  const text = await textOf(page)
  assert.match(text, /No date is set for the decision/)
  assert.match(text, /Days that suit\s*Tuesday\s*Wednesday/)
  assert.match(text, /The policy you agreed to[\s\S]*version \d+, as it was when you agreed to it[\s\S]*£75/)
  const row = await world.installation.connections.kysely
    .selectFrom('expressions_of_interest')
    .select(['id', 'project_id'])
    .where('sender_email', '=', sender.email)
    .executeTakeFirstOrThrow()
  interestId = row.id
  // The hub has found a larger room: one more school fits.
  await world.installation.connections.kysely
    .updateTable('groups')
    .set((set) => ({ organisations_room: set('organisations_room', '+', 1), people_room: set('people_room', '+', 1) }))
    .where('project_id', '=', row.project_id)
    .where('name', '=', 'Secondary subject leaders, Acton')
    .execute()
})

test('the hub offers a place, and the school takes it by the mailed link', async () => {
  const staff = await fresh()
  await signInAs(staff, world.base, 'Rohan Petrescu')
  await staff.goto(`${world.base}/hub/london-central-and-west/interest/${interestId}`)
  await staff.getByText('Offer a place', { exact: true }).click()
  await staff.getByLabel('Group').first().selectOption({ index: 1 })
  await staff.getByRole('button', { name: 'Offer the place' }).click()
  await staff.locator('.govuk-tag', { hasText: 'Place offered' }).first().waitFor()
  const page = await fresh()
  await openMail(page, world, sender.email, 'a place is offered to you')
  assert.match(await textOf(page), /is yours if you accept it by \d+ \w+ 2021/)
  await page.getByRole('button', { name: 'Accept the place' }).click()
  await page.getByRole('heading', { level: 1, name: 'You have a place' }).waitFor()
  assert.match(await textOf(page), /The next date is \w+ 17 November 2021/)
})
