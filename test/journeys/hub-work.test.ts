import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { openMail, schoolThatHasNotAsked } from './asking.ts'

const hub = '/hub/london-central-and-west'
const nadia = 'nadia.rosewarne@tamsel.sch.example'
const ifeoma = 'ifeoma.castellan@brackenwell.sch.example'

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

const openGroup = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${world.base}${hub}/groups`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('a place that a school declines goes to the next in line by itself', async () => {
  const school = await newPage(browser)
  await openMail(school, world, nadia, 'a place is offered')
  await school.getByText('We do not want this place').click()
  await school.getByRole('button', { name: 'Decline and withdraw' }).click()
  await school.waitForLoadState()
  await staff.goto(`${world.base}${hub}/interest?q=herons`)
  assert.match(await textOf(staff), /Herons Reach Academy[\s\S]*Place offered/)
  await world.mailTo('eluned.nettleship@herons-reach.sch.example', 'a place is offered')
})

test('the hub asks for the best placement of everyone, looks at the reasons, and offers the places', async () => {
  await staff.goto(`${world.base}${hub}/placement`)
  await staff
    .getByRole('button', { name: /Find the best placement for Primary Teaching for Mastery – Development/ })
    .click()
  const offered = staff.getByRole('button', { name: /Offer \d+ places/ })
  for (let look = 0; look < 20 && (await offered.count()) === 0; look += 1) {
    await staff.waitForTimeout(300)
    await staff.reload()
  }
  const text = await textOf(staff)
  assert.match(text, /Placed\s*10 of 12/)
  assert.match(text, /miles/)
  await staff.getByLabel('Day').fill('1')
  await staff.getByLabel('Month').fill('11')
  await staff.getByLabel('Year').fill('2021')
  await offered.click()
  await staff.waitForLoadState()
  await staff.goto(`${world.base}${hub}/groups`)
  assert.match(await textOf(staff), /Development, Harrow[\s\S]*5 of 5/)
})

test('a school placed in this way accepts by its mailed link', async () => {
  const { sender_email: sender } = await world.installation.connections.kysely
    .selectFrom('expressions_of_interest as i')
    .innerJoin('projects as p', 'p.id', 'i.project_id')
    .select('i.sender_email')
    .where('i.status', '=', 'offered')
    .where('p.title', '=', 'Primary Teaching for Mastery – Development')
    .executeTakeFirstOrThrow()
  const school = await newPage(browser)
  await openMail(school, world, sender, 'a place is offered')
  await school.getByRole('button', { name: 'Accept the place' }).click()
  await school.waitForLoadState()
  await world.mailTo(sender, 'you have a place')
})

test('a new group is made from the offer and begins with the dates that were planned', async () => {
  await staff.goto(`${world.base}${hub}/groups/new`)
  await staff.getByRole('link', { name: 'Secondary Subject Leadership' }).click()
  await staff.getByLabel('Name of the group').fill('Secondary subject leaders, Hounslow')
  await staff.getByLabel(/How many schools can join/).fill('6')
  await staff.getByLabel(/How many people is there room for/).fill('12')
  await staff.getByLabel(/How many schools are needed/).fill('3')
  await staff.getByLabel('Somebody else: name').fill('Olu Adair')
  await staff.getByLabel('Somebody else: email address').fill('olu.adair@school.example')
  await staff.getByRole('button', { name: 'Make the group' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Secondary subject leaders, Hounslow' }).waitFor()
  assert.match(await textOf(staff), /17 November 2021[\s\S]*3 February 2022[\s\S]*25 May 2022/)
})

test('of two tabs that change the same date, the second is told, and overwrites nothing', async () => {
  await openGroup(staff, 'Secondary subject leaders, Acton')
  await staff.getByRole('link', { name: 'Change session 2' }).click()
  const other = await staff.context().newPage()
  await other.goto(staff.url())
  await staff.getByLabel('Starts').fill('10am')
  await staff.getByLabel('Ends').fill('3pm')
  await staff.getByRole('button', { name: 'Save the session' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Secondary subject leaders, Acton' }).waitFor()
  await other.getByLabel('Starts').fill('11am')
  await other.getByRole('button', { name: 'Save the session' }).click()
  await other.getByRole('heading', { name: 'This has changed in the meantime' }).waitFor()
})

test('everyone who had been told gets the change as an update of the same calendar entry', async () => {
  const first = await world.mailTo(ifeoma, 'Secondary Subject Leadership, dates')
  const update = await world.mailTo(ifeoma, 'a date has changed')
  const uid = /UID:(\S+)/.exec(update.invitations[0] ?? '')?.[1] ?? 'none'
  assert.ok(first.invitations.some((invitation) => invitation.includes(uid)))
  assert.match(
    update.invitations[0] ?? '',
    /METHOD:REQUEST[\s\S]*SEQUENCE:1[\s\S]*DTSTART;TZID=Europe\/London:20220203T100000/,
  )
})

test('a date that does not exist is said to be so, and nothing typed is lost', async () => {
  await openGroup(staff, 'Secondary subject leaders, Acton')
  await staff.getByRole('link', { name: 'Change session 3' }).click()
  await staff.getByLabel('Day').fill('31')
  await staff.getByLabel('Month').fill('6')
  await staff.getByRole('button', { name: 'Save the session' }).click()
  assert.match(await staff.title(), /^Error: /)
  assert.equal(await staff.getByLabel('Day').inputValue(), '31')
})

test('staff of another hub find nothing at the addresses of this one', async () => {
  await openGroup(staff, 'Subject knowledge, Ealing and Kensington')
  const stranger = await newPage(browser)
  await signInAs(stranger, world.base, 'Siobhan Achterberg')
  for (const address of [staff.url(), `${world.base}${hub}`, `${world.base}${hub}/interest`]) {
    const answer = await stranger.goto(address)
    assert.equal(answer?.status(), 404)
  }
})

test('the hub makes an offer of a project it did not offer, and once it is published a visitor can ask to join', async () => {
  await staff.goto(`${world.base}${hub}`)
  await staff.getByRole('button', { name: 'Offers' }).click()
  await staff.getByRole('button', { name: 'Make an offer' }).click()
  await staff.getByLabel(/Mathematical Thinking for GCSE/).check()
  await staff.getByRole('button', { name: 'Begin the draft' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Offer: Mathematical Thinking for GCSE' }).waitFor()
  await staff.getByRole('link', { name: 'Dates and places' }).click()
  await staff.getByRole('button', { name: 'Add a date' }).click()
  await staff.getByLabel('Day', { exact: true }).fill('9')
  await staff.getByLabel('Month').fill('2')
  await staff.getByLabel('Year').fill('2022')
  await staff.getByLabel('Starts').fill('1:30pm')
  await staff.getByLabel('Ends').fill('4pm')
  await staff.getByLabel('Confirmed').check()
  await staff.getByLabel('Online', { exact: true }).check()
  await staff.getByRole('button', { name: 'Add the date' }).click()
  await staff.getByText('The date is planned.').waitFor()
  await staff.getByRole('link', { name: 'Mathematical Thinking for GCSE' }).click()

  const address = `${world.base}/hubs/london-central-and-west/offers/2021-22/mathematical-thinking-for-gcse`
  const visitor = await newPage(browser)
  assert.equal((await visitor.goto(address))?.status(), 404)
  await staff.getByRole('link', { name: 'See the page as it will be' }).click()
  await staff.getByText('Draft: only your hub sees this').waitFor()
  await staff.goBack()
  await staff.getByRole('button', { name: 'Publish the offer' }).click()
  await staff.getByText('The offer is published:').waitFor()

  assert.equal((await visitor.goto(address))?.status(), 200)
  assert.match(await textOf(visitor), /9 February 2022[\s\S]*Online/)
  await visitor.getByRole('button', { name: 'Express interest' }).first().click()
  const school = await schoolThatHasNotAsked(world, 'Ealing')
  await visitor.getByLabel(/URN of your school/).fill(String(school.urn))
  await visitor.getByRole('button', { name: 'Find' }).press('Enter')
  await visitor.getByRole('link', { name: school.name }).click()
  await visitor.getByRole('button', { name: 'Continue' }).click()
  await visitor.getByLabel('Your email address').waitFor()
})

test('the hub says two things in its own words; where the national team corrects one it is asked to choose', async () => {
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await page.waitForLoadState()
  }
  await staff.goto(`${world.base}${hub}/offers`)
  await staff.getByRole('link', { name: /^Change Mathematical Thinking for GCSE/ }).click()
  await staff.getByRole('link', { name: 'Texts' }).click()
  for (const [section, text] of [
    [/: Outline$/, 'Our **own** outline, for the colleges along the river.'],
    [/: What is the cost\?$/, 'Nothing but your lunch.'],
  ] as const) {
    await staff.getByRole('link', { name: section }).click()
    await staff.getByLabel('Text', { exact: true }).fill(text)
    await press(staff, 'See how it will read')
    await staff.getByRole('heading', { name: 'How it will read' }).waitFor()
    await press(staff, 'Save your text')
    await staff.getByText('The text is saved.').waitFor()
  }

  const team = await newPage(browser)
  await signInAs(team, world.base, 'Farida Okonjo')
  await team.goto(`${world.base}/network/projects?year=2021-22`)
  await team.getByRole('link', { name: 'Mathematical Thinking for GCSE', exact: true }).click()
  await team.getByRole('link', { name: 'The text', exact: true }).click()
  await team.getByLabel('Text').first().fill('An outline that the national team has put right.')
  await press(team, 'Save the correction')
  await team.getByLabel('What was corrected?').fill('The outline.')
  await press(team, 'Publish the correction')

  await staff.goto(`${world.base}${hub}/offers`)
  await staff.getByRole('link', { name: /1 to look at in Mathematical Thinking for GCSE/ }).click()
  await staff.getByRole('link', { name: /^Look and choose/ }).click()
  const shown = await textOf(staff)
  assert.match(shown, /What the national team changed[\s\S]*put right[\s\S]*Your text[\s\S]*along the river/)
  await team.goto(`${world.base}/network/drift?year=2021-22&state=behind`)
  assert.match(
    await textOf(team),
    /Mathematical Thinking for GCSE[\s\S]*London Central and West[\s\S]*Behind a correction/,
  )
  await press(staff, 'Keep yours as it is')
  await staff.getByText('Your choice is saved.').waitFor()
  await team.reload()
  assert.doesNotMatch(await textOf(team), /Mathematical Thinking for GCSE/)
  const visitor = await newPage(browser)
  await visitor.goto(`${world.base}/hubs/london-central-and-west/offers/2021-22/mathematical-thinking-for-gcse`)
  assert.match(await textOf(visitor), /for the colleges along the river[\s\S]*Nothing but your lunch/)
})
