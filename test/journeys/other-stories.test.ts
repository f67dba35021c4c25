import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { openMail } from './asking.ts'

let world: Demonstration
let browser: Browser

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.stop()
})

test('an ITT tutor applies as an institution, states a theme, and is asked for no headteacher', async () => {
  const tutor = await newPage(browser)
  await tutor.goto(`${world.base}/hubs/venn-essex/offers/2024-25/strengthening-partnerships-with-itt-providers`)
  await tutor.getByRole('button', { name: /apply/i }).first().click()
  await tutor.getByLabel('Name or town of your institution').fill('North Thameside')
  await tutor.getByRole('button', { name: 'Find' }).click()
  await tutor.getByRole('link', { name: 'University of North Thameside' }).click()
  await tutor.getByRole('button', { name: 'Continue' }).click()
  assert.equal(await tutor.getByLabel(/headteacher/i).count(), 0)
  await tutor.getByLabel('Your name').fill('Leofric Mbeki-Shaw')
  await tutor.getByLabel('Your email address').fill('leofric.mbeki-shaw@northtameside.example')
  await tutor.getByLabel('What you do').selectOption('itt_tutor')
  await tutor.getByLabel('Yes, I would take part').check()
  await tutor.getByRole('radio', { name: /Curriculum/ }).check()
  for (const box of await tutor
    .getByRole('group', { name: /commits to/ })
    .getByRole('checkbox')
    .all())
    await box.check()
  await tutor.getByRole('button', { name: 'Continue' }).click()
  await tutor.getByRole('heading', { name: 'Check your answers' }).waitFor()
  await tutor.getByRole('button', { name: 'Send' }).click()
  await openMail(tutor, world, 'leofric.mbeki-shaw@northtameside.example', 'confirm your application')
  await tutor.getByRole('button', { name: /confirm/i }).click()
  assert.match(await textOf(tutor), /Venn Essex/)
})

test('a school that is misspelt is suggested while it is typed, and chosen with the arrow keys', async () => {
  const page = await newPage(browser)
  await page.goto(`${world.base}/schools`)
  await page.getByRole('combobox', { name: 'Your school, college or training provider' }).pressSequentially('tamsle pk')
  await page.getByRole('option', { name: /Tamsel Park School/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/schools\/900001$/)
  await page.getByRole('heading', { name: 'Tamsel Park School', level: 1 }).waitFor()
})

test('with a keyboard only, somebody finds a school and what it can join', async () => {
  const page = await newPage(browser)
  await page.goto(world.base)
  const box = page.getByLabel('Your school, college or training provider')
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await box.evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.type('tamsel prak')
  await page.keyboard.press('Enter')
  const school = page.getByRole('link', { name: 'Tamsel Park School' })
  await school.waitFor()
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab')
    if (await school.first().evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Tamsel Park School' }).waitFor()
  assert.match(await textOf(page), /What you can join/)
})

test('somebody who mistypes an address is asked about it, and nothing typed is lost', async () => {
  const page = await newPage(browser)
  await page.goto(`${world.base}/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership`)
  await page.getByRole('button', { name: 'Express interest' }).first().click()
  await page.getByLabel(/URN of your school/).fill('999999')
  await page.getByRole('button', { name: 'Find' }).click()
  assert.match(await textOf(page), /no school|nothing|not found|unknown/i)
  await page.getByLabel(/URN of your school/).fill('900002')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.locator('main').getByRole('link').filter({ hasNotText: 'Back' }).first().click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Your name').fill('Bea Quick')
  await page.getByLabel('Your email address').fill('bea.quick@gmial.com')
  await page.getByRole('button', { name: 'Continue' }).click()
  assert.match(await page.title(), /^Error: /)
  assert.match(await textOf(page), /gmail\.com/)
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Bea Quick')
})

test('the analyst reads the figures, and a participant finds no such page', async () => {
  const analyst = await newPage(browser)
  await signInAs(analyst, world.base, 'Gwilym Trevarthen')
  assert.equal((await analyst.goto(`${world.base}/network`))?.status(), 200)
  const participant = await newPage(browser)
  await signInAs(participant, world.base, 'Ifeoma Castellan')
  assert.equal((await participant.goto(`${world.base}/network`))?.status(), 404)
})

test('a statement with a code that was never given is said to be none', async () => {
  const page = await newPage(browser)
  const answer = await page.goto(`${world.base}/statements/TS-0000-0000`)
  assert.equal(answer?.status(), 404)
})

test('a newcomer signs in by the mailed link, which works once', async () => {
  const page = await newPage(browser)
  await page.goto(`${world.base}/sign-in`)
  await page.getByLabel('Email address').fill('rohan.petrescu@lcw-hub.example')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  const { links } = await world.mailTo('rohan.petrescu@lcw-hub.example', 'sign-in code')
  const link = links[0] ?? ''
  await page.goto(link)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  const other = await newPage(browser)
  await other.goto(link)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByRole('heading', { name: 'This link has been used or is over' }).waitFor()
})

test('the national team writes a project and publishes it, and then everybody finds it', async () => {
  const team = await newPage(browser)
  await signInAs(team, world.base, 'Farida Okonjo')
  await team.goto(`${world.base}/network`)
  await team.getByRole('link', { name: 'National catalogue' }).click()
  await team.getByRole('button', { name: 'Write a project' }).click()
  await team.getByRole('button', { name: 'Save the draft' }).click()
  assert.match(await team.title(), /^Error: /)
  await team.getByLabel('Code (leave empty').fill('ncp 2195')
  await team.getByLabel('Title').fill('Talking about Proof')
  await team.getByLabel('One sentence about it').fill('Teachers explore how pupils explain.')
  await team.getByLabel('Work Group').check()
  await team.getByLabel('A school or institution').check()
  await team.getByLabel('Secondary', { exact: true }).check()
  await team.getByLabel('Outline').fill('A year on explaining and proving.')
  await team.getByLabel('Who can take part?').fill('Teachers of secondary maths.')
  await team.getByLabel('What are the benefits?').fill('hear what pupils mean\nplan questions together')
  await team.getByRole('button', { name: 'Save the draft' }).click()
  const visitor = await newPage(browser)
  await visitor.goto(`${world.base}/projects?year=2021-22&q=talking+about+proof`)
  assert.equal(await visitor.getByRole('link', { name: 'Talking about Proof', exact: true }).count(), 0)
  await team.getByRole('button', { name: 'Publish Talking about Proof' }).click()
  await team.getByRole('link', { name: 'See it as everybody does' }).click()
  assert.match(await textOf(team), /A year on explaining and proving[\s\S]*hear what pupils mean/)
  for (const query of ['?year=2021-22', '?year=2021-22&q=talking+about+proof', '?year=2021-22&phase=secondary']) {
    await visitor.goto(`${world.base}/projects${query}`)
    await visitor.getByRole('link', { name: 'Talking about Proof', exact: true }).first().waitFor()
  }
})
