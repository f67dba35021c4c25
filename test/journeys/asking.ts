import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { textOf } from '../support/browser.ts'
import type { Demonstration } from '../support/demonstration.ts'

export type Asking = {
  readonly school: { readonly name: string; readonly urn: number }
  readonly sender: { readonly name: string; readonly email: string }
  readonly headteacher: { readonly name: string; readonly email: string }
}

/** An open state-funded secondary school of an authority that has asked for nothing yet. */
export const schoolThatHasNotAsked = async ({ installation }: Demonstration, authority: string, skip = 0) => {
  const row = await installation.connections.kysely
    .selectFrom('organisations as o')
    .innerJoin('authorities as a', 'a.code', 'o.authority_code')
    .select(['o.name', 'o.urn', 'o.town'])
    .where('a.name', '=', authority)
    .where('o.phase', '=', 'secondary')
    .where('o.status', '=', 'open')
    .where('o.state_funded', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('expressions_of_interest as i').select('i.id').whereRef('i.organisation_id', '=', 'o.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('places as p').select('p.id').whereRef('p.organisation_id', '=', 'o.id'))),
    )
    .orderBy('o.urn')
    .offset(skip)
    .executeTakeFirstOrThrow()
  return { name: row.name, urn: row.urn ?? 0 }
}

/** Saves a step of the form, and comes to the next. */
export const goOn = async (page: Page, next: string): Promise<void> => {
  await page.getByRole('button', { name: 'Save and continue' }).last().click()
  await page.getByRole('heading', { name: next, level: 1 }).waitFor()
}

/** Fills in the form for one head of department, from the offer's page to "check your email". */
export const expressInterest = async (page: Page, offerAddress: string, asking: Asking): Promise<void> => {
  await page.goto(offerAddress)
  await page.getByRole('button', { name: 'Express interest' }).first().click()
  await page.getByLabel(/URN of your school/).fill(String(asking.school.urn))
  await page.getByRole('button', { name: 'Find' }).press('Enter')
  await page.getByRole('link', { name: asking.school.name }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Your name').fill(asking.sender.name)
  await page.getByLabel('Your email address').fill(asking.sender.email)
  await page.getByLabel('What you do').selectOption('head_of_department')
  await goOn(page, 'Who would take part')
  await page.getByLabel('Yes, I would take part').check()
  await goOn(page, 'What would suit you')
  await goOn(page, 'What is agreed to')
  await page.getByLabel('Headteacher’s name').fill(asking.headteacher.name)
  await page.getByLabel('Headteacher’s email address').fill(asking.headteacher.email)
  for (const box of await page
    .getByRole('group', { name: /What your school commits to/ })
    .getByRole('checkbox')
    .all())
    await box.check()
  await page.getByLabel('I have read this policy').check()
  await goOn(page, 'Check your answers')
  assert.match(await textOf(page), new RegExp(asking.sender.name))
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
}

/** Opens the link of the latest mail about something. */
export const openMail = async (page: Page, { mailTo }: Demonstration, to: string, words: string): Promise<void> => {
  const { links } = await mailTo(to, words)
  const [link] = links
  assert.ok(link, `the mail to ${to} about "${words}" has a link`)
  await page.goto(link)
}
