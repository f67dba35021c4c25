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
import { verdictAgain } from '../criteria/index.ts'
import { verdictsOfInterest } from '../interest/index.ts'
import { sweeps } from '../interest/jobs.ts'

const primary = { fact: 'organisation.phase', in: ['primary'] }

describe('the rules of a hub’s own on its offer', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let national = ''
  let staff = ''
  let projectId = ''
  let criterionId = ''
  let offerId = ''
  let interestId = ''
  const db = () => test.installation.connections.kysely

  const signedIn = async (role: string, hubId: string | null) => {
    const { id } = await makePerson(db())
    const [token, now] = [newId(), Temporal.Now.instant()]
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: id, role, hub_id: hubId, from_on: Temporal.PlainDate.from('2021-09-01') })
      .execute()
    const session = { id: newId(), person_id: id, token_hash: hashOf(token), created_at: now }
    await db()
      .insertInto('signed_in_sessions')
      .values({ ...session, expires_at: now.add({ hours: 24 }) })
      .execute()
    return `tessellate_session=${token}`
  }
  const see = async (url: string, cookie = '') => (await app.inject({ method: 'GET', url, headers: { cookie } })).body
  const send = (url: string, cookie: string, fields: Record<string, string>) =>
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
  const rules = () => `/hub/${hub.slug}/offers/${offerId}/rules`
  const press = async (what: string) =>
    send(rules(), staff, { press: what, mark: hidden(await see(rules(), staff), 'mark') })
  const allow = async (narrow: boolean, widen: boolean) => {
    await db().updateTable('projects').set({ hubs_may_narrow: narrow }).where('id', '=', projectId).execute()
    await db().updateTable('criteria').set({ hubs_may_widen: widen }).where('id', '=', criterionId).execute()
  }
  const compose = async (does: string, fields: Record<string, string>) => {
    const form = await see(`${rules()}/new`, staff)
    const kept = { does, mark: hidden(form, 'mark'), id: hidden(form, 'id') }
    return send(`${rules()}/new`, staff, { ...kept, 't-0-how': 'all', 't-0-count': '', ...fields })
  }
  const nursery = { 't-0-0-fact': 'organisation.phase', 't-0-0-in': 'early_years' }
  const meals = { 't-0-0-fact': 'organisation.free_meals', 't-0-0-atLeast': '30' }
  const again = () => sweeps['reach-verdicts-again']?.(test.system())
  const verdicts = () => verdictsOfInterest(db(), interestId)

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    await makeYear(db())
    await makeYear(db(), 2020)
    hub = await makeHub(db())
    national = await signedIn('national_team', null)
    staff = await signedIn('hub_administrator', hub.id)
    projectId = await makeProject(db(), { title: 'Ratio', slug: 'ratio' })
    criterionId = await makeCriterion(db(), projectId, {
      sentence: 'Your school teaches primary pupils.',
      rule: primary,
    })
    offerId = await makeOffer(db(), hub.id, projectId, { slug: 'ratio' })
    const school = await makeSchool(db())
    interestId = (await receivedInterest(test, { offerId, organisationId: school })).id
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('are refused where the project does not allow them, and the page says so', async () => {
    const page = await see(rules(), staff)
    assert.match(page, /does not allow hubs rules of their own/)
    assert.ok(!page.includes(`href="${rules()}/new"`))
    const answer = await compose('required', meals)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Choose what the project allows/)
  })

  it('are allowed by the writers of the project, rule by rule and in sum, as a correction', async () => {
    const address = `/network/projects/${projectId}/rules`
    const page = await see(address, national)
    const mark = /name="mark" value="([^"]*)"><button[^>]*value="hubs:may"/.exec(page)?.[1] ?? ''
    assert.equal((await send(address, national, { press: 'hubs:may', mark })).statusCode, 303)
    const form = await see(`${address}/${criterionId}`, national)
    const fields = { strength: 'required', hubs: 'may', mark: hidden(form, 'mark'), id: hidden(form, 'id') }
    const rule = { 't-0-how': 'all', 't-0-count': '', 't-0-0-fact': 'organisation.phase', 't-0-0-in': 'primary' }
    const sentence = 'Your school teaches primary pupils.'
    assert.equal((await send(`${address}/${criterionId}`, national, { ...fields, ...rule, sentence })).statusCode, 303)
    assert.match(await see(address, national), /Hubs may widen it/)
    assert.match(await see(rules(), staff), /does not allow/, 'a correction counts once it is published')
    await allow(true, true)
    assert.match(await see(rules(), staff), /Widen it/)
  })

  it('widen a rule once they are in force: tried before, told on the page, and in the verdict with whose it is', async () => {
    assert.equal((await compose(`widens:${criterionId}`, { ...nursery, 't-0-0-in': 'secondary' })).statusCode, 303)
    assert.match(await see(rules(), staff), /Not in force yet/)
    assert.match(await see(`${rules()}/try`, staff), /1 of the one request would get another verdict/)
    assert.equal((await verdicts())[0]?.answer, 'no')
    test.clock.set('2021-10-18T09:00:00Z')
    assert.equal((await press('in-force')).statusCode, 303)
    assert.match(await see(`/hubs/${hub.slug}/offers/2021-22/ratio`), /widens who can take part/)
    assert.match(await see(`/hubs/${hub.slug}/offers/2021-22/ratio.txt`), /widens who can take part/)
    assert.match(await see(`/hub/${hub.slug}/offers/${offerId}/versions`, staff), /Rules of your own/)
    await again()
    const [verdict] = await verdicts()
    assert.equal(verdict?.answer, 'yes')
    assert.match(verdict?.whose ?? '', /^A rule of the project, widened by /)
    assert.match(
      verdict?.sentence ?? '',
      /^Your school teaches primary pupils\. Or, by .*: your school teaches secondary pupils\.$/,
    )
    assert.match(await see(`/hub/${hub.slug}/interest/${interestId}`, staff), /widened by/)
  })

  it('narrow an offer beside the project, and the verdict is reached again from what was kept', async () => {
    assert.equal((await compose('required', meals)).statusCode, 303)
    test.clock.set('2021-10-18T10:00:00Z')
    assert.equal((await press('in-force')).statusCode, 303)
    await again()
    const own = (await verdicts()).find(({ whose }) => whose?.startsWith(`A rule of ${hub.slug}`))
    const row = (await verdicts())[1]
    assert.equal(own?.id ?? '', row?.id)
    const kept = await db()
      .selectFrom('interest_verdicts as v')
      .innerJoin('expressions_of_interest as i', 'i.id', 'v.interest_id')
      .select(['v.criterion_id', 'v.whose', 'v.sentence', 'v.rule', 'i.known_facts'])
      .where('v.id', '=', own?.id ?? '')
      .executeTakeFirstOrThrow()
    assert.equal(kept.criterion_id, null)
    const reached = verdictAgain(
      { criterionId: null, whose: kept.whose, strength: 'required', sentence: kept.sentence, rule: kept.rule },
      kept.known_facts,
    )
    assert.deepEqual([reached.answer, reached.facts], [own?.answer, own?.facts])
  })

  it('count no more once the project stops allowing them, and the national team sees it', async () => {
    const listed = () => see('/network/own-rules?year=2021-22', national)
    assert.ok(!(await listed()).includes('Does not count'))
    await db().updateTable('criteria').set({ sentence: 'Worded anew.' }).where('id', '=', criterionId).execute()
    assert.match(await listed(), /Reworded since/)
    await allow(false, false)
    assert.match(await listed(), /Does not count/)
    assert.ok(!(await see(`/hubs/${hub.slug}/offers/2021-22/ratio`)).includes('widens who can take part'))
    assert.equal((await verdicts()).length, 2, 'what was reached stays as it was')
    await allow(true, true)
  })

  it('are told of two who compose at once, and can be dropped or removed', async () => {
    const form = await see(`${rules()}/new`, staff)
    const fields = { does: 'priority', mark: hidden(form, 'mark'), 't-0-how': 'all', 't-0-count': '', ...meals }
    assert.equal((await send(`${rules()}/new`, staff, { ...fields, id: newId() })).statusCode, 303)
    const second = await send(`${rules()}/new`, staff, { ...fields, id: newId() })
    assert.equal(second.statusCode, 409)
    assert.match(second.body, /Your rule is below, and not saved/)
    await press('drop')
    assert.ok(!(await see(rules(), staff)).includes('Not in force yet'))
    const own = await db().selectFrom('offer_rules').select('id').where('offer_id', '=', offerId).execute()
    await press(`remove:${own[0]?.id}`)
    assert.match(await see(rules(), staff), /In force until you put the change in force/)
    await press('in-force')
    assert.equal((await db().selectFrom('offer_rules').select('id').execute()).length, own.length - 1)
  })

  it('are judged by themselves where one asks what can be joined', async () => {
    await makeSchool(db(), { phase: 'primary', urn: 998877 })
    assert.match(await see('/schools/998877'), /Ratio, by the rules of /)
  })
})
