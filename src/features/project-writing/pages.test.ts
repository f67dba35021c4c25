import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeProject, makeYear } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { writtenProject } from './written-queries.ts'

describe('the pages where the national team writes a project', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let cookie: string
  const db = () => test.installation.connections.kysely
  const pages = browser(() => app)
  const see = (url: string) => pages.see(url, cookie)
  const send = (url: string, fields: Record<string, string>) => pages.send(url, fields, cookie)
  const begun = async (title: string, more: Record<string, string> = {}) => {
    const answer = await send('/network/projects/new', {
      year: '2021-22',
      title,
      delivery_model: 'work_group',
      ...more,
    })
    assert.equal(answer.statusCode, 303, answer.body.slice(0, 3000))
    return String(answer.headers.location)
  }
  const markIn = (body: string) => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const markOf = async (address: string) => markIn((await see(address)).body)
  const saved = async (address: string, fields: Record<string, string>) => {
    const answer = await send(address, { mark: await markOf(address), ...fields })
    assert.equal(answer.statusCode, 303, answer.body.replaceAll(/<[^>]*>\s*/g, ' ').slice(0, 3000))
  }
  const section = (at: number, heading: string, body: string, key = '') => ({
    [`row-${at}-key`]: key,
    [`row-${at}-heading`]: heading,
    [`row-${at}-body`]: body,
  })
  const headingsIn = (body: string) =>
    [...body.matchAll(/name="row-\d+-heading" type="text" value="([^"]*)"/g)].map(([, heading]) => heading)
  const about = (title: string) => ({ year: '2021-22', title, summary: 'In one sentence.', phases: 'secondary' })
  const ready = async (title: string) => {
    const address = await begun(title, { summary: 'In one sentence.' })
    await saved(`${address}/edit/about`, about(title))
    await saved(`${address}/edit/text`, {
      ...section(0, 'Outline', 'Shapes.'),
      ...section(1, 'Who can take part?', 'Teachers.'),
    })
    await saved(`${address}/edit/outcomes`, { participants: '- draw\n- see' })
    return address
  }

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    await makeYear(db())
    await makeYear(db(), 2020)
    cookie = await signedInAs(test, 'national_team')
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('say beside the field that a title or a code is taken, and lose nothing that was typed', async () => {
    await begun('Ratio', { code: 'NCP21-70' })
    const taken = { year: '2021-22', delivery_model: 'work_group', summary: 'A long sentence.' }
    const title = await send('/network/projects/new', { ...taken, title: 'Ratio' })
    assert.equal(title.statusCode, 422)
    assert.match(title.body, /href="#title">Another project of this year has this title[\s\S]*A long sentence\./)
    const unseen = await send('/network/projects/new', { ...taken, title: '\u202eRa\u200btio\ufeff' })
    assert.match(unseen.body, /href="#title">Another project of this year has this title/)
    const code = await send('/network/projects/new', { ...taken, title: 'Proportion', code: '21-70' })
    assert.match(code.body, /href="#code">Another project has this code/)
    const early = await send('/network/projects/new', { ...taken, title: 'Proportion', code: 'ncp 2299' })
    assert.match(early.body, /href="#code">NCP22-99 is a code of 2022\/23, and this project is of 2021\/22/)
  })

  it('add, move and remove sections without a script, show how they will read, and keep them only when saved', async () => {
    const address = `${await begun('Sections')}/edit/text`
    const usual = (await see(address)).body
    assert.deepEqual(headingsIn(usual).slice(0, 2), ['Outline', 'What is involved?'])
    const typed = { ...section(0, 'Resources', 'See [ours](https://x.example).'), ...section(1, 'Outline', '1. one') }
    const press = async (button: string) => (await send(address, { ...typed, press: button })).body
    assert.deepEqual(headingsIn(await press('down-0')), ['Outline', 'Resources'])
    assert.deepEqual(headingsIn(await press('up-0')), ['Resources', 'Outline'])
    assert.deepEqual(headingsIn(await press('remove-0')), ['Outline'])
    assert.deepEqual(headingsIn(await press('add')), ['Resources', 'Outline', ''])
    assert.match(
      await press('preview'),
      /How it will read[\s\S]*<a class="govuk-link" href="https:\/\/x\.example">ours<\/a>/,
    )
    assert.deepEqual(headingsIn((await see(address)).body), headingsIn(usual))
    await saved(address, typed)
    assert.deepEqual(headingsIn((await see(address)).body), ['Resources', 'Outline'])
    const keys = await db()
      .selectFrom('project_sections')
      .select('key')
      .where('heading', 'in', ['Resources', 'Outline'])
      .execute()
    assert.deepEqual(keys.map(({ key }) => key).toSorted(), ['outline', 'resources'])
    await saved(address, { ...typed, 'row-0-optional': 'yes' })
    assert.match(
      (await see(address)).body,
      /name="row-0-optional"[^>]*checked[\s\S]*name="row-1-optional"[^>]*value="yes">/,
    )
    await saved(address, { ...typed, ...section(2, 'The wider context', ''), ...section(3, 'Next steps', '') })
    assert.deepEqual(headingsIn((await see(address)).body), ['Resources', 'Outline', 'Next steps'])
    assert.match((await see(address.replace('/edit/text', ''))).body, /words under “Next steps”, or that heading taken/)
    await saved(address, { ...typed, 'row-0-optional': 'yes' })
    const versions = (await see(`${address.replace('/edit/text', '')}/versions`)).body
    assert.match(versions, /A hub may leave it out\./)
    const wrong = await send(address, { ...section(0, '', 'No heading.'), mark: await markOf(address) })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /href="#row-0-heading">Enter a heading for this section[\s\S]*>No heading\.<\/textarea>/)
  })

  it('take codes, themes, rules and forebears as people write them, and no id that is not theirs', async () => {
    const [other, foreign] = await Promise.all([
      makeProject(db()),
      makeProject(db(), { year: 2020, title: 'Ratio then' }),
    ])
    const strange = newId()
    await db()
      .insertInto('project_themes')
      .values({ id: strange, project_id: other, kind: 'theme', suffix: 'Mine', title: 'Mine', focus: '', position: 0 })
      .execute()
    const address = await begun('Themes', { code: 'ncp 21/71' })
    const theme = {
      'row-0-id': strange,
      'row-0-kind': 'theme',
      'row-0-suffix': 'ncp21-71_mentor',
      'row-0-title': 'Mentors',
    }
    await saved(`${address}/edit/themes`, { ...theme, 'row-0-focus': 'Theirs.', 'row-0-starts': '' })
    const id = address.split('/').at(-1) ?? ''
    const { written } = (await writtenProject(db(), id, null)) ?? {}
    assert.equal(written?.code, 'NCP21-71')
    const [kept] = written?.themes ?? []
    assert.deepEqual([kept?.suffix, kept?.id === strange], ['Mentor', false])
    const rule = {
      'row-0-id': '',
      'row-0-sentence': 'You mentor trainees.',
      'row-0-strength': 'priority',
      'row-0-theme': kept?.id ?? '',
    }
    const who = { joins: 'school_with_advocates', people_min: '2', people_max: '2' }
    await saved(`${address}/edit/joining`, { ...who, ...rule })
    const forebear = { 'row-0-earlier': foreign, 'row-0-kind': 'renamed', 'row-0-note': '' }
    await saved(`${address}/edit/family`, forebear)
    const unknown = { ...forebear, 'row-0-earlier': other, mark: await markOf(`${address}/edit/family`) }
    assert.equal((await send(`${address}/edit/family`, unknown)).statusCode, 422)
    await saved(`${address}/edit/running`, {
      delivery_model: 'community',
      days_min: '3',
      days_max: '3.5',
      time_beside: 'planning',
      models: '- Lesson study\n\n- Network meetings',
      cost: 'free',
    })
    assert.match((await see(address)).body, /The draft was changed[\s\S]{0,200}How it is run/)
    const preview = (await see(`${address}/preview`)).body
    for (const said of [
      /3 to 3\.5 days, with time for planning beside/,
      /two named advocates/,
      /Models of working<\/h2><ul[^>]*><li>Lesson study<\/li><li>Network meetings<\/li>/,
      /Mentors: You mentor trainees\./,
      /NCP21-71_Mentor/,
      /Was Ratio then in 2020\/21/,
    ])
      assert.match(preview, said)
    const [checked] = (await writtenProject(db(), id, null))?.written.criteria ?? []
    assert.match(JSON.stringify(checked?.rule), /"key":"you_mentor_trainees"/)
    assert.match((await see(`${address}/preview.pdf`)).headers['content-type'] ?? '', /pdf/)
  })

  it('tell the second of two who write the same, show both texts, and save over the first only when asked again', async () => {
    const address = `${await begun('Algebra')}/edit/text`
    const mark = await markOf(address)
    const outline = (words: string) => section(0, 'Outline', words, 'outline')
    assert.equal((await send(address, { mark, ...outline('Ours is here') })).statusCode, 303)
    const second = await send(address, { mark, ...outline('Theirs is here') })
    assert.equal(second.statusCode, 409)
    assert.match(second.body, /<del>.*Ours.*<\/del>[\s\S]*<ins>.*Theirs.*<\/ins>[\s\S]*>Theirs is here<\/textarea>/)
    assert.match((await see(address)).body, />Ours is here<\/textarea>/)
    assert.equal((await send(address, { mark: markIn(second.body), ...outline('Both') })).statusCode, 303)
    assert.match((await see(address)).body, />Both<\/textarea>/)
  })

  it('publish, correct in the open only when the correction is published, and keep every version with what changed', async () => {
    const address = await ready('Geometry')
    assert.doesNotMatch((await see(address)).body, /See it as everybody does/)
    await send(`${address}/publish`, {})
    const open = '/projects/2021-22/geometry'
    assert.match((await see(open)).body, /Shapes\./)
    await saved(`${address}/edit/text`, {
      ...section(0, 'Outline', 'Shapes and solids.', 'outline'),
      ...section(1, 'Who can take part?', 'Teachers.', 'who'),
    })
    assert.doesNotMatch((await see(open)).body, /solids/)
    assert.match((await see(`${address}/preview`)).body, /Shapes and solids\./)
    const drawn = (await see(address)).body
    assert.match(drawn, /<ins>.*and solids.*<\/ins>/)
    const mark = markIn(drawn)
    assert.equal((await send(`${address}/correct`, { mark, note: ' ' })).statusCode, 422)
    assert.equal((await send(`${address}/correct`, { mark: 'old', note: 'Solids.' })).statusCode, 409)
    assert.equal((await send(`${address}/correct`, { mark, note: 'Solids were left out.' })).statusCode, 303)
    assert.match((await see(open)).body, /Shapes and solids\./)
    const versions = (await see(`${address}/versions`)).body
    assert.match(versions, /Corrected[\s\S]*Solids were left out\.[\s\S]*Published[\s\S]*Drafted/)
    assert.match(versions, /<ins>.*and solids.*<\/ins>/)
    const first = (await see(`${address}/versions?read=1`)).body
    assert.match(first, /This is version 1, drafted/)
    assert.equal((await see(`${address}/versions?read=99`)).statusCode, 404)
    assert.match((await see(`${address}/versions?from=5&to=6`)).body, /From version 5 to version 6/)
  })

  it('drop a correction, and lead to what everybody sees still when it is withdrawn', async () => {
    const address = await ready('Trigonometry')
    await send(`${address}/publish`, {})
    await saved(`${address}/edit/about`, { ...about('Trigonometry'), summary: 'Another.' })
    assert.equal((await send(`${address}/drop`, {})).statusCode, 303)
    assert.equal((await send(`${address}/drop`, {})).statusCode, 422)
    assert.equal((await send(`${address}/withdraw`, { reason: ' ' })).statusCode, 422)
    await send(`${address}/withdraw`, { reason: 'No money.' })
    assert.match((await see(address)).body, /No money\.[\s\S]*See it as everybody does/)
    const seen = await see('/projects/2021-22/trigonometry')
    assert.match(seen.body, /This project was withdrawn\. No money\./)
    assert.doesNotMatch(seen.body, /Where it is offered|Can my school join/)
    assert.equal((await see(`${address}/edit/text`)).statusCode, 303)
    assert.equal((await see(`${address}/edit/nothing`)).statusCode, 404)
  })

  it('lead back to the project where somebody has published or withdrawn it in another tab', async () => {
    const address = await ready('In two tabs')
    assert.equal((await send(`${address}/publish`, {})).statusCode, 303)
    const again = await send(`${address}/publish`, {})
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /published already[\s\S]*<h1[^>]*>In two tabs<\/h1>/)
    const reason = { reason: 'It is not ready.' }
    assert.equal((await send(`${address}/withdraw`, reason)).statusCode, 303)
    assert.match((await send(`${address}/withdraw`, reason)).body, /over already[\s\S]*<h1[^>]*>In two tabs<\/h1>/)
  })

  it('say which of several texts is too long', async () => {
    const address = `${await begun('Long')}/edit/text`
    const long = { ...section(0, 'Outline', 'Short.'), ...section(1, 'Resources', 'x'.repeat(20_001)) }
    const answer = await send(address, { mark: await markOf(address), ...long })
    assert.equal(answer.statusCode, 422)
    assert.match(
      answer.body,
      /href="#row-1-body">Shorten the text of “Resources”: it can have at most 20,000 characters/,
    )
  })
})
