import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { doRounds } from '../../src/commands/rounds.ts'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { openMail } from './asking.ts'

const hub = '/hub/london-central-and-nw'
const title = 'Strengthening Partnerships with ITT Providers'
const first = 'Plovergate Teaching Partnership'
const second = 'Yarrowmead Teaching Alliance'
const third = 'Enfield Chase Partners SCITT'

let world: Demonstration
let browser: Browser
let staff: Page

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  staff = await newPage(browser)
  await signInAs(staff, world.base, 'Siobhan Achterberg')
})
after(async () => {
  await browser.close()
  await world.stop()
})

const openList = async (): Promise<string> => {
  await staff.goto(`${world.base}${hub}`)
  await staff.getByRole('link', { name: `on the waiting list of ${title}` }).click()
  return textOf(staff)
}

const requestOf = (organisation: string): Promise<{ readonly id: string; readonly sender_email: string }> =>
  world.installation.connections.kysely
    .selectFrom('expressions_of_interest as i')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.sender_email'])
    .where('o.name', '=', organisation)
    .executeTakeFirstOrThrow()

/** Moves the clock as `demo clock` does: everything that falls due on the way is done in its order. */
const waitUntil = (moment: string) =>
  doRounds(world.installation, Temporal.Instant.from(moment), (at) => world.moveClock(at.toString()), {})

const openTurn = async (school: Page, organisation: string): Promise<void> => {
  await openMail(school, world, (await requestOf(organisation)).sender_email, 'waiting list')
  await school.getByRole('link', { name: 'Where you stand in line' }).click()
}

test('a waiting list moves by itself through a week, and the order of it can be proved', async () => {
  assert.match(await openList(), new RegExp(`Offered to ${second}[\\s\\S]*The order holds`))
  const school = await newPage(browser)
  await openTurn(school, first)
  await school.getByRole('heading', { name: 'You are number 1 of 1 in line' }).waitFor()
  assert.match(await textOf(school), /a place for fewer than your 2 people is fine too/)

  // A third joins the line, sees its position, and leaves by its link.
  await staff.goto(`${world.base}${hub}/interest/${(await requestOf(third)).id}`)
  await staff.getByRole('button', { name: 'Put on the waiting list' }).click()
  const other = await newPage(browser)
  await openTurn(other, third)
  await other.getByRole('heading', { name: 'You are number 2 of 2 in line' }).waitFor()
  assert.match(await openList(), new RegExp(third))
  await other.getByText('Leave the waiting list').first().click()
  await other.getByRole('button', { name: 'Leave the waiting list' }).click()
  await other.getByRole('heading', { name: 'Withdrawn', level: 1 }).waitFor()

  // In one move of the clock: a reminder goes out, nobody answers, and at the end the place goes to the next with its full time.
  await waitUntil('2021-10-20T13:30:00Z')
  const reminder = await world.mailTo((await requestOf(second)).sender_email, 'please answer')
  assert.match(reminder.text, /20 October 2021 at 10:05am/)
  assert.match((await world.mailTo((await requestOf(second)).sender_email, 'has lapsed')).text, /goes to the next/)
  assert.match(await openList(), new RegExp(`20 October 2021[\\s\\S]*Offered to ${first}[\\s\\S]*The order holds`))
  await openMail(school, world, (await requestOf(first)).sender_email, 'a place is offered')
  assert.match(await textOf(school), /by 25 October 2021 at 10:05am/)

  // It does not suit this week: declined, with its turn kept at the end; when the hubs' shares are released it is its turn again.
  await school.getByText('We do not want this place').click()
  await school.getByRole('button', { name: 'Decline, but stay on the waiting list' }).click()
  await school.getByRole('heading', { name: 'On the waiting list', level: 1 }).waitFor()
  assert.doesNotMatch(await openList(), new RegExp(third))
  assert.match(await textOf(staff), new RegExp(first))
})

test('two hubs share a community: the unused share is released on its day, and both are told', async () => {
  await staff.goto(`${world.base}${hub}/groups`)
  await staff.getByRole('link', { name: 'ITT partnerships, north and west London' }).click()
  await staff.getByRole('link', { name: 'Room of the group' }).click()
  assert.match(await textOf(staff), /London Central and West\s*3\s*0\s*0\s*3/)
  await waitUntil('2021-10-22T07:00:00Z')
  for (const address of ['siobhan.achterberg@lcnw-hub.example', 'rohan.petrescu@lcw-hub.example'])
    assert.match((await world.mailTo(address, 'open to all')).text, /3 places that partner hubs had not used/)
  const school = await newPage(browser)
  await openMail(school, world, (await requestOf(first)).sender_email, 'a place is offered')
  await school.getByRole('button', { name: 'Accept the place' }).click()
  await school.getByRole('heading', { name: 'You have a place' }).waitFor()
  await staff.reload()
  assert.match(await textOf(staff), /Unused shares were released on 22 October 2021/)
  await staff.getByText('Release this place').click()
  await staff.getByLabel('Why is it released?').fill('The provider has decided against it')
  await staff.getByRole('button', { name: 'Release the place' }).click()
  await staff.getByText('The place is released. Nobody in line fitted it yet.').waitFor()
  const partner = await newPage(browser)
  await signInAs(partner, world.base, 'Rohan Petrescu')
  await partner.goto(staff.url())
  const text = await textOf(partner)
  assert.match(text, /Unused shares were released/)
  assert.doesNotMatch(text, /decided against it|Change the shares/)
})
