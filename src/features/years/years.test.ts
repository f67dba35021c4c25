import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { createApp } from '../../app.ts'
import { invariants } from '../../invariants.ts'
import { markOf } from '../../platform/versions.ts'
import { academicYear, yearSlug } from '../../vocabulary/academic-year.ts'
import { durationOf, projectByAddress, termsOfYear, yearAsPublished } from '../projects/index.ts'
import { asPublished, type YearLayout } from './index.ts'
import { emptyLayout } from './layout.ts'
import { layoutChanges } from './layout-difference.ts'
import { publicLayout, versionsOf, workingLayout } from './layout-queries.ts'

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
  const national = { name: 'national_team', hubId: null, hubSlug: null, groupId: null, organisationId: null } as const
  const person = () =>
    db().selectFrom('people').select('id').where('name', '=', 'Farida Okonjo').executeTakeFirstOrThrow()
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
    for (const { rule, query } of invariants)
      assert.deepEqual((await test.installation.connections.pool.query(query)).rows, [], rule)
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

  describe('how it is laid out', () => {
    const address = '/network/years/2021-22'
    const draft = async () => (await workingLayout(db(), year)).layout
    const markIn = (body: string) => /name="mark" value="([^"]*)"/.exec(body)?.[1] ?? ''
    const idOf = async (title: string) => (await draft()).sections.find((each) => each.title === title)?.id ?? ''
    const note = { note: 'The notice says what is known by now.' }
    const notice = async () => `${address}/notices/${(await draft()).notices[0]?.id}`

    it('is as it was loaded, its first version kept', async () => {
      const versions = await versionsOf(db(), year)
      assert.deepEqual(
        versions.map(({ number, act }) => [number, act]),
        [[1, 'published']],
      )
      const working = await workingLayout(db(), year)
      assert.deepEqual([working.isDraft, working.isPublic], [false, true])
      assert.ok(working.layout.sections.length >= 9)
      assert.match(await see(address), /Published[\s\S]*Covid-19 recovery[\s\S]*Version 1/)
      assert.match(await see(`${address}/versions/1`), /What it says[\s\S]*Early years and primary/)
      assert.match(await see(`${address}/publish`), /There is no draft of this year/)
      assert.equal((await send(`${address}/publish`, note)).statusCode, 422)
    })

    it('is changed in a draft that nobody else sees, previewed as it will be, and published at once', async () => {
      const opened = await see(await notice())
      const body = 'Sessions are face to face again wherever a hub can hold them so.'
      assert.equal(
        (await send(await notice(), { ...fieldsIn(opened), heading: 'Where we meet', body })).statusCode,
        303,
      )
      const introduction = await see(`${address}/introduction`)
      await send(`${address}/introduction`, { mark: markIn(introduction), introduction: 'A year of **catching up**.' })
      const visitor = async (url: string) => (await app.inject({ url })).body
      const project = '/projects/2021-22/secondary-subject-leadership'
      assert.doesNotMatch(await visitor('/projects?year=2021-22'), /catching up/)
      assert.match(await see(`${address}/preview`), /This is how 2021 to 2022 will look[\s\S]*catching up/)
      assert.doesNotMatch(await visitor('/projects?year=2021-22'), /catching up/)
      const pdf = await app.inject({ url: `${address}/preview.pdf`, headers: { cookie: team } })
      assert.deepEqual([pdf.statusCode, pdf.headers['content-type']], [200, 'application/pdf'])
      const asking = await see(`${address}/publish`)
      assert.match(asking, /Publish a correction[\s\S]*Introduction[\s\S]*<ins>[\s\S]*catching[\s\S]*Where we meet/)
      const silent = await send(`${address}/publish`, { mark: markIn(asking), note: ' ' })
      assert.equal(silent.statusCode, 422)
      assert.match(silent.body, /href="#note">Say what the correction changes/)
      assert.equal((await send(`${address}/publish`, { mark: markIn(asking), ...note })).statusCode, 303)
      assert.match(await visitor('/projects?year=2021-22'), /<strong>catching up<\/strong>/)
      assert.match(await visitor(project), /Where we meet/)
      assert.doesNotMatch(await visitor(project), /Covid-19 recovery/)
      const [latest] = await versionsOf(db(), year)
      assert.deepEqual([latest?.act, latest?.by, latest?.note], ['corrected', 'Farida Okonjo', note.note])
      assert.match(await see(`${address}/versions/2`), /Draft begun on [\s\S]*by Farida Okonjo[\s\S]*<del>/)
      assert.deepEqual(await publicLayout(db(), year), await draft())
    })

    it('tells the second of two who change the same notice, and keeps what both typed', async () => {
      const opened = fieldsIn(await see(await notice()))
      await send(await notice(), { ...opened, heading: 'First', body: 'Ours.' })
      const late = await send(await notice(), { ...opened, heading: 'Second', body: 'Theirs.' })
      assert.equal(late.statusCode, 409)
      assert.match(late.body, /A colleague has changed this[\s\S]*value="Second"[\s\S]*Theirs\./)
      assert.equal((await draft()).notices[0]?.heading, 'First')
      const again = { ...opened, mark: markIn(late.body), heading: 'Second', body: 'Theirs.' }
      assert.equal((await send(await notice(), again)).statusCode, 303)
      assert.equal((await draft()).notices[0]?.heading, 'Second')
      const before = (await versionsOf(db(), year)).length
      assert.equal((await send(await notice(), again)).statusCode, 303, 'sent twice')
      assert.equal((await versionsOf(db(), year)).length, before)
    })

    it('publishes no draft but the one that was seen', async () => {
      const seen = markIn(await see(`${address}/publish`))
      const opened = fieldsIn(await see(`${address}/notices/new`))
      const adding = { ...opened, heading: 'Lunch', body: 'Bring your own.' }
      for (const time of [1, 2])
        assert.equal((await send(`${address}/notices/new`, adding)).statusCode, 303, `time ${time}`)
      assert.equal((await draft()).notices.length, 2)
      const late = await send(`${address}/publish`, { mark: seen, ...note })
      assert.equal(late.statusCode, 409)
      assert.match(late.body, /A colleague has changed the draft[\s\S]*Lunch/)
      const both = await Promise.all([1, 2].map(() => send(`${address}/publish`, { mark: markIn(late.body), ...note })))
      assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [303, 422])
    })

    it('has notices, sections, families and projects in an order that is moved without scripts', async () => {
      const step = async (list: keyof YearLayout & string, id: string, step: string, order: readonly string[]) =>
        (await send(`${address}/arrange`, { list, id, step, mark: markOf(order) })).statusCode
      const order = async () => (await draft()).notices.map(({ id }) => id)
      const [first = '', second = ''] = await order()
      assert.equal(await step('notices', second, 'up', [first, second]), 303)
      assert.deepEqual(await order(), [second, first])
      assert.equal(await step('notices', second, 'down', [first, second]), 409)
      assert.equal(await step('notices', second, 'remove', [second, first]), 303)
      assert.deepEqual(await order(), [first])

      const post16 = await idOf('Post-16')
      const fresh = fieldsIn(await see(`${address}/sections/new`))
      await send(`${address}/sections/new`, { ...fresh, title: 'Resits', parent: post16, introduction: '' })
      const resits = await idOf('Resits')
      const placing = `${address}/sections/${resits}/projects`
      const gcse = await projectByAddress(db(), year, 'supporting-post-16-gcse-resit')
      const core = await projectByAddress(db(), year, 'new-to-teaching-core-maths')
      assert.ok(gcse && core)
      for (const { id } of [gcse, core, core]) await send(placing, { step: 'add', project: id })
      const standing = async () => (await draft()).sections.find(({ id }) => id === resits)?.projects
      assert.deepEqual(await standing(), [gcse.id, core.id])
      await send(placing, { step: 'up', project: core.id, mark: markOf([gcse.id, core.id]) })
      assert.deepEqual(await standing(), [core.id, gcse.id])
      const other = await projectByAddress(db(), academicYear(2024), 'strengthening-partnerships-with-itt-providers')
      assert.equal((await send(placing, { step: 'add', project: other?.id ?? '' })).statusCode, 404)

      const tops = (await draft()).sections.filter(({ parent }) => parent === null).map(({ id }) => id)
      const full = await send(`${address}/arrange`, {
        list: 'sections',
        id: post16,
        step: 'remove',
        mark: markOf(tops),
      })
      assert.match(full.body, /has families in it/)
      const nested = fieldsIn(await see(`${address}/sections/new`))
      const deep = await send(`${address}/sections/new`, { ...nested, title: 'Deeper', parent: resits })
      assert.equal(deep.statusCode, 422)
      assert.match(deep.body, /Resits stands under another section itself/)
      const drawn = await asPublished(
        test.as({ kind: 'person', personId: (await person()).id, name: 'Farida', roles: [national] }),
        year,
        async ({ db }) => (await yearAsPublished(db, year)).sections,
      )
      const shown = drawn.find(({ title }) => title === 'Post-16')?.parts.find(({ title }) => title === 'Resits')
      assert.deepEqual(shown?.projectIds, [core.id, gcse.id])
    })

    it('has goals that stand somewhere only with a source and a day', async () => {
      const opened = fieldsIn(await see(`${address}/goals/new`))
      const goal = { ...opened, goal: 'Every secondary school has been asked.', by: 'By 2024', project: '' }
      const halfSaid = await send(`${address}/goals/new`, { ...goal, standing: 'Half of them have.' })
      assert.equal(halfSaid.statusCode, 422)
      assert.match(halfSaid.body, /href="#source">Enter where this is from[\s\S]*href="#from">Enter the day it is from/)
      const day = { 'from-day': '31', 'from-month': '8', 'from-year': '2021' }
      const said = { ...goal, standing: 'Half of them have.', source: 'Annual report', ...day }
      assert.equal((await send(`${address}/goals/new`, said)).statusCode, 303)
      assert.equal((await draft()).goals.at(-1)?.standingOn, '2021-08-31')
      const asking = await see(`${address}/publish`)
      assert.match(asking, /Goal “Every secondary school has been asked\.”/)
      assert.equal((await send(`${address}/publish`, { mark: markIn(asking), ...note })).statusCode, 303)
      assert.deepEqual(await publicLayout(db(), year), await draft())
    })

    it('is let go without a trace on what is public, and is nobody else’s to write', async () => {
      const before = await publicLayout(db(), year)
      const opened = await see(`${address}/introduction`)
      await send(`${address}/introduction`, { mark: markIn(opened), introduction: 'Not this.' })
      const mark = markOf(await draft())
      assert.equal((await send(`${address}/discard`, { mark: 'other' })).statusCode, 409)
      assert.equal((await send(`${address}/discard`, { mark })).statusCode, 303)
      assert.deepEqual([await publicLayout(db(), year), await draft()], [before, before])
      assert.equal((await versionsOf(db(), year))[0]?.act, 'discarded')
      const analyst = await signIn('gwilym.trevarthen@ministry.example')
      assert.equal((await send(`${address}/introduction`, { introduction: '' }, analyst)).statusCode, 404)
    })

    it('names the bodies with which the network works, in drafts like all else', async () => {
      const opened = fieldsIn(await see(`${address}/partners/new`))
      const wrong = await send(`${address}/partners/new`, { ...opened, name: '', website: 'javascript:alert(1)' })
      assert.equal(wrong.statusCode, 422)
      for (const field of ['name', 'website']) assert.ok(wrong.body.includes(`href="#${field}"`), field)
      const partner = {
        ...opened,
        name: 'Shape Society',
        about: 'It lends *solids*.',
        website: 'https://shapes.example/',
      }
      for (let twice = 0; twice < 2; twice += 1)
        assert.equal((await send(`${address}/partners/new`, partner)).statusCode, 303)
      assert.equal((await draft()).partners.filter(({ name }) => name === 'Shape Society').length, 1)
      assert.doesNotMatch(await see(`/projects?year=${yearSlug(year)}`), /Shape Society/)
      assert.match(await see(`${address}/publish`), /Partner “Shape Society”/)
      const mark = markOf(await draft())
      assert.equal((await send(`${address}/publish`, { mark, note: 'A partner' })).statusCode, 303)
      const page = await see(`/projects?year=${yearSlug(year)}`)
      assert.match(
        page,
        /With whom the network works[\s\S]*href="https:\/\/shapes\.example\/">Shape Society<\/a>[\s\S]*<em>solids<\/em>/,
      )
    })

    it('is withdrawn as a whole with a reason, and is a draft again with all that it said', async () => {
      const before = await publicLayout(db(), year)
      const mark = markOf(before)
      assert.equal((await send(`${address}/withdraw`, { mark: 'other', note: 'Too early' })).statusCode, 409)
      const silent = await send(`${address}/withdraw`, { mark, note: '' })
      assert.equal(silent.statusCode, 422)
      assert.match(silent.body, /href="#note">Say why the year is withdrawn/)
      assert.equal((await send(`${address}/withdraw`, { mark, note: 'Too early' })).statusCode, 303)
      assert.deepEqual([await publicLayout(db(), year), await draft()], [emptyLayout, before])
      assert.match(await see(address), /Withdrawn<\/td>[\s\S]*Too early/)
      assert.match(await see(`/projects?year=${yearSlug(year)}`), /has taken back how the catalogue of[^<]*Too early/)
      const data = JSON.parse(await see(`/projects/${yearSlug(year)}.json`))
      assert.deepEqual([data.introduction, data.withdrawnBecause], [null, 'Too early'])
      const again = await send(`${address}/withdraw`, { mark: markOf(before), note: 'Twice' })
      assert.match(again.body, /Nothing of this year is public/)
      assert.equal((await send(`${address}/publish`, { mark: markOf(before), note: '' })).statusCode, 303)
      assert.deepEqual(await publicLayout(db(), year), before)
      assert.doesNotMatch(await see(`/projects?year=${yearSlug(year)}`), /Too early/)
    })

    it('is previewed with the projects that are drafts, which stay so', async () => {
      const { id } = await db()
        .selectFrom('projects')
        .select('id')
        .where('year', '=', year)
        .where('hub_id', 'is', null)
        .where('status', '=', 'published')
        .executeTakeFirstOrThrow()
      const become = (status: string) =>
        db().updateTable('projects').set({ status, title: 'Zygotic' }).where('id', '=', id).execute()
      await become('draft')
      assert.match(await see(address), /preview\?drafts=yes/)
      assert.doesNotMatch(await see(`${address}/preview`), /Zygotic/)
      assert.match(await see(`${address}/preview?drafts=yes`), /Zygotic/)
      assert.doesNotMatch(await see(`/projects?year=${yearSlug(year)}`), /Zygotic/)
      await become('published')
    })

    it('says nothing of what stayed the same in two versions', async () => {
      const layout = await draft()
      assert.deepEqual(layoutChanges(layout, layout, new Map()), [])
      const renamed = layout.sections.map((each) => (each.title === 'Post-16' ? { ...each, title: 'After 16' } : each))
      assert.deepEqual(
        layoutChanges(layout, { ...layout, sections: renamed }, new Map()).map(({ what }) => what),
        ['Sections and their order', 'Section “After 16”'],
      )
    })
  })
})
