import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makePolicy, makeProject, makeYear } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { offerToEdit } from './editing-queries.ts'
import type { PartName } from './offer-parts.ts'

describe('the pages where a hub makes its offers', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let staff: string
  let lead: string
  let stranger: string
  const db = () => test.installation.connections.kysely

  const pages = browser(() => app)
  const { see } = pages
  const send = (url: string, cookie: string, fields: Record<string, string>) => pages.send(url, fields, cookie)
  const at = (id: string, verb: string) => `/hub/${hub.slug}/offers/${id}/${verb}`
  const begun = async (values: Record<string, unknown> = {}) => {
    const answer = await send(`/hub/${hub.slug}/offers/new`, staff, { project: await makeProject(db(), values) })
    assert.equal(answer.statusCode, 303)
    return String(answer.headers.location).split('/')[4] ?? ''
  }
  const edited = async (id: string) => {
    const offer = await offerToEdit(db(), hub.id, id)
    assert.ok(offer)
    return offer
  }
  const typed = async (id: string, part: PartName, more: Record<string, string> = {}) => ({
    seen: (await edited(id)).marks[part],
    ...(part === 'about' ? { contact_email: 'questions@hub.example' } : {}),
    ...(part === 'joining' ? { registering: 'form' } : {}),
    ...more,
  })
  const day = (name: string, [date, month, year]: readonly [string, string, string]) => ({
    [`${name}-day`]: date,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  })

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'london-west')
    const other = await makeHub(db(), 'london-east')
    staff = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    lead = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
    stranger = await signedInAs(test, 'hub_lead', { hub_id: other.id })
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('list every offer of the hub in whatever state', async () => {
    const id = await begun({ title: 'Mastery Readiness' })
    await makeOffer(db(), hub.id, await makeProject(db(), { title: 'Stronger Algebra' }), { status: 'withdrawn' })
    const { body, statusCode } = await see(`/hub/${hub.slug}/offers`, staff)
    assert.equal(statusCode, 200)
    assert.match(body, /Mastery Readiness[\s\S]*Draft/)
    assert.match(body, /Stronger Algebra[\s\S]*Withdrawn/)
    assert.ok(body.includes(at(id, 'edit')))
    assert.match((await see(`/hub/${hub.slug}`, staff)).body, /href="\/hub\/london-west\/offers"/)
  })

  it('offer the projects of the year that the hub does not offer yet, and a second offer of the others', async () => {
    const id = await begun({ title: 'Years 5 to 8 Continuity' })
    const { project } = await edited(id)
    const page = await see(`/hub/${hub.slug}/offers/new`, staff)
    assert.ok(page.body.includes(`<option value="${project.id}"`))
    assert.ok(!page.body.includes(`type="radio" value="${project.id}"`))
    const address = `/hub/${hub.slug}/offers/new`
    assert.equal((await send(address, staff, {})).statusCode, 422)
    assert.match((await send(address, staff, { again: project.id })).body, /tell the second offer apart/)
    const second = await send(address, staff, { again: project.id, suffix: 'Hounslow' })
    assert.equal(second.statusCode, 303)
    assert.match((await send(address, staff, { again: project.id, suffix: 'hounslow' })).body, /already/)
  })

  it('offer the projects of every year that has not ended, and of none that has', async () => {
    const [past, later] = await Promise.all(
      [2020, 2024].map(async (year) => {
        await makeYear(db(), year)
        return makeProject(db(), { year, title: `Of ${year}` })
      }),
    )
    const address = `/hub/${hub.slug}/offers/new`
    const page = await see(address, staff)
    assert.match(page.body, /href="[^"]*year=2024-25"/)
    assert.doesNotMatch(page.body, /year=2020-21/)
    assert.ok((await see(`${address}?year=2024-25`, staff)).body.includes(later ?? ''))
    assert.equal((await send(`${address}?year=2024-25`, staff, { project: later ?? '' })).statusCode, 303)
    assert.equal((await send(`${address}?year=2020-21`, staff, { project: past ?? '' })).statusCode, 422)
  })

  it('are not there for another hub, nor for an offer of another hub', async () => {
    const id = await begun()
    for (const url of [`/hub/${hub.slug}/offers`, `/hub/${hub.slug}/offers/new`, at(id, 'edit')])
      assert.equal((await see(url, stranger)).statusCode, 404)
    for (const verb of ['about', 'joining', 'dates', 'who', 'new-date', 'texts', 'new-text', 'publish', 'withdraw']) {
      assert.equal((await send(at(id, verb), stranger, {})).statusCode, 404)
      assert.equal((await send(`/hub/london-east/offers/${id}/${verb}`, stranger, {})).statusCode, 404)
    }
    assert.equal((await see(at(id, 'edit'))).statusCode, 302)
  })

  it('save what is typed of each part, and draw it again as it was saved', async () => {
    const id = await begun()
    const closes = day('closes', ['30', '11', '2021'])
    const outside = { registering: 'outside', registering_address: 'https://forms.example/ours', ...closes }
    assert.equal((await send(at(id, 'joining'), staff, await typed(id, 'joining', outside))).statusCode, 303)
    const leadNote = 'A secondary specialist'
    assert.equal(
      (await send(at(id, 'about'), staff, await typed(id, 'about', { lead_note: leadNote }))).statusCode,
      303,
    )
    const room = { most_organisations: '12', most_people: '24', fewest_organisations: '6' }
    assert.equal((await send(at(id, 'who'), staff, await typed(id, 'who', room))).statusCode, 303)
    const online = {
      ...day('on', ['17', '11', '2021']),
      starts: '9:30am',
      ends: '2:30pm',
      mode: 'online',
      certainty: 'confirmed',
    }
    assert.equal((await send(at(id, 'new-date'), staff, { seen: '0', ...online })).statusCode, 303)
    assert.equal((await send(at(id, 'new-date'), staff, { seen: '0', ...online })).statusCode, 409)
    const undated = { seen: '1', mode: 'unknown', certainty: 'unknown' }
    assert.equal((await send(at(id, 'new-date'), staff, undated)).statusCode, 303)
    const { plannedDates, closesOn, room: kept } = await edited(id)
    assert.equal(closesOn?.toString(), '2021-11-30')
    assert.deepEqual(kept, { mostOrganisations: 12, mostPeople: 24, fewestOrganisations: 6 })
    assert.deepEqual(
      plannedDates.map(({ on, mode, certainty }) => [on?.toString() ?? null, mode, certainty]),
      [
        ['2021-11-17', 'online', 'confirmed'],
        [null, 'unknown', 'unknown'],
      ],
    )
    assert.match((await see(at(id, `dates/${plannedDates[0]?.id}`), staff)).body, /value="9:30am"/)
    assert.match((await see(at(id, 'about'), staff)).body, /A secondary specialist/)
    assert.match((await see(at(id, 'edit'), staff)).body, /2 dates, 1 confirmed[\s\S]*Until 30 Nov/)
    await send(at(id, 'publish'), staff, {})
    const flyer = await see(`/hubs/${hub.slug}/offers/2021-22/${(await edited(id)).slug}`)
    assert.match(flyer.body, /href="https:\/\/forms.example\/ours"/)
    assert.match(flyer.body, /Up to 12 schools and 24 people; it runs with 6 schools or more/)
    const asked = await see(`/offers/${id}/interest/new`)
    assert.deepEqual([asked.statusCode, String(asked.headers.location).endsWith('#joining')], [303, true])
  })

  it('say every error at once and lose nothing that was typed', async () => {
    const id = await begun()
    const before = await edited(id)
    const wrong = async (part: string, fields: Record<string, string>, ...messages: readonly RegExp[]) => {
      const { statusCode, body } = await send(at(id, part), staff, fields)
      assert.equal(statusCode, 422)
      for (const message of messages) assert.match(body, message)
    }
    const misspelt = { contact_email: 'questions@gmial.com', lead_note: 'A lead' }
    await wrong('about', await typed(id, 'about', misspelt), /Did you mean questions@gmail\.com\?/, />A lead</)
    const window = {
      ...day('opens', ['1', '12', '2021']),
      ...day('closes', ['1', '11', '2021']),
      registering: 'outside',
    }
    await wrong('joining', await typed(id, 'joining', window), /must close on the day it opens/, /address of your form/)
    const impossible = {
      ...day('on', ['31', '6', '2022']),
      starts: '2pm',
      ends: '1pm',
      seen: '0',
      note: 'Dates follow',
    }
    const messages = [
      /There is no such date/,
      /The end must be after/,
      /Choose where it is/,
      /Dates follow/,
      /value="31"/,
    ]
    await wrong('new-date', impossible, ...messages)
    await wrong('who', await typed(id, 'who', { most_people: 'many' }), /whole number/, /value="many"/)
    assert.equal((await edited(id)).updatedAt.toString(), before.updatedAt.toString())
    const sure = { contact_email: 'questions@gmial.com', sure: 'questions@gmial.com' }
    assert.equal((await send(at(id, 'about'), staff, await typed(id, 'about', sure))).statusCode, 303)
  })

  it('tell the second of two who change a part, and overwrite nothing', async () => {
    const id = await begun()
    const opened = await typed(id, 'about')
    assert.equal((await send(at(id, 'about'), staff, { ...opened, lead_note: 'Ours' })).statusCode, 303)
    const second = await send(at(id, 'about'), lead, { ...opened, lead_note: 'Theirs' })
    assert.equal(second.statusCode, 409)
    assert.equal((await edited(id)).leadNote, 'Ours')
    assert.match(second.body, /Somebody changed this[\s\S]*>Theirs<\/textarea>/)
    const seen = { seen: /name="seen" value="([^"]+)"/.exec(second.body)?.[1] ?? '' }
    assert.equal((await send(at(id, 'about'), lead, { ...opened, ...seen, lead_note: 'Both' })).statusCode, 303)
    assert.equal((await edited(id)).leadNote, 'Both')
    assert.match((await see(at(id, 'versions'), lead)).body, /<ins>[\s\S]*Both[\s\S]*<del>/)
  })

  it('let the lead of the hub choose the policy, and nobody else', async () => {
    const id = await begun()
    const policy = await makePolicy(db(), hub.id, { name: 'Seven days' })
    assert.equal((await see(at(id, 'policy'), staff)).statusCode, 403)
    assert.equal((await send(at(id, 'policy'), staff, await typed(id, 'policy', { policy }))).statusCode, 403)
    assert.match((await see(at(id, 'policy'), lead)).body, /Seven days/)
    assert.equal((await send(at(id, 'policy'), lead, await typed(id, 'policy', { policy }))).statusCode, 303)
    assert.equal((await edited(id)).policy?.id, policy)
  })

  it('show a draft to its hub only, and to everybody once it is published', async () => {
    const id = await begun({ slug: 'mixed-attainment' })
    const flyer = `/hubs/${hub.slug}/offers/2021-22/mixed-attainment`
    for (const cookie of [undefined, stranger]) assert.equal((await see(flyer, cookie)).statusCode, 404)
    const preview = await see(flyer, staff)
    assert.match(preview.body, /Draft: only your hub sees this/)
    assert.doesNotMatch(preview.body, /cannot ask to join|interest\/new/)
    assert.equal((await send(at(id, 'publish'), staff, {})).statusCode, 303)
    const published = await see(flyer)
    assert.equal(published.statusCode, 200)
    assert.match(published.body, /Express interest/)
    assert.doesNotMatch(published.body, /Draft/)
  })

  it('offer nothing but withdrawing for a draft', async () => {
    const { body } = await see(at(await begun(), 'edit'), staff)
    assert.doesNotMatch(body, /It is closed/)
    assert.match(body, /Withdraw the offer/)
  })

  it('end an offer with a reason that its page tells', async () => {
    const id = await begun({ slug: 'arithmetic-proficiency' })
    await send(at(id, 'publish'), staff, {})
    const wrong = await send(at(id, 'withdraw'), staff, { act: 'withdraw' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Say why/)
    assert.match(wrong.body, /It is closed/)
    const done = await send(at(id, 'withdraw'), staff, { act: 'withdraw', reason: 'We found no lead.' })
    assert.equal(done.statusCode, 303)
    assert.match((await see(`/hubs/${hub.slug}/offers/2021-22/arithmetic-proficiency`)).body, /We found no lead\./)
    assert.match((await see(at(id, 'edit'), staff)).body, /withdrawn and cannot be changed/)
    assert.equal((await send(at(id, 'about'), staff, await typed(id, 'about'))).statusCode, 422)
  })
})
