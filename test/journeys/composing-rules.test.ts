import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'

let world: Demonstration
let browser: Browser
let team: Page

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  team = await newPage(browser)
  await signInAs(team, world.base, 'Farida Okonjo')
})
after(async () => {
  await browser.close()
  await world.stop()
})

const add = async (fact: RegExp, group = 0): Promise<void> => {
  const choice = team.locator('select', { has: team.locator('option', { hasText: 'Choose a fact' }) }).nth(group)
  const label = (await choice.locator('option').allTextContents()).find((text) => fact.test(text))
  assert.ok(label, String(fact))
  await choice.selectOption({ label })
  await team.getByRole('button', { name: 'Add this fact' }).nth(group).click()
}

test('a project with three unlike rules gets a fourth, composed of facts, and all are tried before they are public', async () => {
  await team.goto(`${world.base}/network/projects?year=2022-23`)
  await team.getByRole('link', { name: 'Leading a Department through Change' }).first().click()
  await team.getByRole('link', { name: 'Rules of who can take part, fact by fact' }).click()
  const before = await textOf(team)
  assert.match(before, /has been for at least a year/)
  assert.match(before, /has not taken part in Development in the same year/)
  assert.match(before, /At least 2 of these:/)

  await team.getByRole('button', { name: 'Compose a rule' }).click()
  await team.getByLabel('It decides').check()
  await add(/How many of its pupils can have free school meals|how many of its pupils can have free school meals/)
  await team.getByLabel('At least', { exact: true }).fill('many')
  await team.getByRole('button', { name: 'Save the rule' }).click()
  assert.match(await team.title(), /^Error:/)
  await team.getByLabel('At least', { exact: true }).fill('15')
  await team.getByRole('button', { name: 'Propose a sentence' }).click()
  const proposed = 'At least 15% of your pupils can have free school meals.'
  assert.equal(await team.getByLabel('The rule in a sentence').inputValue(), proposed)
  await team.getByRole('button', { name: 'Save the rule' }).click()
  await team.getByRole('heading', { name: proposed }).waitFor()

  await team.getByRole('link', { name: /^Try these rules/ }).click()
  const tried = await textOf(team)
  assert.match(tried, /\d+ of \d+ requests would get another verdict/)
  assert.match(tried, /London Central and West/)
  assert.doesNotMatch(tried, /Nadia Rosewarne/)
})
