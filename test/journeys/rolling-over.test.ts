import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'

const title = 'Secondary Subject Leadership'
const hub = '/hub/london-central-and-west'
let world: Demonstration
let browser: Browser
let farida: Page
let rohan: Page

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  farida = await newPage(browser)
  rohan = await newPage(browser)
  await signInAs(farida, world.base, 'Farida Okonjo')
  await signInAs(rohan, world.base, 'Rohan Petrescu')
})
after(async () => {
  await browser.close()
  await world.stop()
})

test('the national team sees what the year would leave behind, and rolls it over once', async () => {
  await farida.goto(`${world.base}/network`)
  await farida.getByRole('link', { name: 'Roll a year over' }).click()
  await farida.getByRole('link', { name: 'From 2021/22 to 2022/23' }).click()
  assert.match(await textOf(farida), /Notices of the year: Covid-19 recovery/)
  await farida.getByRole('button', { name: /Make \d+ drafts of 2022\/23/ }).click()
  await farida.getByRole('heading', { name: 'Review list of 2022/23' }).waitFor()
  await farida.goto(`${world.base}/network/years/2021-22/roll-over`)
  assert.match(await textOf(farida), /Nothing is left to carry/)
})

test('a hub reads that the new project is not published yet', async () => {
  await rohan.goto(`${world.base}${hub}`)
  await rohan.getByRole('link', { name: 'Take offers along into the next year' }).click()
  assert.match(await textOf(rohan), new RegExp(`To come[\\s\\S]*${title}`))
  assert.equal(await rohan.getByRole('button', { name: 'Take them along' }).count(), 0)
})

test('the review list is worked: a code is filled in, the rest is looked at, and the project is published', async () => {
  await farida.goto(`${world.base}/network/years/2022-23/review`)
  await farida.getByRole('link', { name: title, exact: true }).click()
  const address = farida.url()
  await farida.goto(`${address}/edit/about`)
  await farida.getByLabel('Code (leave empty while it is not known)').fill('22-15')
  await farida.getByRole('button', { name: 'Save', exact: true }).click()
  await farida.goto(`${world.base}/network/years/2022-23/review?show=all`)
  const part = () => farida.locator('section', { has: farida.getByRole('heading', { name: `${title} (NCP22-15)` }) })
  assert.match((await part().textContent()) ?? '', /No code[\s\S]*Settled/)
  for (
    let left = await part()
      .getByRole('button', { name: /Tick off/ })
      .count();
    left > 0;
    left -= 1
  ) {
    await part()
      .getByRole('button', { name: /Tick off/ })
      .first()
      .click()
    await farida.getByRole('heading', { name: 'Review list of 2022/23' }).waitFor()
  }
  assert.match((await part().textContent()) ?? '', /Nothing needs attention/)
  await farida.goto(address)
  await farida.getByRole('button', { name: `Publish ${title}` }).click()
  await farida.goto(`${world.base}/projects/NCP22-15`)
  assert.match(farida.url(), /\/projects\/2022-23\/secondary-subject-leadership$/)
  assert.match(await textOf(farida), /Continues the project of 2021\/22/)
})

test('the hub takes its offer along as a draft, and reads what stayed behind', async () => {
  await rohan.reload()
  await rohan.getByLabel(title, { exact: true }).check()
  await rohan.getByRole('button', { name: 'Take them along' }).click()
  assert.match(await textOf(rohan), /Taken along to 2022\/23[\s\S]*planned dates/)
  await rohan.getByRole('link', { name: title, exact: true }).click()
  assert.match(await textOf(rohan), /Draft/)
  assert.match(await textOf(rohan), /2022\/23/)
  const nobody = await newPage(browser)
  const answer = await nobody.goto(
    `${world.base}/hubs/london-central-and-west/offers/2022-23/secondary-subject-leadership`,
  )
  assert.equal(answer?.status(), 404)
})
