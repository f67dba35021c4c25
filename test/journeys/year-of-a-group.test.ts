import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { openMail } from './asking.ts'

const ifeoma = 'ifeoma.castellan@brackenwell.sch.example'
const groupName = 'Secondary subject leaders, Acton'
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true }

let world: Demonstration
let browser: Browser
let lead: Page
let group = ''

before(async () => {
  world = await startDemonstration()
  browser = await openBrowser()
  lead = await newPage(browser, phone)
  await signInAs(lead, world.base, 'Marisol Featherby')
  await lead.goto(`${world.base}/groups`)
  await lead.getByRole('link', { name: groupName }).click()
  await lead.getByRole('heading', { level: 1, name: groupName }).waitFor()
  group = lead.url()
})
after(async () => {
  await browser.close()
  await world.stop()
})

const takeRegister = async (session: number): Promise<void> => {
  await lead.goto(group)
  await lead.getByRole('link', { name: `Register of session ${session}` }).click()
  await lead.getByLabel('Everyone I have not marked was present').check()
  await lead.getByRole('button', { name: 'Save the register' }).click()
  await lead.waitForURL(/register\?(saved|differs)=1$/)
}

// The second session is online: who was there is in the report of the meeting, each person under the name they gave it.
const takeFromReport = async (session: number): Promise<void> => {
  await lead.goto(group)
  await lead.getByRole('link', { name: `Register of session ${session}` }).click()
  const legends = await lead.locator('fieldset legend').allTextContents()
  const names = legends.map((text) => text.trim()).filter((text) => /^\S+ \S+,/.test(text))
  await lead.goto(lead.url().replace(/register$/, 'report'))
  const times = '"2/3/2022, 9:25:00 AM","2/3/2022, 2:30:00 PM",5h 5m'
  const rows = names.map((name) => `"${name.split(',')[0]?.toUpperCase()}",${times}`)
  const csv = ['Name,Join Time,Leave Time,Duration', ...rows, `"iPad of the library",${times}`].join('\n')
  await lead.getByLabel('The file of the report').setInputFiles({
    ...{ name: 'attendance.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(csv),
  })
  await lead.getByRole('button', { name: 'Read it' }).click()
  await lead.getByRole('heading', { name: 'Confirm who was there' }).waitFor()
  assert.match(await textOf(lead), /iPad of the library[\s\S]*Nobody of the register is called so/)
  await lead.getByLabel(/Whoever is not marked was absent/).check()
  await lead.getByRole('button', { name: 'Mark them' }).click()
  await lead.waitForLoadState()
}

test('whoever is in the room registers by the code on the screen, which works only while it stands there', async () => {
  await world.moveClock('2021-11-17T09:40:00Z')
  await lead.goto(group)
  await lead.getByRole('link', { name: 'Register of session 1' }).click()
  // In a tab of its own, as on the screen of the room: it loads itself again when the code changes.
  const screen = await lead.context().newPage()
  await screen.goto(lead.url().replace(/register$/, 'code'))
  const code = (await screen.locator('.app-code__signs').textContent()) ?? ''
  const { text } = await world.mailTo(ifeoma, 'Secondary Subject Leadership, dates')
  const participant = await newPage(browser, phone)
  const token = /http\S+\/cancel\/([^/\s]+)/.exec(text)?.[1]
  await participant.goto(`${world.base}/here/${token}`)
  await participant.getByLabel('Code on the screen').fill('222222')
  await participant.getByRole('button', { name: 'I am here' }).click()
  assert.match(await participant.title(), /^Error: /)
  await participant.getByLabel('Code on the screen').fill(code)
  await participant.getByRole('button', { name: 'I am here' }).click()
  await participant.getByText('You are in the register').first().waitFor()
  await screen.close()
})

test('the lead takes the register of a session on a phone', async () => {
  await world.moveClock('2021-11-17T15:00:00Z')
  await takeRegister(1)
  await lead.goto(`${group}/attendance`)
  assert.match(await textOf(lead), /Brackenwell High School/)
})

test('a task is set after it, and a reflection comes back by link', async () => {
  await lead.goto(`${group}/tasks/new`)
  await lead.getByLabel('What is the task?').fill('Plan one lesson together')
  await lead.locator('textarea').first().fill('Plan and teach one lesson with a colleague.')
  await lead.getByRole('button', { name: 'Set the task and tell everyone' }).click()
  await lead.waitForLoadState()
  const participant = await newPage(browser, phone)
  await openMail(participant, world, ifeoma, 'Plan one lesson together')
  await participant.locator('textarea').first().fill('We planned a lesson on ratio and it changed our questions.')
  await participant.getByRole('button', { name: 'Return it' }).click()
  await participant.waitForLoadState()
  await lead.goto(`${group}/tasks`)
  await lead.getByRole('link', { name: 'Plan one lesson together' }).click()
  assert.match(await textOf(lead), /We planned a lesson on ratio/)
})

test('seven days before, giving notice is free and is taken back; at six days and 23 hours the policy proposes £75, and says so first', async () => {
  const participant = await newPage(browser, phone)
  await world.moveClock('2022-01-27T09:29:30Z')
  const { text } = await world.mailTo(ifeoma, 'Secondary Subject Leadership, dates')
  await participant.goto(/http\S+\/cancel\/\S+/.exec(text)?.[0] ?? '')
  await participant.getByRole('link', { name: /I cannot come\s+to session 2/ }).click()
  assert.match(await textOf(participant), /free until 27 January 2022 at 9:30am[\s\S]*now, there is no charge/)
  const asked = participant.url()
  await participant.getByRole('button', { name: 'I cannot come' }).click()
  await participant.waitForLoadState()
  assert.match(await textOf(participant), /You will not come/)
  assert.doesNotMatch(await textOf(participant), /£75 is proposed/)
  await participant.getByRole('button', { name: /I will come|I can come/ }).click()
  await participant.waitForLoadState()
  await participant.goto(asked)
  await world.moveClock('2022-01-27T10:30:00Z')
  await participant.getByRole('button', { name: 'I cannot come' }).click()
  await participant.waitForLoadState()
  assert.match(await textOf(participant), /has passed since you opened the page[\s\S]*a charge of £75 is proposed/)
  await participant.getByRole('button', { name: 'I cannot come' }).click()
  await participant.waitForLoadState()
  assert.match(await textOf(participant), /You will not come/)
})

test('the charge is only proposed; the hub lead waives it with a reason', async () => {
  const hubLead = await newPage(browser)
  await signInAs(hubLead, world.base, 'Adaeze Lindqvist')
  await hubLead.goto(`${world.base}/hub/london-central-and-west/charges`)
  await hubLead.getByRole('link', { name: /Brackenwell High School/ }).click()
  await hubLead.getByRole('radio', { name: /waive/i }).check()
  await hubLead.getByRole('button', { name: 'Save the decision' }).click()
  assert.match(await hubLead.title(), /^Error: /)
  await hubLead.locator('textarea').first().fill('Exam board moderation on that day.')
  await hubLead.getByRole('button', { name: 'Save the decision' }).click()
  await hubLead.waitForLoadState()
  assert.match(await textOf(hubLead), /Waived[\s\S]*Exam board moderation/)
})

test('another charge is paid in whole, and a statement with it is issued and printed', async () => {
  const staff = await newPage(browser)
  await signInAs(staff, world.base, 'Rohan Petrescu')
  const charges = `${world.base}/hub/london-central-and-west/charges`
  await staff.goto(`${charges}?status=confirmed`)
  await staff
    .getByRole('link', { name: /Primary/ })
    .first()
    .click()
  await staff.getByRole('button', { name: 'Note it' }).click()
  await staff.waitForLoadState()
  assert.match(await textOf(staff), /Paid[\s\S]*Nothing is owed/)
  await staff.goto(`${world.base}/hub/london-central-and-west/accounts`)
  await staff.getByRole('button', { name: 'Look at the statements' }).click()
  await staff.waitForLoadState()
  await staff.getByRole('button', { name: /^Issue / }).click()
  await staff.waitForLoadState()
  assert.match(await textOf(staff), /issued and told by mail/)
  await staff
    .getByRole('link', { name: /Primary/ })
    .first()
    .click()
  const href = await staff.getByRole('link', { name: /PDF/ }).first().getAttribute('href')
  const pdf = await staff.request.get(`${world.base}${href}`)
  assert.equal(pdf.headers()['content-type'], 'application/pdf')
})

test('at the end participants are asked about the very benefits that were promised', async () => {
  await world.moveClock('2022-02-03T15:00:00Z')
  await takeFromReport(2)
  await world.moveClock('2022-05-25T15:00:00Z')
  await takeRegister(3)
  await lead.goto(`${group}/evaluation`)
  await lead.getByRole('button', { name: /Open the evaluation/ }).click()
  await lead.waitForLoadState()
  const participant = await newPage(browser, phone)
  await openMail(participant, world, ifeoma, 'Secondary Subject Leadership: what did it bring you')
  for (const question of await participant
    .getByRole('group')
    .filter({ has: participant.getByRole('radio') })
    .all())
    await question.getByRole('radio').last().check()
  await participant.getByRole('button', { name: 'Send the answers' }).click()
  await participant.waitForLoadState()
  assert.match(await textOf(participant), /thank/i)
})

test('completing the group gives statements that anyone can check', async () => {
  await lead.goto(`${group}/complete`)
  await lead.getByRole('button', { name: 'Complete the group' }).click()
  await lead.waitForLoadState()
  const { text } = await world.mailTo(ifeoma, 'your statement of participation')
  const code = /TS-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'none'
  const anybody = await newPage(browser)
  await anybody.goto(`${world.base}/statements`)
  await anybody.getByLabel('Code').fill(code.toLowerCase())
  await anybody.getByRole('button', { name: 'Check it' }).click()
  await anybody.waitForLoadState()
  assert.match(await textOf(anybody), /Ifeoma Castellan[\s\S]*Secondary Subject Leadership/)
  const pdf = await anybody.request.get(`${world.base}/statements/${code}.pdf`)
  assert.equal(pdf.headers()['content-type'], 'application/pdf')
})

test('the hub looks at an invitation to the next stage, sends it, and takes it back', async () => {
  const hub = await newPage(browser)
  await signInAs(hub, world.base, 'Rohan Petrescu')
  await hub.goto(`${world.base}/hub/london-central-and-west/next-stages`)
  // A school that has asked by itself is not ticked: the hub may write all the same.
  await hub.getByRole('checkbox', { name: 'Brackenwell High School' }).check()
  await hub.getByRole('button', { name: 'Look at the letters' }).click()
  await hub.getByRole('heading', { name: 'Send one letter' }).waitFor()
  assert.match(await textOf(hub), /after Development comes Embedding/)
  await hub.getByRole('button', { name: 'Send it' }).click()
  await hub.getByRole('button', { name: 'Take the letter back' }).click()
  await hub.getByText('The letters are taken back. Nobody has got one.').waitFor()
})

test('the national picture keeps interest, places, participation and completion apart', async () => {
  const national = await newPage(browser)
  await signInAs(national, world.base, 'Farida Okonjo')
  await national.goto(`${world.base}/network`)
  const text = await textOf(national)
  for (const figure of ['Interest', 'Places', 'Participation', 'Completion']) assert.match(text, new RegExp(figure))
})
