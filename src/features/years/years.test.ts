import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { createApp } from '../../app.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { durationOf, projectByAddress, termsOfYear } from '../projects/index.ts'

const year = academicYear(2021)

describe('the pages of a year', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let team: string
  const db = () => test.installation.connections.kysely
  const see = async (url: string, cookie = team) => (await app.inject({ url, headers: { cookie } })).body
  const send = (url: string, fields: Record<string, string>, cookie = team) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        cookie,
        origin: test.installation.config.baseUrl,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    })
  const signIn = async (email: string): Promise<string> => {
    const [cookie] = (await send('/sign-in/cast', { email }, '')).cookies
    assert.ok(cookie, `${email} is not signed in`)
    return `${cookie.name}=${cookie.value}`
  }
  /** What a form holds: every field with its value. */
  const fieldsIn = (body: string): Record<string, string> =>
    Object.fromEntries(
      [...body.matchAll(/<input [^>]*>/g)].flatMap(([input]) => {
        const name = /name="([^"]+)"/.exec(input)?.[1]
        return name ? [[name, /value="([^"]*)"/.exec(input)?.[1] ?? '']] : []
      }),
    )

  before(async () => {
    test = await testInstallation({ demo: true })
    await db()
      .transaction()
      .execute((tx) => loadFacts(tx, test.clock.now()))
    app = await createApp(test.installation)
    team = await signIn('farida.okonjo@coordinator.example')
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  describe('what it calls things', () => {
    const address = '/network/years/2021-22/terms/work_group'
    const twilight = { session: 'twilight', sessions: 'twilights', group: 'Circle', groups: 'Circles', model: 'Circle' }

    it('is changed for one year, and its pages and print follow', async () => {
      const saved = await send(address, { ...fieldsIn(await see(address)), ...twilight })
      assert.equal(saved.statusCode, 303, saved.body)
      const sustaining = await projectByAddress(db(), year, 'primary-teaching-for-mastery-sustaining')
      assert.equal(sustaining && durationOf(sustaining), '6 twilights')
      assert.match(await see('/projects/2021-22/primary-teaching-for-mastery-sustaining'), /6 twilights/)
      assert.match(await see('/projects?year=2021-22'), />Circle</)
      const before = await termsOfYear(db(), academicYear(2020))
      assert.deepEqual([before[0]?.words.session, before[0]?.own], ['workshop', false])
      assert.match(await see('/network/years'), /Words of its own/)
    })

    it('is not overwritten by who opened the page before a colleague changed it, and nothing typed is lost', async () => {
      const opened = fieldsIn(await see(address))
      await send(address, { ...opened, lead: 'Circle Lead', leads: 'Circle Leads' })
      const late = await send(address, { ...opened, lead: 'Convenor', leads: 'Convenors' })
      assert.equal(late.statusCode, 409)
      assert.match(late.body, /A colleague has changed these words[\s\S]*value="Convenor"/)
      const lead = async () => (await termsOfYear(db(), year))[0]?.words.lead
      assert.equal(await lead(), 'Circle Lead')
      assert.equal((await send(address, { ...opened, mark: fieldsIn(late.body)['mark'] ?? '' })).statusCode, 303)
      assert.equal(await lead(), 'Work Group Lead')
    })

    it('says what is missing, and goes back to the usual words', async () => {
      const opened = fieldsIn(await see(address))
      const empty = await send(address, { ...opened, session: ' ' })
      assert.equal(empty.statusCode, 422)
      assert.match(empty.body, /href="#session">Enter what a session is called/)
      for (const time of [1, 2]) {
        const usual = await send(address, { mark: opened['mark'] ?? '', act: 'usual' })
        assert.equal(usual.statusCode, 303, `time ${time}`)
      }
      const terms = await termsOfYear(db(), year)
      assert.deepEqual([terms[0]?.words.group, terms[0]?.own], ['Work Group', false])
    })

    it('is of no year and no model that there is not', async () => {
      for (const nowhere of ['/network/years/2050-51/terms', '/network/years/2021-22/terms/course'])
        assert.equal((await app.inject({ url: nowhere, headers: { cookie: team } })).statusCode, 404, nowhere)
    })
  })
})
