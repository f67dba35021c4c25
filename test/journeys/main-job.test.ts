import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { type Asking, expressInterest, openMail, schoolThatHasNotAsked } from './asking.ts'

const offer = '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership'

let world: Demonstration
let browser: Browser
let teacher: Page
let first: Asking

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  teacher = await newPage(browser, { javaScriptEnabled: false })
  first = {
    school: await schoolThatHasNotAsked(world, 'Ealing'),
    sender: { name: 'Amara Linwood', email: 'amara.linwood@school.example' },
    headteacher: { name: 'Jonas Pell', email: 'jonas.pell@school.example' },
  }
})
after(async () => {
  await browser.close()
  await world.stop()
})

test('the national project is found by its code in any spelling', async () => {
  await teacher.goto(`${world.base}/projects/ncp%2021-15`)
  assert.equal(new URL(teacher.url()).pathname, '/projects/2021-22/secondary-subject-leadership')
  await teacher.getByRole('heading', { level: 1, name: 'Secondary Subject Leadership' }).waitFor()
})

test('the hub offers it with three dates, a venue, a policy and a contact', async () => {
  await teacher.goto(`${world.base}${offer}`)
  const text = await textOf(teacher)
  for (const fact of [
    '17 November 2021',
    '3 February 2022',
    '25 May 2022',
    'Twyford',
    '£75',
    'admin@lcwmathshub.co.uk',
  ])
    assert.match(text, new RegExp(fact))
})

test('a head of maths finds it by phase and words, and sees whether her school can join, rule by rule', async () => {
  await teacher.goto(`${world.base}/projects?year=2021-22&phase=secondary&q=subject+leadership`)
  await teacher.getByRole('link', { name: 'Secondary Subject Leadership' }).waitFor()
  await teacher.goto(`${world.base}/schools/${first.school.urn}`)
  const text = await textOf(teacher)
  assert.match(text, /Secondary Subject Leadership/)
  assert.match(
    text,
    /Not for you[\s\S]* teaches secondary[\s\S]* So not for you: Primary Teaching for Mastery – Development/,
  )
})

test('she expresses interest in one sitting, without an account and without JavaScript', async () => {
  await expressInterest(teacher, `${world.base}${offer}`, first)
  await openMail(teacher, world, first.sender.email, 'confirm your')
  await teacher.getByRole('button', { name: /confirm/i }).click()
  assert.match(await textOf(teacher), /headteacher/i)
})

test('the headteacher confirms by a mailed link, and the status says so in one sentence', async () => {
  const headteacher = await newPage(browser)
  await openMail(headteacher, world, first.headteacher.email, 'please confirm')
  await headteacher.getByLabel('Yes, I confirm').check()
  await headteacher.getByRole('button', { name: 'Send answer' }).click()
  await headteacher.getByRole('heading', { name: 'Thank you: you have confirmed' }).waitFor()
  await openMail(teacher, world, first.sender.email, 'we have your')
  assert.match(await textOf(teacher), /London Central and West/)
})
