import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { goOn, openMail } from './asking.ts'

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

const proposed = 'At least 15% of your pupils can have free school meals.'

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
  assert.equal(await team.getByLabel('The rule in a sentence').inputValue(), proposed)
  await team.getByRole('button', { name: 'Save the rule' }).click()
  await team.getByRole('heading', { name: proposed }).waitFor()

  await team.getByRole('link', { name: /^Try these rules/ }).click()
  const tried = await textOf(team)
  assert.match(tried, /\d+ of \d+ requests would get another verdict/)
  assert.match(tried, /London Central and West/)
  assert.doesNotMatch(tried, /Nadia Rosewarne/)
})

const pressed = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}

/** An open state-funded secondary school of an authority, by the share of its pupils who can have free school meals. */
const schoolBy = async (is: '<' | '>=', share: number) =>
  world.installation.connections.kysely
    .selectFrom('organisations as o')
    .innerJoin('authorities as a', 'a.code', 'o.authority_code')
    .select(['o.id', 'o.name', 'o.urn'])
    .where('a.name', '=', 'Ealing')
    .where('o.phase', '=', 'secondary')
    .where('o.status', '=', 'open')
    .where('o.free_meals_percent', is, share)
    .orderBy('o.urn')
    .executeTakeFirstOrThrow()

test('it is published, a hub offers it, a school is told no, not yet with the way, and the hub overrules with a reason', async () => {
  await team.goto(`${world.base}/network/projects?year=2022-23`)
  await team.getByRole('link', { name: 'Leading a Department through Change' }).first().click()
  await pressed(team, 'Publish Leading a Department through Change')
  const staff = await newPage(browser)
  await signInAs(staff, world.base, 'Rohan Petrescu')
  const hub = `${world.base}/hub/london-central-and-west`
  await staff.goto(`${hub}/offers/new?year=2022-23`)
  await staff.getByLabel(/Leading a Department through Change/).check()
  await pressed(staff, 'Begin the draft')
  await pressed(staff, 'Publish the offer')
  const offerId = /offers\/([^/]+)\/edit/.exec(staff.url())?.[1] ?? assert.fail(staff.url())

  const [few, many] = [await schoolBy('<', 15), await schoolBy('>=', 15)]
  const school = await newPage(browser)
  const ask = `${world.base}/offers/${offerId}/interest/new`
  await school.goto(`${ask}?organisation=${few.id}`)
  assert.match(await textOf(school), /Not as things stand[\s\S]*can have free school meals/)
  await school.goto(`${ask}?organisation=${many.id}`)
  assert.match(await textOf(school), /It depends on[\s\S]*How to get to a yes:/)
  await school.getByLabel('Head of maths department').check()
  await pressed(school, 'Answer')
  await school.getByLabel(/Since when has that post been held/).fill('1 September 2015')
  await pressed(school, 'Answer')
  assert.match(await textOf(school), /Ask to join: the hub then sees which stages your school has taken so far/)

  await school.goto(`${ask}?organisation=${few.id}`)
  await school.getByText('Ask all the same').first().click()
  await pressed(school, 'Ask all the same')
  await school.getByLabel('Your name').fill('Amara Linwood')
  await school.getByLabel('Your email address').fill('amara.linwood@school.example')
  await school.getByLabel('What you do').selectOption('head_of_department')
  await goOn(school, 'Who would take part')
  await school.getByLabel('Yes, I would take part').check()
  await goOn(school, 'What would suit you')
  await goOn(school, 'Check your answers')
  await pressed(school, 'Send')
  await openMail(school, world, 'amara.linwood@school.example', 'confirm your')
  await pressed(school, /confirm/i)

  await staff.goto(`${hub}/interest?offer=${offerId}`)
  await staff.getByRole('link', { name: few.name }).first().click()
  await staff.getByText('State what is not yet known').click()
  await staff.getByLabel(/Since when has that post been held/).fill('1 September 2015')
  await staff.getByLabel('How do you know it?').fill('told by telephone')
  await pressed(staff, 'State it')
  assert.match(await textOf(staff), /since 1 September 2015[\s\S]*the hub: told by telephone/)
  await staff.getByText('Overrule an answer').click()
  await staff.getByLabel('Rule', { exact: true }).selectOption({ label: proposed })
  await staff.getByLabel('Yes', { exact: true }).last().check()
  await staff.getByLabel('Why', { exact: true }).fill('It has just taken in a neighbour’s pupils.')
  await pressed(staff, 'Overrule')
  const decided = await textOf(staff)
  assert.match(decided, /By the rules\s*Yes Every rule is met/)
  assert.match(decided, /Overruled: Yes It has just taken in a neighbour’s pupils\./)
})
