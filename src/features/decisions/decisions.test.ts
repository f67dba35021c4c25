import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import { makeCriterion, makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const { see: page, send } = browser(() => app)

const setting = async () => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 2 })
  return { hub, projectId, offerId: await makeOffer(db(), hub.id, projectId) }
}

describe('the hub’s pages', () => {
  it('show what needs doing, list and filter it, and decide on it', async () => {
    const { offerId, hub, projectId } = await setting()
    await makeCriterion(db(), projectId, {
      sentence: 'Your school is primary.',
      rule: { fact: 'organisation.phase', in: ['primary'] },
    })
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, name: 'Brent Work Group' })
    const school = await makeSchool(db(), { name: 'Quince Hill School' })
    const interest = await receivedInterest(test, { offerId, organisationId: school })
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const home = await page(`/hub/${hub.slug}`, cookie)
    assert.match(home.body, /To be decided/)
    const list = `/hub/${hub.slug}/interest`
    assert.match(
      (await page(`${list}?q=quince&status=confirmed&offer=${offerId}&sort=school`, cookie)).body,
      /Quince Hill School/,
    )
    assert.match((await page(`${list}?status=placed`, cookie)).body, /No requests here/)
    assert.equal((await page(`${list}?status=nonsense&sort=drop&page=-1&offer=x`, cookie)).statusCode, 200)
    const own = `${list}/${interest.id}`
    const shown = await page(own, cookie)
    assert.match(shown.body, /Brent Work Group/)
    assert.match(shown.body, /Your school is primary/)
    const verdict = await db()
      .selectFrom('interest_verdicts')
      .select('id')
      .where('interest_id', '=', interest.id)
      .executeTakeFirstOrThrow()
    assert.equal(
      (await send(own, { act: 'overrule', verdict: verdict.id, answer: 'yes', overrule_reason: '' }, cookie))
        .statusCode,
      422,
    )
    assert.equal(
      (
        await send(
          own,
          { act: 'overrule', verdict: verdict.id, answer: 'yes', overrule_reason: 'A middle school.' },
          cookie,
        )
      ).statusCode,
      303,
    )
    assert.match((await page(own, cookie)).body, /A middle school/)
    const past = {
      act: 'offer',
      offer_group: groupId,
      'respond_by-day': '1',
      'respond_by-month': '10',
      'respond_by-year': '2021',
    }
    assert.match((await send(own, past, cookie)).body, /today or later/)
    assert.equal((await send(own, { ...past, 'respond_by-day': '22' }, cookie)).statusCode, 303)
    assert.match((await page(own, cookie)).body, /to be answered by 22 October 2021 at 11:59pm/)
  })

  it('say beside the group that it has no room', async () => {
    const { offerId, hub, projectId } = await setting()
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, organisations_room: 0 })
    const interest = await receivedInterest(test, { offerId })
    const answer = await send(
      `/hub/${hub.slug}/interest/${interest.id}`,
      { act: 'hold', hold_group: groupId },
      await signedInAs(test, 'hub_administrator', { hub_id: hub.id }),
    )
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /no room left/)
  })

  it('are not there for another hub, nor another hub’s requests for this one', async () => {
    const here = await setting()
    const there = await setting()
    const interest = await receivedInterest(test, { offerId: there.offerId })
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: here.hub.id })
    for (const url of [
      `/hub/${there.hub.slug}`,
      `/hub/${there.hub.slug}/interest`,
      `/hub/${there.hub.slug}/interest/${interest.id}`,
      `/hub/${here.hub.slug}/interest/${interest.id}`,
      `/hub/${here.hub.slug}/offers/${there.offerId}/interest/new`,
      `/hub/${here.hub.slug}/interest/x`,
    ])
      assert.equal((await page(url, cookie)).statusCode, 404, url)
    assert.equal((await send(`/hub/${here.hub.slug}/interest/${interest.id}`, { act: 'wait' }, cookie)).statusCode, 404)
    assert.equal((await page(`/hub/${there.hub.slug}`)).statusCode, 302)
  })
})
