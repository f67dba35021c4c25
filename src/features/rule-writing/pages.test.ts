import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import {
  makeCriterion,
  makeHub,
  makeOffer,
  makePerson,
  makeProject,
  makeSchool,
  makeYear,
} from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'

describe('the pages where rules are composed', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let cookie: string
  const db = () => test.installation.connections.kysely
  const see = async (url: string) => (await app.inject({ method: 'GET', url, headers: { cookie } })).body
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
  const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  const rulesOf = (projectId: string) =>
    db()
      .selectFrom('criteria')
      .select(['id', 'strength', 'sentence', 'rule'])
      .where('project_id', '=', projectId)
      .orderBy('position')
      .execute()
  const head = { 't-0-how': 'all', 't-0-count': '' }
  const fundedPart = (at: number) => ({ [`t-0-${at}-fact`]: 'organisation.state_funded', [`t-0-${at}-is`]: 'yes' })
  const compose = async (projectId: string, fields: Record<string, string>) => {
    const address = `/network/projects/${projectId}/rules/new`
    const form = await see(address)
    return send(address, {
      strength: 'required',
      mark: hidden(form, 'mark'),
      id: hidden(form, 'id'),
      ...head,
      ...fields,
    })
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

  it('build a rule press by press, propose its sentence, and keep it with the project’s versions', async () => {
    const projectId = await makeProject(db(), { status: 'draft', title: 'Ratio' })
    const address = `/network/projects/${projectId}/rules/new`
    const form = await see(address)
    const kept = { strength: 'required', mark: hidden(form, 'mark'), id: hidden(form, 'id') }
    let page = await send(address, { ...kept, ...head, 't-0-new': 'person.post', press: 'fact:0' })
    assert.match(page.body, /One of these posts, held now/)
    const built = {
      ...kept,
      ...head,
      't-0-0-fact': 'person.post',
      't-0-0-in': 'head_of_department',
      't-0-0-months': '12',
      't-0-0-every': 'some',
      't-0-1-how': 'any',
      ...Object.fromEntries(
        Object.entries(fundedPart(0)).map(([name, value]) => [name.replace('t-0-', 't-0-1-'), value]),
      ),
      't-0-1-1-fact': 'organisation.area',
      't-0-1-1-is-not': 'not',
    }
    page = await send(address, { ...built, press: 'propose' })
    assert.match(
      page.body,
      /has been for at least a year, and either your school is state-funded or your school is outside/,
    )
    assert.deepEqual(await rulesOf(projectId), [], 'nothing is kept before it is saved')
    assert.equal((await send(address, built)).statusCode, 303)
    assert.equal((await send(address, built)).statusCode, 409, 'sent twice it is told, and is one rule')
    const [rule, ...others] = await rulesOf(projectId)
    assert.equal(others.length, 0)
    assert.deepEqual(rule?.rule, {
      all: [
        { fact: 'person.post', in: ['head_of_department'], held: true, since: { months: 12 } },
        { any: [{ fact: 'organisation.state_funded', is: true }, { not: { fact: 'organisation.area', is: 'hub' } }] },
      ],
    })
    assert.match(rule?.sentence ?? '', /^Somebody who would take part is now head of maths department/)
    const list = await see(`/network/projects/${projectId}/rules`)
    assert.match(list, /All of these:.*At least one of these:/s)
    const again = await see(`/network/projects/${projectId}/rules/${rule?.id}`)
    assert.match(again, /name="t-0-0-months"[^>]*value="12"/)
    const versions = await db()
      .selectFrom('project_versions')
      .select('number')
      .where('project_id', '=', projectId)
      .execute()
    assert.ok(versions.length > 0)
  })

  it('keep what was typed and say what is wrong where it is', async () => {
    const projectId = await makeProject(db(), { status: 'draft' })
    const answer = await compose(projectId, {
      't-0-0-fact': 'person.experience',
      't-0-0-years': 'ten',
      sentence: 'Mine.',
    })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /<title>Error:/)
    assert.match(answer.body, /href="#t-0-0-years"[^>]*>For how long they have taught: enter a number from 0 to 60/)
    assert.match(answer.body, /value="ten"/)
    assert.match(answer.body, />Mine\.</)
    assert.equal((await compose(projectId, {})).statusCode, 422, 'a rule without a fact is none')
  })

  it('put rules in order and remove them, and tell whoever saw an earlier order', async () => {
    const projectId = await makeProject(db(), { status: 'draft' })
    await compose(projectId, { ...fundedPart(0), sentence: 'First.', strength: 'priority' })
    await compose(projectId, { ...fundedPart(0), sentence: 'Second.', strength: 'expected' })
    const address = `/network/projects/${projectId}/rules`
    const mark = hidden(await see(address), 'mark')
    const second = (await rulesOf(projectId))[1]?.id
    assert.equal((await send(address, { mark, press: `up:${second}` })).statusCode, 303)
    assert.deepEqual(
      (await rulesOf(projectId)).map(({ sentence }) => sentence),
      ['Second.', 'First.'],
    )
    const late = await send(address, { mark, press: `remove:${second}` })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /These are the rules now/)
    await send(address, { mark: hidden(await see(address), 'mark'), press: `remove:${second}` })
    assert.deepEqual(
      (await rulesOf(projectId)).map(({ sentence }) => sentence),
      ['First.'],
    )
  })

  it('write a correction of what is public, which stays as it is until that is published', async () => {
    const projectId = await makeProject(db(), { phases: ['secondary'] })
    assert.equal((await compose(projectId, { ...fundedPart(0) })).statusCode, 303)
    assert.deepEqual(await rulesOf(projectId), [])
    assert.match(await see(`/network/projects/${projectId}/rules`), /Your school is state-funded\./)
    assert.match(await see(`/network/projects/${projectId}`), /The correction, not public yet/)
  })

  it('try rules on this and last year’s requests: numbers hub by hub, organisations and why, and no people', async () => {
    await makeYear(db(), 2022)
    const before = await makeProject(db())
    await makeCriterion(db(), before, {
      sentence: 'Secondary.',
      rule: { fact: 'organisation.phase', in: ['secondary'] },
    })
    const [east, west] = [await makeHub(db()), await makeHub(db())]
    const ask = async (hubId: string, name: string, phase: string) => {
      const offerId = await makeOffer(db(), hubId, before)
      const organisationId = await makeSchool(db(), { name, phase })
      return receivedInterest(test, { offerId, organisationId })
    }
    const kept = await ask(east.id, 'Stays In School', 'secondary')
    await ask(east.id, 'Falls Out School', 'secondary')
    await ask(west.id, 'Comes In School', 'primary')
    await db()
      .updateTable('organisations')
      .set({ free_meals_percent: 40 })
      .where('name', '<>', 'Falls Out School')
      .execute()
    await db()
      .updateTable('organisations')
      .set({ free_meals_percent: 10 })
      .where('name', '=', 'Falls Out School')
      .execute()
    const projectId = await makeProject(db(), { status: 'draft', year: 2022, phases: ['secondary'] })
    await db()
      .insertInto('project_lineage')
      .values({ project_id: projectId, earlier_project_id: before, kind: 'continues' })
      .execute()
    const address = `/network/projects/${projectId}/rules/try`
    assert.match(
      await see(`/network/projects/${await makeProject(db(), { status: 'draft' })}/rules/try`),
      /No request to try them on/,
    )
    await compose(projectId, {
      't-0-0-fact': 'organisation.free_meals',
      't-0-0-atLeast': '30',
      sentence: 'Where many can have free meals.',
    })
    const seen = await see(address)
    const text = seen.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(text, /2 of 3 requests would get another verdict/)
    assert.match(text, new RegExp(`${east.slug} 2 2 → 1 0 → 1 0 → 0 1`))
    assert.match(text, new RegExp(`${west.slug} 1 0 → 1 1 → 0 0 → 0 1`))
    assert.match(
      text,
      /Falls Out School 2021\/22 Yes → No Where many can have free meals\. At Falls Out School 10% of the pupils/,
    )
    assert.match(text, /Comes In School 2021\/22 No → Yes No longer in the way: Secondary\./)
    assert.doesNotMatch(text, /Stays In School/)
    assert.doesNotMatch(seen, new RegExp(kept.sender.name))
    assert.doesNotMatch(seen, new RegExp(kept.sender.email))
  })
})
