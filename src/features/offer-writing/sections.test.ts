import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makePerson, makeProject } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Conflict, NotFound, Refused } from '../../platform/errors.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { inOwnOrder } from '../offers/section-order.ts'
import { addSection, dropSection, keepSection, moveSection, writeSection } from './actions/write-section.ts'
import { choicesAwaited, driftsOfYear, sectionsToWrite } from './section-queries.ts'

const words = (heading: string, body: string) => ({ heading, body })

describe('the texts of an offer', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  let staff: { id: string; cookie: string }
  let national: { id: string; cookie: string }
  let projectId: string
  let offerId: string
  const db = () => test.installation.connections.kysely
  const by = () => test.as(actorWith(staff.id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))

  const signedIn = async (role: string, scope = {}) => {
    const { id } = await makePerson(db())
    return { id, cookie: await signedInAs(test, role, scope, id) }
  }
  const pages = browser(() => app)
  const { see } = pages
  const send = (url: string, fields: Record<string, string>) =>
    pages.send(`/hub/${hub.slug}/offers/${offerId}/${url}`, fields, staff.cookie)

  // The national team's correction, as it reaches the tables that are public.
  const correct = (key: string, heading: string, body: string) =>
    db()
      .updateTable('project_sections')
      .set({ heading, body })
      .where('project_id', '=', projectId)
      .where('key', '=', key)
      .execute()
  const remove = (key: string) =>
    db().deleteFrom('project_sections').where('project_id', '=', projectId).where('key', '=', key).execute()
  const put = (key: string, heading: string, body: string, position: number) =>
    db()
      .insertInto('project_sections')
      .values({ id: newId(), project_id: projectId, key, heading, body, position })
      .execute()

  const at = async (key: string) => {
    const section = (await sectionsToWrite(db(), offerId)).find((each) => each.key === key)
    assert.ok(section)
    return { section, input: { offerId, key, seen: section.mark } }
  }
  const standings = async () =>
    Object.fromEntries((await sectionsToWrite(db(), offerId)).map(({ key, standing }) => [key, standing]))
  const flyer = async () => {
    const { slug } = await db().selectFrom('offers').select('slug').where('id', '=', offerId).executeTakeFirstOrThrow()
    return (await see(`/hubs/${hub.slug}/offers/2021-22/${slug}.txt`)).body
  }
  const headings = async () => [...(await flyer()).matchAll(/^(.+)\n-{3,}$/gm)].map(([, heading]) => heading)

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db())
    other = await makeHub(db())
    staff = await signedIn('hub_administrator', { hub_id: hub.id })
    national = await signedIn('national_team')
  })
  beforeEach(async () => {
    projectId = await makeProject(db())
    await put('outline', 'Outline', 'The national outline.', 1)
    await put('cost', 'What is the cost?', 'Nothing.', 2)
    await put('resources', 'Resources', 'Tasks to take home.', 3)
    offerId = await makeOffer(db(), hub.id, projectId)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('are the national ones until the hub writes its own; a correction flows into all it left alone', async () => {
    await writeSection(by(), { ...(await at('outline')).input, own: words('Outline', 'Our outline.') })
    assert.deepEqual(await standings(), { outline: 'own', cost: 'national', resources: 'national' })
    await correct('cost', 'What does it cost?', 'Nothing at all.')
    const text = await flyer()
    assert.ok(text.includes('Our outline.') && text.includes('What does it cost?') && text.includes('Nothing at all.'))
    assert.ok(!text.includes('The national outline.'))
    assert.deepEqual(await choicesAwaited(db(), hub.id), new Map())
  })

  it('wait for the hub where it wrote over a text that is corrected: it keeps its own, takes theirs or writes anew', async () => {
    const over = async () => {
      await writeSection(by(), { ...(await at('outline')).input, own: words('Outline', 'Our outline.') })
      await correct('outline', 'Outline', `Corrected ${newId()}`)
      assert.equal((await at('outline')).section.standing, 'changed')
      assert.equal((await choicesAwaited(db(), hub.id)).get(offerId), 1)
      assert.match((await see(`/hub/${hub.slug}`, staff.cookie)).body, /Texts behind a correction/)
      assert.ok((await flyer()).includes('Our outline.'))
    }
    await over()
    const stale = await send('texts/outline', { seen: 'of yesterday', act: 'keep' })
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /Nothing has been changed: look at both texts/)
    assert.doesNotMatch(stale.body, /What you typed/)
    await keepSection(by(), (await at('outline')).input)
    assert.doesNotMatch((await see(`/hub/${hub.slug}`, staff.cookie)).body, /Texts behind a correction/)
    assert.deepEqual([(await at('outline')).section.standing, (await choicesAwaited(db(), hub.id)).size], ['own', 0])
    await assert.rejects(keepSection(by(), (await at('outline')).input), Refused)
    await over()
    await writeSection(by(), { ...(await at('outline')).input, own: words('Outline', 'Ours and theirs.') })
    assert.equal((await at('outline')).section.standing, 'own')
    await over()
    await dropSection(by(), (await at('outline')).input)
    assert.equal((await at('outline')).section.standing, 'national')
    assert.match(await flyer(), /Corrected/)
    await assert.rejects(dropSection(by(), (await at('outline')).input), Refused)
  })

  it('wait also where the national section goes, or one comes where the hub had added its own', async () => {
    await writeSection(by(), { ...(await at('resources')).input, own: words('Resources', 'Our tasks.') })
    await remove('resources')
    assert.equal((await at('resources')).section.standing, 'gone')
    assert.ok((await flyer()).includes('Our tasks.'))
    await keepSection(by(), (await at('resources')).input)
    assert.equal((await at('resources')).section.standing, 'added')
    await put('resources', 'Resources', 'New tasks.', 3)
    assert.equal((await at('resources')).section.standing, 'come')
    await dropSection(by(), (await at('resources')).input)
    assert.ok((await flyer()).includes('New tasks.'))
    await put('next-steps', 'Next steps', 'Then go on.', 4)
    assert.ok((await headings()).includes('Next steps'))
  })

  it('are of staff of the hub to write; nobody else finds the offer', async () => {
    const { input } = await at('outline')
    const own = words('Outline', 'Theirs.')
    for (const actor of [
      actorWith(newId(), 'hub_lead', { hubId: other.id, hubSlug: other.slug }),
      actorWith(newId(), 'national_team'),
      { kind: 'visitor' } as const,
    ]) {
      const stranger = test.as(actor)
      await assert.rejects(writeSection(stranger, { ...input, own }), NotFound)
      await assert.rejects(dropSection(stranger, input), NotFound)
      await assert.rejects(keepSection(stranger, input), NotFound)
      await assert.rejects(addSection(stranger, { offerId, own, after: null }), NotFound)
      await assert.rejects(moveSection(stranger, { offerId, key: 'outline', to: 'down' }), NotFound)
    }
  })

  it('are not overwritten by two who write at once, nor over a correction that nobody has seen', async () => {
    const { input } = await at('outline')
    const two = [words('Outline', 'One.'), words('Outline', 'Two.')].map((own) => writeSection(by(), { ...input, own }))
    const done = await Promise.allSettled(two)
    assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const seen = (await at('outline')).input
    await correct('outline', 'Outline', 'Corrected meanwhile.')
    await assert.rejects(writeSection(by(), { ...seen, own: words('Outline', 'Three.') }), Conflict)
    await assert.rejects(writeSection(by(), { ...(await at('outline')).input, own: words(' ', 'No heading') }), Refused)
  })

  it('stand in the order the hub chooses, with sections of its own in any place', async () => {
    const usual = await headings()
    assert.deepEqual(usual.slice(0, 2), ['Outline', 'Dates and places'])
    await addSection(by(), { offerId, own: words('Lunch', 'We provide lunch.'), after: 'outline' })
    assert.deepEqual((await headings()).slice(0, 3), ['Outline', 'Lunch', 'Dates and places'])
    await assert.rejects(addSection(by(), { offerId, own: words('Lunch', 'Again.'), after: null }), Refused)
    await moveSection(by(), { offerId, key: 'dates', to: 'up' })
    await moveSection(by(), { offerId, key: 'dates', to: 'up' })
    assert.deepEqual((await headings()).slice(0, 3), ['Dates and places', 'Outline', 'Lunch'])
    await addSection(by(), { offerId, own: words('Dates', 'A heading of a fact is no hindrance.'), after: 'lunch' })
    assert.deepEqual((await headings()).slice(2, 4), ['Lunch', 'Dates'])
    await put('context', 'Wider context', 'It came later.', 9)
    assert.ok((await headings()).includes('Wider context'))
    await assert.rejects(moveSection(by(), { offerId, key: 'nothing', to: 'up' }), Conflict)
  })

  it('are left out where the national team allows it, for as long as it does', async () => {
    await put('context', 'The wider context', 'Why it is run.', 2)
    await db().updateTable('offers').set({ status: 'published' }).where('id', '=', offerId).execute()
    const texts = `/hub/${hub.slug}/offers/${offerId}/texts`
    const page = async (path: string) => (await see(path, staff.cookie)).body
    const leave = async () => {
      const seen = (await at('context')).section.mark
      return send('texts/context', { seen, act: 'leave' })
    }
    assert.doesNotMatch(await page(`${texts}/context`), /Leave this section out/)
    assert.match((await leave()).body, /wants this section on every page/)
    const allow = (may: boolean) =>
      db().updateTable('project_sections').set({ may_be_left_out: may }).where('key', '=', 'context').execute()
    await allow(true)
    assert.match(await page(`${texts}/context`), /Leave this section out/)
    assert.equal((await leave()).statusCode, 303)
    assert.doesNotMatch(await flyer(), /wider context/)
    assert.match(await page(texts), /Left out of your page[\s\S]*The wider context/)
    assert.match(await page(`/hub/${hub.slug}/offers/${offerId}/versions`), /Sections left out[\s\S]*The wider context/)
    const drift = (await see('/network/drift?year=2021-22', national.cookie)).body
    assert.match(drift, /The wider context[\s\S]*Left out[\s\S]*does not show this section/)
    await allow(false)
    assert.match(await flyer(), /The wider context[\s\S]*Why it is run/)
    assert.equal((await standings())['context'], 'national')
    await allow(true)
    assert.equal((await standings())['context'], 'left_out')
    const back = { seen: (await at('context')).section.mark, act: 'national' }
    assert.equal((await send('texts/context', back)).statusCode, 303)
    assert.match(await flyer(), /Why it is run/)
  })

  it('lose none whatever the order that was chosen, and keep the usual one where none was', () => {
    const keys = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(keys, keys, (usual, order) => {
        const sections = usual.map((key) => ({ key }))
        const ordered = inOwnOrder(sections, order).map(({ key }) => key)
        assert.deepEqual(ordered.toSorted(), usual.toSorted())
        const chosen = (all: readonly string[]) => all.filter((key) => order.includes(key) && usual.includes(key))
        assert.deepEqual(chosen(ordered), chosen(order))
        assert.deepEqual(inOwnOrder(sections, []), sections)
      }),
    )
  })

  it('go through the pages: two written over, one corrected, shown before and now beside the hub’s, and settled', async () => {
    await db().updateTable('offers').set({ status: 'withdrawn' }).where('id', '<>', offerId).execute()
    const markIn = (body: string) => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const texts = `/hub/${hub.slug}/offers/${offerId}/texts`
    const seen = async (key: string) => markIn((await see(`${texts}/${key}`, staff.cookie)).body)
    const typed = { heading: 'Outline', body: 'Our **own** outline.' }
    const preview = await send('texts/outline', { seen: await seen('outline'), ...typed, act: 'preview' })
    assert.match(
      preview.body,
      /How it will read[\s\S]*<strong>own<\/strong>[\s\S]*Our \*\*own\*\* outline\.<\/textarea>/,
    )
    const empty = await send('texts/outline', { seen: await seen('outline'), heading: 'Kept', body: '' })
    assert.match(empty.body, /Enter the text[\s\S]*value="Kept"/)
    assert.equal((await send('texts/outline', { seen: await seen('outline'), ...typed })).statusCode, 303)
    const cost = { seen: await seen('cost'), heading: 'What is the cost?', body: 'Your own lunch.' }
    assert.equal((await send('texts/cost', cost)).statusCode, 303)
    const before = await seen('outline')
    await correct('outline', 'Outline', 'The national outline, put right.')
    const overtaken = await send('texts/outline', { seen: before, heading: 'Outline', body: 'Too late.' })
    assert.equal(overtaken.statusCode, 409)
    assert.match(overtaken.body, /Too late\.<\/textarea>/)
    assert.match((await see(`/hub/${hub.slug}/offers`, staff.cookie)).body, /1 to look at/)
    assert.match((await see(`/hub/${hub.slug}/offers/${offerId}/edit`, staff.cookie)).body, /1 to look at/)
    const page = (await see(`${texts}/outline`, staff.cookie)).body
    assert.match(page, /What the national team changed[\s\S]*<ins>[\s\S]*put right/)
    assert.match(page, /National text[\s\S]*put right\.<\/p>[\s\S]*Your text[\s\S]*<strong>own<\/strong> outline/)
    const drift = async (query: string) => (await see(`/network/drift?${query}`, national.cookie)).body
    assert.match(
      await drift('year=2021-22&state=behind'),
      /1 is behind a correction[\s\S]*Outline[\s\S]*Behind a correction/,
    )
    assert.doesNotMatch(await drift('year=2021-22&state=behind'), /Your own lunch/)
    assert.match(await drift('year=2021-22&by=hub'), /Your[\s\S]*lunch/)
    assert.equal(await drift('year=2021-22&page=9'), await drift('year=2021-22'))
    const kept = await send('texts/outline', { seen: await seen('outline'), act: 'keep' })
    assert.equal(String(kept.headers.location), `${texts}?said=chosen`)
    assert.match(await drift('year=2021-22'), /None is behind a correction/)
    assert.equal((await driftsOfYear(db(), academicYear(2021))).filter((each) => each.offerId === offerId).length, 2)
    const added = { heading: 'Lunch', body: 'We provide it.', after: 'outline' }
    assert.match((await send('new-text', { ...added, act: 'preview' })).body, /How it will read/)
    assert.equal((await send('new-text', added)).statusCode, 303)
    assert.match((await send('new-text', added)).body, /under this heading already/)
    assert.equal((await send('texts', { move: 'down lunch' })).statusCode, 303)
    assert.deepEqual((await headings()).slice(0, 3), ['Outline', 'Dates and places', 'Lunch'])
    assert.equal((await send('texts', { move: 'sideways lunch' })).statusCode, 404)
    assert.equal((await send('texts/cost', { seen: await seen('cost'), act: 'national' })).statusCode, 303)
    assert.ok((await flyer()).includes('Nothing.'))
  })
})
