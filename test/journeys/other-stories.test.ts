import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { newPage, openBrowser, signInAs, textOf } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { goOn, openMail } from './asking.ts'

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
  await tutor.getByLabel('Name, town or postcode of your institution or school').fill('North Thameside')
  await tutor.getByRole('button', { name: 'Find' }).press('Enter')
  await tutor.getByRole('link', { name: 'University of North Thameside' }).click()
  await tutor.getByRole('button', { name: 'Continue' }).click()
  assert.equal(await tutor.getByLabel(/headteacher/i).count(), 0)
  await tutor.getByLabel('Your name').fill('Leofric Mbeki-Shaw')
  await tutor.getByLabel('Your email address').fill('leofric.mbeki-shaw@northtameside.example')
  await tutor.getByLabel('What you do').selectOption('itt_tutor')
  await goOn(tutor, 'Who would take part')
  await tutor.getByLabel('Yes, I would take part').check()
  await goOn(tutor, 'What would suit you')
  await tutor.getByRole('radio', { name: /Curriculum/ }).check()
  await goOn(tutor, 'What is agreed to')
  assert.equal(await tutor.getByLabel(/headteacher/i).count(), 0)
  for (const box of await tutor
    .getByRole('group', { name: /commits to/ })
    .getByRole('checkbox')
    .all())
    await box.check()
  await goOn(tutor, 'Check your answers')
  await tutor.getByRole('button', { name: 'Send' }).click()
  await openMail(tutor, world, 'leofric.mbeki-shaw@northtameside.example', 'confirm your application')
  await tutor.getByRole('button', { name: /confirm/i }).click()
  assert.match(await textOf(tutor), /Venn Essex/)
})

test('a school that is misspelt is suggested while it is typed, and chosen with the arrow keys', async () => {
  const page = await newPage(browser)
  await page.goto(`${world.base}/schools`)
  await page
    .getByRole('combobox', { name: 'Your school, college, training provider or trust' })
    .pressSequentially('tamsle pk')
  await page.getByRole('option', { name: /Tamsel Park School/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/schools\/900001$/)
  await page.getByRole('heading', { name: 'Tamsel Park School', level: 1 }).waitFor()
})

test('a teacher finds the same project three ways: in words, by who she is near her school, and from her hub', async () => {
  const page = await newPage(browser, { viewport: { width: 390, height: 844 } })
  const project = page.getByRole('link', { name: 'Secondary Subject Leadership', exact: true }).first()
  const isThere = () => page.getByRole('heading', { level: 1, name: 'Secondary Subject Leadership' }).waitFor()

  await page.goto(`${world.base}/projects`)
  await page.getByLabel('Words or code').fill('subjekt leadreship')
  await page.getByRole('button', { name: 'Find', exact: true }).press('Enter')
  assert.match(await textOf(page), /Nothing found for “leadreship”. Showing what holds “leadership”/)
  await project.click()
  await isThere()

  await page.goto(`${world.base}/projects`)
  await page.getByRole('combobox', { name: 'Near' }).pressSequentially('tamsel prak')
  await page.getByRole('option', { name: /Tamsel Park School/ }).click()
  await page.waitForURL(/near=900001/)
  await page.getByLabel('Phase', { exact: true }).selectOption('secondary')
  await page.getByLabel('Somebody who is').selectOption('head_of_department')
  await page.getByLabel(/Open now/).check()
  await page.getByRole('button', { name: 'Find', exact: true }).press('Enter')
  await page.waitForURL(/role=head_of_department/)
  assert.match(
    (await page.locator('.app-result').first().textContent()) ?? '',
    /London Central and West.*your hub · 0\.3 miles away/,
  )
  await project.click()
  await isThere()

  await page.goto(`${world.base}/hubs`)
  await page.getByLabel('School, town, local authority or postcode').fill('w37zx')
  await page.getByRole('button', { name: 'Find', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'London Central and West', exact: true }).first().click()
  await project.click()
  await isThere()
  assert.match(page.url(), /\/hubs\/london-central-and-west\/offers\/2021-22\/secondary-subject-leadership$/)
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
  assert.match(await textOf(page), /What your school can join/)
})

test('somebody who mistypes an address is asked about it, and nothing typed is lost', async () => {
  const page = await newPage(browser)
  await page.goto(`${world.base}/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership`)
  await page.getByRole('button', { name: 'Express interest' }).first().click()
  await page.getByLabel(/URN of your school/).fill('999999')
  await page.getByRole('button', { name: 'Find' }).press('Enter')
  assert.match(await textOf(page), /no school|nothing|not found|unknown/i)
  await page.getByLabel(/URN of your school/).fill('900002')
  await page.getByRole('button', { name: 'Find' }).press('Enter')
  await page.locator('main').getByRole('link').filter({ hasNotText: 'Back' }).first().click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Your name').fill('Bea Quick')
  await page.getByLabel('Your email address').fill('bea.quick@gmial.com')
  await page.getByRole('button', { name: 'Save and continue' }).last().click()
  await page.getByRole('alert').waitFor()
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

test('the national team writes a project under headings of its own, previews, publishes and corrects it', async () => {
  const team = await newPage(browser)
  const press = async (name: string) => {
    await team.getByRole('button', { name, exact: true }).click()
    await team.waitForLoadState()
  }
  const open = async (name: string) => {
    await team.getByRole('link', { name, exact: true }).click()
    await team.waitForLoadState()
  }
  await signInAs(team, world.base, 'Farida Okonjo')
  await team.goto(`${world.base}/network`)
  await open('National catalogue')
  await press('Write a project')
  await press('Begin the draft')
  assert.match(await team.title(), /^Error: /)
  await team.getByLabel('Code (leave empty').fill('ncp 2195')
  await team.getByLabel('Title').fill('Reasoning with Resit Students')
  await press('Begin the draft')
  assert.match(await textOf(team), /needs a sentence that says what it is; a phase/)
  await open('What it is')
  await team.getByLabel('One sentence about it').fill('Teachers explore how resit students explain.')
  await team.getByLabel('Post-16', { exact: true }).check()
  await team.getByLabel('Partner bodies').fill('AMSP')
  await press('Save')
  await open('How it is run')
  await team.getByLabel('Days, at least').fill('3')
  await team.getByLabel('Days, at most').fill('4')
  await team.getByLabel('What takes time beside them').fill('planning and evaluation')
  await team.getByLabel('Free to those who take part').check()
  await press('Save')
  await open('Who joins')
  await team.getByLabel('A school, with named advocates').check()
  await team.getByLabel('People from each, at least').fill('2')
  await team.getByLabel('People from each, at most').fill('2')
  await press('Add a rule')
  await team.getByLabel('The rule in a sentence').fill('You teach students who take GCSE maths again.')
  await press('Save')
  await open('What it promises')
  await team.getByLabel('Participants will').fill('- hear what students mean\n- plan questions together')
  await team.getByLabel('The hub’s leadership').fill('know which colleges want more')
  await press('Save')
  await open('The text')
  for (let left = await team.getByRole('button', { name: /^Remove/ }).count(); left > 1; left -= 1)
    await team.getByRole('button', { name: `Remove section ${left}` }).click()
  await team.getByLabel('Text').fill('A year on explaining, with *students who have tried before*.')
  const texts = [
    [
      'Before you apply',
      'Read [the guide](https://guide.example/resit), then:\n\n1. ask a colleague\n2. ask a student',
    ],
    ['Resources', '# For the first meeting\n\n- one task of your own'],
  ] as const
  for (const [heading, text] of texts) {
    await press('Add a section')
    await team.getByLabel('Heading').last().fill(heading)
    await team.getByLabel('Text').last().fill(text)
  }
  await press('Preview')
  await team.getByRole('heading', { name: 'For the first meeting' }).waitFor()
  await press('Move up section 2')
  await press('Save')
  assert.match(await textOf(team), /3 sections/)
  await open('Preview')
  const page = '/projects/2021-22/reasoning-with-resit-students'
  const seen = (await team.locator('article').textContent()) ?? ''
  assert.match(seen, /Before you apply[\s\S]*ask a student[\s\S]*Outline[\s\S]*Resources/)
  assert.match(seen, /3 to 4 days, with time for planning and evaluation beside[\s\S]*two named advocates/i)
  const visitor = await newPage(browser)
  assert.equal((await visitor.goto(`${world.base}${page}`))?.status(), 404)
  await team.goBack()
  await press('Publish Reasoning with Resit Students')
  await visitor.goto(`${world.base}${page}`)
  const published = (await visitor.locator('article').textContent()) ?? ''
  assert.equal(published, seen)
  assert.equal(
    await visitor.getByRole('link', { name: 'the guide' }).getAttribute('href'),
    'https://guide.example/resit',
  )
  await open('What it promises')
  await team.getByLabel('Participants will').fill('hear what students mean\nplan questions with a colleague')
  await press('Save the correction')
  await visitor.reload()
  assert.match(await textOf(visitor), /plan questions together/)
  await team.getByLabel('What was corrected?').fill('Planning is done in pairs.')
  await press('Publish the correction')
  await visitor.reload()
  assert.match(await textOf(visitor), /plan questions with a colleague/)
  await team.getByRole('link', { name: /versions, with what changed/ }).click()
  assert.match(await textOf(team), /Corrected[\s\S]*Farida Okonjo[\s\S]*Planning is done in pairs\./)
  assert.match((await team.locator('ins').first().textContent()) ?? '', /with a colleague/)
  for (const query of ['?year=2021-22', '?year=2021-22&q=reasoning+resit', '?year=2021-22&phase=post_16']) {
    await visitor.goto(`${world.base}/projects${query}`)
    await visitor.getByRole('link', { name: 'Reasoning with Resit Students', exact: true }).first().waitFor()
  }
})
