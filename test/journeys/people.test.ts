import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { wordsOfPdf } from '../support/pdf-text.ts'
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

/** Waits for a mail that the worker writes by itself. */
const awaitMail = async (to: string, words: string): Promise<void> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = await world.mailTo(to, words).catch(() => null)
    if (found) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Signs in by the link in the mail, as somebody who is not of the cast. */
const signInByMail = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${world.base}/sign-in`)
  await page.getByLabel('Email address').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await awaitMail(address, 'sign-in code')
  await openMail(page, world, address, 'sign-in code')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

test('a school’s second colleague is invited, and takes over', async () => {
  const address = 'wilhelmina.okafor@tamsel.sch.example'
  const nadia = await newPage(browser)
  await signInAs(nadia, world.base, 'Nadia Rosewarne')
  await nadia.goto(`${world.base}/account/school`)
  await nadia.getByRole('button', { name: 'Invite a colleague' }).click()
  await nadia.getByLabel('Full name').fill('Wilhelmina Okafor')
  await nadia.getByLabel('Email address').fill(address)
  await nadia.getByLabel('What they do there').selectOption('class_teacher')
  await nadia.getByRole('radio', { name: 'Yes, as a lead' }).check()
  await nadia.getByRole('button', { name: 'Send the invitation' }).click()
  assert.match(await textOf(nadia), /The invitation has been sent/)

  const colleague = await newPage(browser)
  await openMail(colleague, world, address, 'you are invited')
  assert.match(await textOf(colleague), /school lead at Tamsel Park School/)
  await colleague.getByRole('button', { name: 'Accept' }).click()
  await colleague.getByRole('heading', { name: 'Thank you' }).waitFor()
  assert.equal(await colleague.getByRole('button', { name: 'Sign out' }).count(), 0)

  await nadia.goto(`${world.base}/account/school`)
  await nadia.getByLabel(/Who takes over/).selectOption({ label: 'Wilhelmina Okafor' })
  await nadia.getByRole('button', { name: 'Hand over' }).click()
  assert.match(await textOf(nadia), /You have handed over/)
  assert.match(await textOf(nadia), /Led here by Wilhelmina Okafor/)

  await signInByMail(colleague, address)
  await colleague.goto(`${world.base}/account/school`)
  assert.match(await textOf(colleague), /Nadia Rosewarne/)
  await colleague.getByRole('button', { name: 'Invite a colleague' }).waitFor()
})

test('a tutor updates her address: confirmed from the new one, told to the old one, seen by the hub', async () => {
  const [old, fresh] = ['ottoline.bhattacharya@saltings.example', 'ottoline@home.example']
  const tutor = await newPage(browser)
  await signInAs(tutor, world.base, 'Ottoline Bhattacharya')
  await tutor.getByRole('contentinfo').getByRole('link', { name: 'Update my contact details' }).click()
  await tutor.getByRole('link', { name: 'Change your email address' }).click()
  await tutor.getByLabel('New email address').fill(fresh)
  await tutor.getByRole('button', { name: 'Continue' }).click()
  assert.match(await textOf(tutor), /waits to be confirmed/)

  await openMail(tutor, world, fresh, 'Confirm your new email address')
  await tutor.getByRole('button', { name: 'Yes, write to me here' }).click()
  await tutor.getByRole('heading', { name: 'This address is yours' }).waitFor()
  const { text } = await world.mailTo(old, 'has been changed')
  assert.match(text, /Stop this change/)
  assert.doesNotMatch(text, /ottoline@home/)

  const hub = await newPage(browser)
  await signInAs(hub, world.base, 'Perpetua Vance-Iqbal')
  await hub.goto(`${world.base}/hub/venn-essex/people?q=ottoline`)
  assert.match(await textOf(hub), /Is written to at a new address/)
  await hub.getByRole('table').first().getByRole('link', { name: 'Ottoline Bhattacharya' }).click()
  assert.match(await textOf(hub), /ottoline@home\.example/)
})

test('whoever holds a mail that was passed on learns and changes nothing', async () => {
  const { text } = await world.mailTo('ifeoma.castellan@brackenwell.sch.example', '')
  const link = /https?:\/\/\S+\/details\/\S+/.exec(text)?.[0] ?? ''
  const stranger = await newPage(browser)
  await stranger.goto(link)
  assert.doesNotMatch(await textOf(stranger), /Ifeoma|Castellan|brackenwell/)
  await stranger.getByRole('button', { name: 'Send me a link' }).click()
  await stranger.getByRole('heading', { name: 'Check your email' }).waitFor()
  assert.equal(await stranger.getByRole('button', { name: 'Sign out' }).count(), 0)
})

test('a hub decides that somebody who changed school goes on for the new one', async () => {
  const hub = await newPage(browser)
  await signInAs(hub, world.base, 'Rohan Petrescu')
  await hub.goto(`${world.base}/hub/london-central-and-west/people/moves`)
  await hub
    .getByRole('link', { name: /^Decide about/ })
    .first()
    .click()
  assert.match(await textOf(hub), /it counts for .* from today/)
  await hub.getByRole('radio', { name: /goes on for/ }).check()
  await hub.getByRole('button', { name: 'Decide' }).click()
  assert.match(await textOf(hub), /Everybody concerned has been told/)
  assert.match(await textOf(hub), /Goes on for/)
})

test('a hub merges two records of one person after a dry run, choosing what to keep, and parts them again', async () => {
  const people = `${world.base}/hub/london-central-and-west/people`
  const hub = await newPage(browser)
  await signInAs(hub, world.base, 'Rohan Petrescu')
  await hub.goto(`${people}/duplicates`)
  assert.match(await textOf(hub), /2 pairs/)
  const pair = hub.getByRole('row').filter({ hasText: 'Similar names, the same post and the same school' })
  await pair.getByRole('link').click()
  await hub.getByRole('heading', { name: /^Are .* the same\?$/ }).waitFor()
  const [kept = '', merged = ''] = new URL(hub.url()).pathname.split('/').slice(-2)

  const before = await textOf(hub)
  assert.match(before, /What would move/)
  assert.match(before, /1 part they may play: school lead/)
  const name = await hub.getByRole('group', { name: 'Name' }).getByRole('radio').first().locator('..').textContent()
  const address = hub.getByRole('group', { name: 'Main email address' })
  await address.getByRole('radio', { name: /@maths\.example$/ }).check()
  await hub.getByRole('button', { name: 'Merge the two' }).click()
  assert.match(await textOf(hub), /The two are one record/)
  const mergePage = hub.url()

  await hub.goto(`${people}/${merged}`)
  assert.equal(hub.url(), `${people}/${kept}`)
  assert.match(await textOf(hub), new RegExp(`${name?.trim()}[\\s\\S]*@maths\\.example`))
  await hub.goto(`${people}/duplicates`)
  assert.match(await textOf(hub), /1 pairWho/)

  await hub.goto(mergePage)
  await hub.getByRole('button', { name: /undo/i }).click()
  assert.match(await textOf(hub), /The merge is undone/)
  await hub.goto(`${people}/${merged}`)
  assert.equal(hub.url(), `${people}/${merged}`)
  assert.match(await textOf(hub), /may be here twice/)
})

const reportsOf = async (page: Page): Promise<{ pdf: Buffer; json: { about: string; controller: string } }> => {
  await page.goto(`${world.base}/account/data`)
  const [pdf, json] = await Promise.all(
    ['PDF', 'file for programs'].map((name) =>
      page
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first()
        .getAttribute('href'),
    ),
  )
  const open = async (href: string | null | undefined) => (await page.request.get(`${world.base}${href}`)).body()
  return { pdf: await open(pdf), json: JSON.parse((await open(json)).toString()) }
}

test('a person gets everything that is held about them, and the hub has it made for somebody who cannot', async () => {
  const ifeoma = await newPage(browser)
  await signInAs(ifeoma, world.base, 'Ifeoma Castellan')
  await ifeoma.goto(`${world.base}/account/data`)
  assert.match(await textOf(ifeoma), /Rohan Petrescu/, 'who has read about her')
  await ifeoma.getByRole('button', { name: 'Make a report' }).click()
  await ifeoma.getByRole('heading', { name: 'What is held about you' }).waitFor()
  const { pdf, json } = await reportsOf(ifeoma)
  assert.deepEqual([json.about, json.controller], ['Ifeoma Castellan', 'Department for Education'])
  const words = wordsOfPdf(pdf)
  for (const said of ['Ifeoma Castellan', 'Department for Education', 'ifeoma.castellan@brackenwell.sch.example'])
    assert.ok(words.includes(said), said)

  const adaeze = await newPage(browser)
  await signInAs(adaeze, world.base, 'Adaeze Lindqvist')
  await adaeze.goto(`${world.base}/hub/london-central-and-west/personal-data`)
  await adaeze.getByLabel('Name or email address').fill('Castellan')
  await adaeze.getByRole('button', { name: 'Search' }).click()
  await adaeze.getByRole('link', { name: 'Ifeoma Castellan' }).click()
  await adaeze.getByLabel('Why do you ask for them?').fill('She rang on 18 October and cannot sign in')
  await adaeze.getByRole('button', { name: 'Make a report for them' }).click()
  await adaeze.waitForLoadState()
  await awaitMail('ifeoma.castellan@brackenwell.sch.example', 'report is ready')
  await ifeoma.goto(`${world.base}/account/data`)
  assert.match(await textOf(ifeoma), /Adaeze Lindqvist/)
})

const check = (): Promise<{ status: number; said: string }> => {
  const { ownerUrl, config } = world.installation
  const env = { ...process.env, DATABASE_URL: ownerUrl, DEMO: '1', SECRET_KEY: config.secretKey }
  return new Promise((resolve) => {
    execFile(join(import.meta.dirname, '../../bin/tessellate'), ['check'], { env }, (problem, said) =>
      resolve({ status: problem ? Number(problem.code) : 0, said }),
    )
  })
}

test('a person asks to be erased, it is decided, they are gone, and what was counted stays', async () => {
  const { name, address } = await world.installation.connections.kysely
    .selectFrom('erasure_requests as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .innerJoin('email_addresses as e', 'e.person_id', 'p.id')
    .select(['p.name', 'e.address'])
    .where('r.status', '=', 'asked')
    .executeTakeFirstOrThrow()
  const person = await newPage(browser)
  await signInByMail(person, address)
  await person.goto(`${world.base}/account/data`)
  await person.getByRole('link', { name: 'See where it stands' }).click()
  await person.getByRole('button', { name: 'Take the request back' }).click()
  await person.getByLabel('Why (optional)').fill('I have left teaching for good')
  await person.getByRole('button', { name: 'Ask to be erased' }).click()
  await person.getByRole('button', { name: 'Take the request back' }).waitFor()

  const farida = await newPage(browser)
  await signInAs(farida, world.base, 'Farida Okonjo')
  const figures = async () =>
    (await (await farida.request.get(`${world.base}/network.csv`)).text()).replaceAll(/T\d\d:\d\d:\d\dZ/g, '')
  const before = await figures()
  await farida.goto(`${world.base}/network/erasures`)
  assert.match(await textOf(farida), /18 November 2021/, 'to be decided within a month')
  await farida.getByRole('link', { name }).first().click()
  assert.match(await textOf(farida), /I have left teaching for good/)
  await farida.getByRole('button', { name: `Erase ${name}` }).click()
  await farida.getByRole('heading', { name: 'Erasures', exact: true }).waitFor()
  assert.doesNotMatch(await textOf(farida), new RegExp(name))

  await person.goto(`${world.base}/account`)
  await person.getByRole('heading', { name: 'Sign in' }).waitFor()
  await farida.goto(`${world.base}/network/personal-data?q=${encodeURIComponent(name)}`)
  assert.doesNotMatch(await textOf(farida), new RegExp(`${name}|${address}`))
  assert.equal(await figures(), before)
  assert.deepEqual(await check(), { status: 0, said: '' })
})
