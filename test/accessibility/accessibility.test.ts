import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { createContext } from '../../src/platform/context.ts'
import { sessionCookie } from '../../src/platform/http/server.ts'
import { castEmails } from '../access-matrix/expected.ts'
import { openBrowser } from '../support/browser.ts'
import { type Demonstration, startDemonstration, sweptOnce } from '../support/demonstration.ts'
import { axeFaults, axeScript } from './axe.ts'
import { type PageOfWorld, pagesOfWorld } from './pages.ts'
import { faultsOf } from './rules.ts'

let world: Demonstration
let browser: Browser
let pages: readonly PageOfWorld[]
const signedInContext = async (member: PageOfWorld['as']): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(10_000)
  await context.addInitScript({ path: axeScript })
  const email = castEmails[member]
  if (email) {
    const visitor = createContext(world.installation, { kind: 'visitor' }, 'test')
    const { token } = await signInAsCast(visitor, { email, device: null })
    await context.addCookies([{ name: sessionCookie, value: token, url: world.base }])
  }
  return context
}

/** One tab for each member, in which page follows page: a new one for every page takes longer than the looking. */
const tabs = () => {
  const known = new Map<string, Page>()
  return async (member: PageOfWorld['as']): Promise<Page> => {
    const page = known.get(member) ?? (await (await signedInContext(member)).newPage())
    known.set(member, page)
    return page
  }
}

before(async () => {
  world = await startDemonstration(sweptOnce)
  browser = await openBrowser()
  pages = await pagesOfWorld(world.installation)
})
after(async () => {
  await browser?.close()
  await world?.stop()
})

const lookAt = async (page: Page, path: string): Promise<readonly string[]> => {
  const answer = await page.goto(`${world.base}${path}`)
  const status = answer?.status() ?? 0
  if (status !== 200 && path !== '/nothing-here') return [`answered ${status}`]
  return [...(await faultsOf((await answer?.text()) ?? '')), ...(await axeFaults(page))]
}

/** Two pages at a time, as many as there are cores. */
const lookAtAll = async (): Promise<readonly string[]> => {
  const waiting = [...pages]
  const found: string[] = []
  const look = async () => {
    const tabOf = tabs()
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const fault of await lookAt(await tabOf(next.as), next.path))
        found.push(`${next.path} as ${next.as}: ${fault}`)
  }
  await Promise.all([look(), look()])
  return found.toSorted()
}

describe('every page of the demonstration', () => {
  test('has sound markup, one first heading, headings in order, a title, and nothing that axe finds', async (t) => {
    assert.ok(pages.length > 20)
    t.diagnostic(`${pages.length} pages`)
    assert.deepEqual(await lookAtAll(), [])
  })

  test('would be told of what is wrong', async () => {
    const bad =
      '<!doctype html><html><head><title></title></head><body><h2>Late</h2><h4>Later</h4><img src="a.png"><button></button><p style="color:#eee">Pale</p></body></html>'
    const faults = await faultsOf(bad)
    for (const told of [/no title/, /0 first headings/, /jumps from level 2 to 4/, /wcag/])
      assert.ok(
        faults.some((fault) => told.test(fault)),
        `${told} is among ${faults.join('; ')}`,
      )
    const page = await tabs()('visitor')
    await page.setContent(bad)
    const found = await axeFaults(page)
    for (const rule of ['image-alt', 'button-name', 'html-has-lang', 'color-contrast'])
      assert.ok(
        found.some((fault) => fault.includes(rule)),
        rule,
      )
    await page.context().close()
  })

  test('works without JavaScript where people arrive', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(`${world.base}/schools`)
    await page
      .getByRole('main')
      .getByRole('searchbox')
      .or(page.getByRole('main').getByRole('textbox'))
      .first()
      .fill('park')
    await page.getByRole('main').getByRole('button').first().click()
    assert.match(page.url(), /\/schools\?(.*&)?q=park/)
    assert.ok((await page.getByRole('main').getByRole('link').count()) > 0)
    await page.goto(`${world.base}/projects?year=2021-22`)
    assert.ok((await page.getByRole('main').getByRole('link').count()) > 10)
    await page.goto(`${world.base}/sign-in`)
    await page.getByRole('button', { name: 'Sign in as Rohan Petrescu' }).click()
    await page.goto(`${world.base}/hub/london-central-and-west/groups`)
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
    await context.close()
  })
})
