import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { doRounds } from '../../src/commands/rounds.ts'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { goOn, openMail } from './asking.ts'

const title = 'Strengthening Partnerships with ITT Providers'
const community = 'ITT mentors across north and west London'
const holding = { slug: 'london-central-and-nw', name: 'London Central and NW' }
const partner = { slug: 'london-central-and-west', name: 'London Central and West' }

type Asker = {
  readonly hub: typeof holding
  readonly organisation: string
  readonly asks: { readonly name: string; readonly email: string; readonly post: 'itt_tutor' | 'mentor' }
}
const asker = (
  hub: typeof holding,
  organisation: string,
  [name, address, post]: readonly [string, string, 'itt_tutor' | 'mentor'],
) => ({ hub, organisation, asks: { name, email: `${address}.example`, post } })

const scitt = asker(holding, 'Camden Locks SCITT', ['Oriel Fennimore', 'oriel@camdenlocks', 'itt_tutor'])
const university = asker(holding, 'Kingsmere University', ['Perrin Aldous', 'perrin@kingsmere', 'itt_tutor'])
const school = asker(partner, 'Brackenwell High School', ['Emrys Tolliver', 'emrys@brackenwell.sch', 'mentor'])

let world: Demonstration
let browser: Browser
let lead: Page
let other: Page

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  await world.moveClock('2024-06-10T08:00:00Z')
  ;[lead, other] = await Promise.all([newPage(browser), newPage(browser)])
  await signInAs(lead, world.base, 'Siobhan Achterberg')
  await signInAs(other, world.base, 'Rohan Petrescu')
})
after(async () => {
  await browser.close()
  await world.stop()
})

const offerOf = ({ slug }: typeof holding) =>
  `${world.base}/hubs/${slug}/offers/2024-25/strengthening-partnerships-with-itt-providers`

/** Staff of a hub begin the offer of 2024/25, fix its theme, and publish it. */
const offerWithTheme = async (staff: Page, { slug }: typeof holding): Promise<void> => {
  await staff.goto(`${world.base}/hub/${slug}/offers/new?year=2024-25`)
  await staff.getByLabel(new RegExp(title)).check()
  await staff.getByRole('button', { name: 'Begin the draft' }).click()
  await staff.getByRole('link', { name: 'Who and how many' }).click()
  await staff.getByLabel('Mentor', { exact: true }).check()
  await staff.getByRole('button', { name: 'Save' }).click()
  await staff.getByRole('button', { name: 'Publish the offer' }).click()
  await staff.getByText('The offer is published:').waitFor()
}

type Seen = { readonly page: Page; readonly read: string; readonly id: string }

/** From the offer's page to the rules, with the post of whoever would take part told on the way. */
const toTheRules = async (page: Page, { hub, organisation, asks }: Asker): Promise<string> => {
  await page.goto(offerOf(hub))
  await page.getByRole('button', { name: 'Express interest' }).first().click()
  await page.getByLabel(/institution or school/).fill(organisation)
  const looked = await textOf(page)
  await page.getByRole('button', { name: 'Find' }).press('Enter')
  await page.getByRole('link', { name: organisation }).first().click()
  await page.getByLabel(asks.post === 'mentor' ? /mentor/i : /^ITT tutor/).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await page.getByText(/^Yes/).first().waitFor()
  return looked + (await textOf(page))
}

/** Asks from the offer's page to the confirmed address; gives all that was read on the way. */
const askToJoin = async (asker: Asker): Promise<Seen> => {
  const page = await newPage(browser)
  const rules = await toTheRules(page, asker)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Your name').fill(asker.asks.name)
  await page.getByLabel('Your email address').fill(asker.asks.email)
  await goOn(page, 'Who would take part')
  await page.getByLabel('Yes, I would take part').check()
  await goOn(page, 'What would suit you')
  await goOn(page, 'What is agreed to')
  const agreed = await textOf(page)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await goOn(page, 'Check your answers')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await openMail(page, world, asker.asks.email, 'confirm your')
  await page.getByRole('button', { name: /confirm/i }).click()
  await page.getByRole('heading', { level: 1, name: 'With the hub' }).waitFor()
  const { id } = await world.installation.connections.kysely
    .selectFrom('expressions_of_interest')
    .select('id')
    .where('sender_email', '=', asker.asks.email)
    .executeTakeFirstOrThrow()
  return { page, read: rules + agreed + (await textOf(page)), id }
}

const open = (staff: Page, { slug }: typeof holding, { id }: Seen) =>
  staff.goto(`${world.base}/hub/${slug}/interest/${id}`)

const offerPlace = async (staff: Page, hub: typeof holding, request: Seen): Promise<string> => {
  await open(staff, hub, request)
  const verdicts = await textOf(staff)
  await staff.getByText('Offer a place', { exact: true }).click()
  await staff.getByLabel('Group').first().selectOption({ index: 1 })
  await staff.getByRole('button', { name: 'Offer the place' }).click()
  await staff.locator('.govuk-tag', { hasText: 'Place offered' }).first().waitFor()
  return verdicts
}

const accept = async ({ asks }: Asker, { page }: Seen): Promise<void> => {
  await openMail(page, world, asks.email, 'a place is offered')
  await page.getByRole('button', { name: 'Accept the place' }).click()
  await page.getByRole('heading', { name: 'You have a place' }).waitFor()
}

let requests: { readonly scitt: Seen; readonly university: Seen; readonly school: Seen }
let room: string

test('two hubs offer the project of 2024/25 under the theme Mentor, and one makes a community that the other shares', async () => {
  await offerWithTheme(lead, holding)
  await offerWithTheme(other, partner)
  await lead.goto(`${world.base}/hub/${holding.slug}/groups/new`)
  await lead.getByRole('link', { name: `${title}: Mentor` }).click()
  await lead.getByLabel('Name of the group').fill(community)
  await lead.getByLabel('How many institutions can join?').fill('3')
  await lead.getByLabel('How many people is there room for?').fill('6')
  await lead.getByLabel('How many institutions are needed').fill('2')
  await lead.getByLabel('Somebody else: name').fill('Ottilie Marchbanks')
  await lead.getByLabel('Somebody else: email address').fill('ottilie.marchbanks@quernhill.example')
  await lead.getByText('Share it with another hub').click()
  await lead.getByLabel(partner.name, { exact: true }).check()
  await lead.getByRole('button', { name: 'Make the group' }).click()
  await lead.getByRole('heading', { level: 1, name: community }).waitFor()
  await lead.getByRole('link', { name: 'Room of the group' }).click()
  room = lead.url()
  await lead.getByText('Change the shares').click()
  await lead.getByLabel(`Share of ${partner.name}`).fill('2')
  for (const [part, value] of [
    ['Day', '14'],
    ['Month', '6'],
    ['Year', '2024'],
  ] as const)
    await lead.getByLabel(part, { exact: true }).fill(value)
  await lead.getByRole('button', { name: 'Save the shares' }).click()
  await lead.getByText('The shares are saved.').waitFor()
  assert.match(await textOf(lead), /On 14 June 2024 what is unused is released to all/)
})

test('providers ask without URN and headteacher; the theme lets a school with a mentor in, and says so', async () => {
  const [first, second, third] = await Promise.all([scitt, university, school].map(askToJoin))
  assert.ok(first && second && third)
  requests = { scitt: first, university: second, school: third }
  for (const { read } of [first, second]) assert.doesNotMatch(read, /\bURN\b|headteacher|Headteacher’s/)
  const widened =
    /Or, by the theme Mentor: you are a school[\s\S]*Or, by the theme Mentor: the person who takes part is a mentor/
  assert.match(third.read, widened)
  assert.match(third.read, /A rule of the project, widened by the theme Mentor/)
})

test('each hub decides for its own alone, within its share', async () => {
  for (const [staff, hub, request] of [
    [lead, holding, requests.school],
    [lead, partner, requests.school],
    [other, partner, requests.scitt],
    [other, holding, requests.scitt],
  ] as const)
    assert.equal((await open(staff, hub, request))?.status(), 404)
  const reached = await offerPlace(other, partner, requests.school)
  assert.match(reached, /Or, by the theme Mentor: you are a school whose mentors look after trainees/)
  assert.doesNotMatch(reached, /Required\s*No\b/)
  await offerPlace(lead, holding, requests.scitt)
  await accept(school, requests.school)
  await accept(scitt, requests.scitt)
  await open(lead, holding, requests.university)
  await lead.getByRole('button', { name: 'Put on the waiting list' }).click()
  await lead.locator('.govuk-tag', { hasText: 'Waiting' }).first().waitFor()
  await lead.goto(room)
  assert.match(await textOf(lead), /2 of 3 institutions[\s\S]*London Central and West\s*2\s*1\s*0\s*1/)
  await other.goto(room.replace(/\/room.*$/, ''))
  const seen = await other.content()
  assert.match(seen, new RegExp(school.asks.email))
  assert.doesNotMatch(seen, new RegExp(`${scitt.asks.email}|${university.organisation}`))
})

test('on its day the unused share is released, and the place goes to the next in line', async () => {
  const move = (at: Temporal.Instant) => world.moveClock(at.toString())
  await doRounds(world.installation, Temporal.Instant.from('2024-06-14T07:00:00Z'), move, {})
  for (const address of ['siobhan.achterberg@lcnw-hub.example', 'rohan.petrescu@lcw-hub.example'])
    assert.match((await world.mailTo(address, 'open to all')).text, /1 place that partner hubs had not used/)
  await accept(university, requests.university)
  for (const staff of [lead, other]) {
    await staff.goto(room)
    assert.match(await textOf(staff), /Unused shares were released on 14 June 2024[\s\S]*3 of 3 institutions/)
  }
})
