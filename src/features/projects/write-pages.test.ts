import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson, makeYear } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { writtenProject } from './draft-queries.ts'

describe('the pages where the national team writes a project', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let cookie: string
  const db = () => test.installation.connections.kysely
  const see = (url: string) => app.inject({ method: 'GET', url, headers: { cookie } })
  const send = (url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        cookie,
        origin: 'http://hubs.example',
        host: 'hubs.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    })
  const filled = (title: string, more: Record<string, string> = {}) => ({
    year: '2021-22',
    title,
    summary: 'Teaching ratio well.',
    delivery_model: 'work_group',
    unit: 'organisation',
    phases: 'secondary',
    ...more,
  })
  const begun = async (title: string, more: Record<string, string> = {}) => {
    const answer = await send('/network/projects/new', filled(title, more))
    assert.equal(answer.statusCode, 303)
    return String(answer.headers.location)
  }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    await makeYear(db())
    const { id } = await makePerson(db())
    const token = newId()
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: id, role: 'national_team', from_on: Temporal.PlainDate.from('2021-09-01') })
      .execute()
    await db()
      .insertInto('signed_in_sessions')
      .values({
        id: newId(),
        person_id: id,
        token_hash: hashOf(token),
        created_at: Temporal.Now.instant(),
        expires_at: Temporal.Now.instant().add({ hours: 24 }),
      })
      .execute()
    cookie = `tessellate_session=${token}`
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('say beside the field that a title or a code is taken, and lose nothing that was typed', async () => {
    await begun('Ratio', { code: 'NCP21-70' })
    const title = await send('/network/projects/new', filled('Ratio', { outline: 'A long text.' }))
    assert.equal(title.statusCode, 422)
    assert.match(title.body, /href="#title">Another project of this year has this title[\s\S]*A long text\./)
    const code = await send('/network/projects/new', filled('Proportion', { code: '21-70' }))
    assert.match(code.body, /href="#code">Another project has this code/)
  })

  it('tell the second of two who change a draft, keep both texts, and save over the first only when asked again', async () => {
    const address = await begun('Algebra')
    const id = address.split('/').at(-1) ?? ''
    const markIn = (body: string) => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const mark = markIn((await see(`${address}/edit`)).body)
    const outline = async () => (await writtenProject(db(), id, null))?.draft.texts.outline
    assert.equal((await send(`${address}/edit`, filled('Algebra', { mark, outline: 'Ours' }))).statusCode, 303)
    const second = await send(`${address}/edit`, filled('Algebra', { mark, outline: 'Theirs' }))
    assert.equal(second.statusCode, 409)
    assert.match(second.body, /changed this draft since you opened it[\s\S]*>Theirs<\/textarea>/)
    assert.equal(await outline(), 'Ours')
    const again = filled('Algebra', { mark: markIn(second.body), outline: 'Both' })
    assert.equal((await send(`${address}/edit`, again)).statusCode, 303)
    assert.equal(await outline(), 'Both')
  })

  it('lead to what everybody sees once it is public, and still when it is withdrawn', async () => {
    const address = await begun('Geometry', { outline: 'Shapes.', who: 'Teachers.', benefits: 'draw' })
    assert.doesNotMatch((await see(address)).body, /See it as everybody does/)
    await send(`${address}/publish`, {})
    assert.match((await see(address)).body, /href="\/projects\/2021-22\/geometry"/)
    assert.equal((await send(`${address}/withdraw`, { reason: ' ' })).statusCode, 422)
    await send(`${address}/withdraw`, { reason: 'No money.' })
    assert.match((await see(address)).body, /No money\.[\s\S]*See it as everybody does/)
    const seen = await see('/projects/2021-22/geometry')
    assert.match(seen.body, /This project was withdrawn\. No money\./)
    assert.doesNotMatch(seen.body, /Where it is offered|Can my school join/)
  })
})
