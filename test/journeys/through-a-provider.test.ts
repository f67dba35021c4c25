import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { newPage, openBrowser, textOf } from '../support/browser.ts'
import { type TestInstallation, testInstallation } from '../support/installation.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { makePerson } from '../support/records.ts'

let base: string
let here: TestInstallation
let app: FastifyInstance
let browser: Browser
let school: TestProvider
let ministry: TestProvider

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createServer()
    socket.listen(0, 'localhost', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

before(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  school = await startProvider('school', base)
  ministry = await startProvider('ministry', base)
  here = await testInstallation({ baseUrl: base, providers: [school.setting, ministry.setting] })
  app = await createApp(here.installation)
  await app.listen({ host: 'localhost', port })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await app.close()
  await here.release()
  await Promise.all([school.close(), ministry.close()])
})

test('somebody signs in with the account of their school, links another, and signs in with that', async () => {
  const person = await makePerson(here.installation.connections.kysely, 'Theodora Quill')
  school.admit({ subject: 'tq', email: person.address, isVerified: true })
  const page = await newPage(browser)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  // Whoever opens a page of their own is asked to sign in, and comes to it afterwards.
  await page.goto(`${base}/account`)
  await page.getByRole('button', { name: 'Sign in with Provider school' }).click()
  await page.waitForURL(`${base}/account`)
  assert.match(await textOf(page), /Theodora Quill/)

  ministry.admit({ subject: 'quill', email: 'another-address@elsewhere.example' })
  await page.getByRole('link', { name: 'How I sign in' }).click()
  await page.getByRole('button', { name: 'Link an account at Provider ministry' }).click()
  await page.getByRole('heading', { name: 'Link your account at Provider ministry' }).waitFor()
  await page.getByRole('button', { name: 'Link it' }).click()
  await page.getByText('The account is linked').waitFor()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${base}/sign-in?to=/account/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Provider ministry' }).click()
  await page.waitForURL(`${base}/account/sign-in`)
  await page.getByRole('button', { name: 'Unlink Provider ministry' }).click()
  await page.getByText('The account is unlinked').waitFor()
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('somebody whom nobody knows here is told what to do, and is not made known', async () => {
  school.admit({ subject: 'stranger', email: 'stranger@elsewhere.example', isVerified: true })
  const page = await newPage(browser)
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Provider school' }).click()
  await page.getByRole('heading', { name: 'We do not know this account yet' }).waitFor()
  await page.getByRole('link', { name: 'Sign in by mail' }).click()
  await page.getByLabel('Email address').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0)
  await page.context().close()
})
