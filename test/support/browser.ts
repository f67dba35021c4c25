import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// The one without windows first: it is the same engine at half the processor time.
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

const launching = () => ({
  executablePath: process.env['CHROMIUM'] ?? installed.find((path) => existsSync(path)) ?? '/usr/bin/chromium',
  args: quiet,
})

/** The browser of this machine; close it in `after`. */
export const openBrowser = (): Promise<Browser> => chromium.launch(launching())

/** A browser whose profile lies in a folder, as on a device: what it kept is there when it is opened again. */
export const openProfile = async (folder: string, options: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const context = await chromium.launchPersistentContext(folder, { ...launching(), ...options })
  context.setDefaultTimeout(10_000)
  return context
}

/** A page of somebody's own, with their own cookies. A step that takes longer than ten seconds has failed. */
export const newPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** Signs in as a member of the cast, as a newcomer would. */
export const signInAs = async (page: Page, base: string, name: string): Promise<void> => {
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForURL(`${base}/`)
}

/** What the page says, without what stands round it. */
export const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''
