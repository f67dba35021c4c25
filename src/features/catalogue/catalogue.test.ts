import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { faultsOfStructure } from '../../../test/support/pdf-structure.ts'
import { wordsOfPdf } from '../../../test/support/pdf-text.ts'
import { queriesOf } from '../../../test/support/queries.ts'
import { makeProject } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { newId } from '../../vocabulary/ids.ts'
import { inFull, projectByAddress } from '../projects/index.ts'
import { printedCatalogue } from './catalogue-print.ts'

describe('the public pages', () => {
  let test: TestInstallation
  let app: FastifyInstance
  const db = () => test.installation.connections.kysely
  const page = (url: string) => app.inject({ method: 'GET', url })

  before(async () => {
    test = await testInstallation({ demo: true })
    await db()
      .transaction()
      .execute((tx) => loadFacts(tx, test.clock.now()))
    app = await createApp(test.installation)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('open, say where one is, and stay small', async () => {
    for (const url of [
      '/projects',
      '/projects/2021-22/secondary-subject-leadership',
      '/projects/2024-25/strengthening-partnerships-with-itt-providers',
      '/hubs',
      '/hubs/london-central-and-west',
    ]) {
      const answer = await page(url)
      assert.equal(answer.statusCode, 200, url)
      assert.ok(answer.body.length < 100_000, url)
      assert.equal(answer.body.match(/<h1/g)?.length, 1, url)
      assert.match(answer.body, /govuk-breadcrumbs/, url)
    }
  })

  it('ask the database six times at most', async () => {
    const fresh = await createApp(test.installation)
    const counts: (readonly [string, number])[] = []
    for (const url of [
      '/projects',
      '/projects?year=2024-25',
      '/projects?q=mastery&phase=primary&role=class_teacher&open=yes',
      '/projects?q=mastary&sort=date',
      '/projects/2021-22/secondary-subject-leadership',
      '/projects/2021-22/primary-teaching-for-mastery-sustaining',
      '/projects/2021-22.json',
      '/hubs',
      '/hubs?q=london',
      '/hubs/london-central-and-west',
      '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership',
      '/pathways',
      '/pathways/primary-mastery',
    ]) {
      const count = await queriesOf(async () => assert.ok((await fresh.inject({ url })).statusCode < 400, url))
      counts.push([url, count])
    }
    await fresh.close()
    assert.deepEqual(
      counts.filter(([, count]) => count > 6 || count === 0),
      [],
    )
  })

  it('lead from a code, however it is written, to its project', async () => {
    for (const code of ['NCP21-15', 'ncp%2021-15', '21-15', 'ncp-2115', 'NCP2115']) {
      const answer = await page(`/projects/${code}`)
      assert.equal(answer.statusCode, 301, code)
      assert.equal(answer.headers.location, '/projects/2021-22/secondary-subject-leadership', code)
    }
    assert.equal(
      (await page('/projects/ncp24-31_mentor')).headers.location,
      '/projects/2024-25/strengthening-partnerships-with-itt-providers',
    )
    assert.equal((await page('/projects/2021-22')).headers.location, '/projects?year=2021-22')
    for (const nowhere of [
      '/projects/NCP99-01',
      '/projects/nonsense',
      '/projects/2021-22/nonsense',
      '/projects/1850-51.pdf',
      '/hubs/nobody',
    ])
      assert.equal((await page(nowhere)).statusCode, 404, nowhere)
  })

  it('tell of a project its text, themes, pathway, family line and where it is offered', async () => {
    const sustaining = (await page('/projects/2021-22/primary-teaching-for-mastery-sustaining')).body
    for (const words of [
      'NCP21-11',
      'Mastery Readiness',
      'Schools can begin here',
      'Again each year',
      'This project',
      'East Midlands East',
      'Covid-19 recovery',
      '6 workshops',
    ])
      assert.ok(sustaining.includes(words), words)
    const itt = (await page('/projects/2024-25/strengthening-partnerships-with-itt-providers')).body
    for (const words of [
      'NCP24-31_Mentor',
      'was called Working Partnerships with ITT Providers in 2020/21',
      'Was a Work Group in 2021/22',
      'Venn Essex',
      'Institutions will',
      'leadership and management team will',
    ])
      assert.ok(itt.includes(words), words)
  })

  it('print the year and a project', async () => {
    for (const url of [
      '/projects/2021-22.pdf',
      '/projects/2021-22/secondary-subject-leadership.pdf',
      '/projects/2024-25/strengthening-partnerships-with-itt-providers.pdf',
    ]) {
      const answer = await page(url)
      assert.equal(answer.statusCode, 200, url)
      assert.equal(answer.headers['content-type'], 'application/pdf')
      assert.equal(answer.rawPayload.subarray(0, 5).toString(), '%PDF-')
      assert.deepEqual(faultsOfStructure(answer.rawPayload), [])
    }
  })

  it('print the year with contents, each part, and a project for two phases in both of them', async () => {
    const words = wordsOfPdf((await page('/projects/2021-22.pdf')).rawPayload)
    for (const word of [
      'How to take part',
      'Contents',
      'Post-16',
      'Covid-19 recovery',
      'Also under Early years and primary',
    ])
      assert.ok(words.replaceAll(/\s+/g, ' ').includes(word), word)
    const known = await projectByAddress(db(), academicYear(2021), 'years-5-to-8-continuity')
    assert.ok(known)
    const both = { ...(await inFull(db(), known)), slug: 'algebra', isNew: true }
    const ofHub = { ...both, id: newId(), slug: 'own', isNew: false, hubId: 'its-hub' }
    const part = (key: string) => ({ key, title: `Part ${key}`, introduction: null, projectIds: [both.id], parts: [] })
    const catalogue = printedCatalogue({
      projects: [both, ofHub],
      sections: [part('one'), part('two')],
      introduction: null,
      withdrawnBecause: null,
      partners: [],
      notices: [],
      goals: [{ goal: 'Every school is asked.', by: 'By 2024', standing: null, source: null, standingOn: null }],
      hubNames: new Map([['its-hub', 'Venn Essex']]),
      baseUrl: 'http://hubs.example',
    })
    assert.match(JSON.stringify(catalogue.notices), /aims for.*By 2024: Every school is asked\. Where this stands/)
    const sustaining = await page('/projects/2021-22/primary-teaching-for-mastery-sustaining.pdf')
    assert.match(wordsOfPdf(sustaining.rawPayload).replaceAll(/\s+/g, ' '), /Where it stands on the pathway/)
    assert.deepEqual(
      catalogue.sections.map(({ title, projects }) => [
        title,
        projects.map(({ key, isNew, elsewhere }) => [key, isNew, elsewhere.map(({ key: other }) => other)]),
      ]),
      [
        ['Part one', [['one-algebra', true, ['two-algebra']]]],
        ['Part two', [['two-algebra', true, ['one-algebra']]]],
        ['Projects that one hub devised for itself', [['projects-of-hubs-own', false, []]]],
      ],
    )
    assert.match(catalogue.sections[2]?.projects[0]?.facts ?? '', /devised by Venn Essex for itself/)
  })

  it('give the year as a table and for programs, each column explained, no cell a formula', async () => {
    await db().updateTable('projects').set({ summary: '=cmd()' }).where('code', '=', 'NCP21-11').execute()
    const [csv, json, explained] = await Promise.all([
      page('/projects/2021-22.csv'),
      page('/projects/2021-22.json'),
      page('/projects/data'),
    ])
    const [head = [], ...rows] = parse(csv.body, { bom: true }) as string[][]
    const cell = (row: readonly string[] | undefined, name: string) => row?.[head.indexOf(name)]
    const twice = rows.find((row) => cell(row, 'title') === 'Years 5 to 8 Continuity')
    assert.equal(cell(twice, 'parts'), 'Early years and primary; Secondary')
    const sustaining = rows.find((row) => cell(row, 'code') === 'NCP21-11')
    assert.equal(cell(sustaining, 'summary'), "'=cmd()")
    assert.equal(cell(sustaining, 'stage'), 'Sustaining')
    for (const name of head) assert.ok(explained.body.includes(`>${name}<`), name)
    const told = json.json()
    assert.equal(json.headers['content-type'], 'application/json; charset=utf-8')
    assert.equal(told.projects.length, rows.length)
    const itt = told.projects.find((project: { code: string }) => project.code === 'NCP21-24')
    assert.equal(itt.runningSince, '2018/19')
    assert.equal(itt.modelsOfWorking.length, 4)
    assert.match(itt.modelsOfWorking[2], /expertise of mentors/)
    assert.match(told.partners[0].name, /AMSP/)
    assert.match(
      (await page('/projects?year=2021-22')).body,
      /With whom the network works[\s\S]*Run together with it: <a/,
    )
    assert.ok(told.parts.some((one: { title: string }) => one.title === 'ITT providers'))
    assert.equal((await page('/projects/1850-51.csv')).statusCode, 404)
    const draft = await makeProject(db(), { title: 'Not yet out', status: 'draft' })
    assert.ok(!(await page('/projects/2021-22.json')).body.includes('Not yet out'), draft)
  })
})
