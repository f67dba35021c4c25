import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { createApp } from '../../app.ts'
import { invariants } from '../../invariants.ts'
import { newId } from '../../vocabulary/ids.ts'
import { allPathways, pathwayInWords, stageInWords } from '../projects/index.ts'
import { workingPathway } from './queries.ts'
import { stagesRefusal } from './written-pathway.ts'

describe('the pathways of schools', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let team: string
  let primary: string
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
  /** What a form holds, as a browser would send it back. */
  const fieldsIn = (body: string): Record<string, string> => {
    const form = body.slice(body.indexOf('<form method="post" action="/network'), body.lastIndexOf('</form>'))
    const boxes = [...form.matchAll(/<input [^>]*>/g)].flatMap(([input]) => {
      const name = /name="([^"]+)"/.exec(input)?.[1]
      if (!name || (/type="checkbox"/.test(input) && !/ checked/.test(input))) return []
      return [[name, /value="([^"]*)"/.exec(input)?.[1] ?? '']]
    })
    const lists = [...form.matchAll(/<select [^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(([list, name]) => [
      name,
      /<option value="([^"]*)" selected/.exec(list)?.[1] ?? '',
    ])
    return Object.fromEntries([...boxes, ...lists])
  }
  const markIn = (body: string) => /name="mark" value="([^"]*)"/.exec(body)?.[1] ?? ''
  const publicStages = async () => (await allPathways(db())).find(({ id }) => id === primary)?.stages ?? []

  before(async () => {
    test = await testInstallation({ demo: true })
    await db()
      .transaction()
      .execute((tx) => loadFacts(tx, test.clock.now()))
    app = await createApp(test.installation)
    const [cookie] = (await send('/sign-in/cast', { email: 'farida.okonjo@coordinator.example' }, '')).cookies
    assert.ok(cookie)
    team = `${cookie.name}=${cookie.value}`
    primary = (await allPathways(db())).find(({ key }) => key === 'primary_mastery')?.id ?? ''
  })
  after(async () => {
    for (const { rule, query } of invariants)
      assert.deepEqual((await test.installation.connections.pool.query(query)).rows, [], rule)
    await app.close()
    await test.release()
  })

  it('are told in words: where schools begin, what follows, what is taken again', async () => {
    const pathways = await allPathways(db())
    assert.deepEqual(pathways.map(pathwayInWords), [
      'Schools begin with Mastery Readiness or Development. In order: Mastery Readiness, then Development, then Embedding, then Sustaining. Sustaining is taken again each year.',
      'Schools begin with Development. In order: Development, then Embedding, then Sustaining.',
    ])
    const [way] = pathways
    const development = way?.stages[1]
    assert.deepEqual(way && development && stageInWords(way, development), {
      way: 'Schools can begin here; after Mastery Readiness',
      often: 'Once',
    })
  })

  it('are drawn for everybody, with the same as a table that names the projects of every year', async () => {
    const page = await see('/pathways/primary-mastery', '')
    assert.match(
      page,
      /<svg class="app-pathway-picture" role="img"[^>]*><title>Pathway: Primary teaching for mastery<\/title><desc>Schools begin/,
    )
    assert.match(page, /Begin here[\s\S]*each year[\s\S]*<table/)
    assert.match(
      page,
      /href="\/projects\/2021-22\/primary-teaching-for-mastery-sustaining">[^<]+<\/a>, 2021\/22 \(NCP21-11\)/,
    )
    assert.match(page, /href="\/projects\/2020-21\/primary-teaching-for-mastery-sustaining"/)
    const csv = await see('/pathways/primary-mastery.csv', '')
    assert.match(csv, /Primary teaching for mastery,Sustaining,4,After Embedding,Again each year,2021\/22,NCP21-11,/)
    assert.match(await see('/pathways', ''), /Secondary teaching for mastery/)
    assert.equal((await app.inject({ url: '/pathways/nowhere' })).statusCode, 404)
    const project = await see('/projects/2021-22/primary-teaching-for-mastery-sustaining', '')
    assert.match(project, /this project is the stage Sustaining[\s\S]*app-pathway-picture[\s\S]*stage by stage/)
    assert.match(await see('/projects?year=2021-22', ''), /Pathways of schools[\s\S]*app-pathway-picture/)
  })

  it('are changed in a draft; published, a stage that is renamed and moved keeps what names it', async () => {
    const address = `/network/pathways/${primary}`
    const fields = fieldsIn(await see(`${address}/edit`))
    const sustaining = fields['stage-3-id'] ?? ''
    const changed = {
      ...fields,
      'stage-3-name': 'Keeping it up',
      'stage-4-name': 'Lesson study',
      'stage-4-beside': sustaining,
    }
    assert.equal((await send(`${address}/edit`, changed)).statusCode, 303)
    assert.equal((await publicStages()).length, 4)
    const draft = await see(address)
    assert.match(draft, /Draft of a correction[\s\S]*Keeping it up[\s\S]*Taken beside Keeping it up[\s\S]*<ins>/)
    const silent = await send(`${address}/publish`, { mark: markIn(draft), note: '' })
    assert.equal(silent.statusCode, 422)
    assert.match(silent.body, /Say what the correction changes/)
    assert.equal((await send(`${address}/publish`, { mark: markIn(draft), note: 'A clearer name.' })).statusCode, 303)
    const stages = await publicStages()
    assert.deepEqual(
      stages.map(({ name, beside }) => [name, beside]),
      [
        ['Mastery Readiness', null],
        ['Development', null],
        ['Embedding', null],
        ['Keeping it up', null],
        ['Lesson study', sustaining],
      ],
    )
    assert.deepEqual([stages[3]?.id, stages[3]?.key], [sustaining, 'primary_sustaining'])
    assert.match(await see('/pathways/primary-mastery', ''), /Keeping it up[\s\S]*NCP21-11/)
    const version = await see(`${address}/versions/2`)
    assert.match(version, /Draft begun on [^<]* by Farida Okonjo[\s\S]*<del>[\s\S]*Lesson study/)
  })

  it('lose no stage that records of schools or projects name, and say why', async () => {
    const address = `/network/pathways/${primary}/edit`
    const fields = fieldsIn(await see(address))
    const gone = await send(address, { ...fields, 'stage-2-name': '' })
    assert.equal(gone.statusCode, 422)
    assert.match(gone.body, /Embedding cannot be removed: \d+ stage records of schools and \d+ projects name it/)
    const unused = await send(address, { ...fields, 'stage-4-name': '' })
    assert.equal(unused.statusCode, 303)
    const names = (await workingPathway(db(), primary))?.pathway.stages.map(({ name }) => name)
    assert.deepEqual(names, ['Mastery Readiness', 'Development', 'Embedding', 'Keeping it up'])
  })

  it('tell the second of two who change one, and keep what was typed', async () => {
    const address = `/network/pathways/${primary}/edit`
    const fields = fieldsIn(await see(address))
    assert.equal((await send(address, { ...fields, name: 'First' })).statusCode, 303)
    const late = await send(address, { ...fields, name: 'Second' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /A colleague has changed this pathway[\s\S]*value="Second"/)
    assert.equal((await send(address, { ...fields, name: 'Second', mark: markIn(late.body) })).statusCode, 303)
    const mark = markIn(await see(`/network/pathways/${primary}`))
    assert.equal((await send(`/network/pathways/${primary}/discard`, { mark })).statusCode, 303)
    assert.equal((await workingPathway(db(), primary))?.pathway.name, 'Primary teaching for mastery')
  })

  it('are begun anew, and say what is missing', async () => {
    const fields = fieldsIn(await see('/network/pathways/new/edit'))
    const nothing = await send('/network/pathways/new/edit', fields)
    assert.equal(nothing.statusCode, 422)
    assert.match(nothing.body, /Enter what the pathway is called[\s\S]*Choose the phase[\s\S]*Name at least one stage/)
    const typed = { ...fields, name: 'Post-16 reasoning', phase: 'post_16', 'stage-0-name': 'Starting' }
    const nowhere = await send('/network/pathways/new/edit', typed)
    assert.match(nowhere.body, /tick an entry point[\s\S]*value="Post-16 reasoning"/)
    for (const time of [1, 2]) {
      const saved = await send('/network/pathways/new/edit', { ...typed, 'stage-0-entry': 'yes' })
      assert.equal(saved.statusCode, 303, `time ${time}`)
    }
    const list = await see('/network/pathways')
    assert.equal(list.match(/Post-16 reasoning/g)?.length, 1)
    assert.equal((await app.inject({ url: '/pathways/post-16-reasoning' })).statusCode, 404)
    const id = fields['id'] ?? ''
    const mark = markIn(await see(`/network/pathways/${id}`))
    assert.equal((await send(`/network/pathways/${id}/publish`, { mark, note: '' })).statusCode, 303)
    assert.match(await see('/pathways/post-16-reasoning', ''), /Schools begin with Starting\./)
  })

  it('know what is wrong with stages taken together', () => {
    const stage = (name: string, more = {}) => ({
      id: newId(),
      key: name,
      name,
      entryPoint: true,
      repeats: false,
      beside: null,
      ...more,
    })
    const [one, other] = [stage('One'), stage('Other')]
    assert.equal(stagesRefusal([one, other]), null)
    assert.match(stagesRefusal([]) ?? '', /at least one stage/)
    assert.match(stagesRefusal([one, stage('one')]) ?? '', /Two stages are called one/)
    assert.match(stagesRefusal([stage('One', { entryPoint: false })]) ?? '', /begin somewhere/)
    const beside = stage('Beside', { beside: one.id })
    assert.equal(stagesRefusal([one, beside]), null)
    assert.match(stagesRefusal([one, beside, stage('Third', { beside: beside.id })]) ?? '', /a turn of its own/)
  })
})
