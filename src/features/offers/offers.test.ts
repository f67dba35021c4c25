import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { elementsOf, faultsOfStructure } from '../../../test/support/pdf-structure.ts'
import { wordsOfPdf } from '../../../test/support/pdf-text.ts'
import { createApp } from '../../app.ts'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { plainProse } from '../../vocabulary/prose.ts'
import { flyerOf, plainFlyer } from './flyer.ts'
import { offerInFull } from './in-full-queries.ts'
import { askingState, shortPath, windowInWords } from './offer.ts'
import { offerById, publishedOfferById, publishedOffersOfHubs } from './queries.ts'

const known = [
  ['london-central-and-west', '2021-22', 'secondary-subject-leadership'],
  ['east-midlands-east', '2021-22', 'primary-teaching-for-mastery-sustaining'],
  ['london-central-and-nw', '2021-22', 'strengthening-partnerships-with-itt-providers'],
  ['venn-essex', '2024-25', 'strengthening-partnerships-with-itt-providers'],
] as const

const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s•]+/g, '')
    .replaceAll('’', "'")
const shown = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

const reader = (program: string, ...given: string[]): string | null => {
  const { stdout, error } = spawnSync(program, given)
  return error ? null : stdout.toString()
}

/** The words of a PDF, by a reader where the machine has one, and how many pages it has. */
const read = (pdf: Buffer): { words: string | null; pages: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'flyer-'))
  try {
    const file = join(folder, 'flyer.pdf')
    writeFileSync(file, pdf)
    const tree = /\/Type \/Pages\s+\/Count (\d+)/.exec(pdf.toString('latin1'))
    return { words: reader('pdftotext', file, '-'), pages: Number(tree?.[1]) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a flyer', () => {
  let test: TestInstallation
  let app: FastifyInstance
  const db = () => test.installation.connections.kysely
  const page = (url: string) => app.inject({ method: 'GET', url })
  const today = Temporal.PlainDate.from('2021-10-18')

  before(async () => {
    test = await testInstallation()
    await db()
      .transaction()
      .execute((tx) => loadFacts(tx, test.clock.now()))
    app = await createApp(test.installation)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  for (const [hub, year, slug] of known) {
    it(`says the same on the page, in plain text and in the PDF, on two sides at most: ${hub}, ${slug}`, async () => {
      const offer = await offerInFull(db(), hub, academicYear(Number(year.slice(0, 4))), slug)
      assert.ok(offer)
      const flyer = flyerOf(offer, { today, baseUrl: test.installation.config.baseUrl, network: 'Maths Hubs' })
      const path = `/hubs/${hub}/offers/${year}/${slug}`
      const [html, text, pdf] = await Promise.all([page(path), page(`${path}.txt`), page(`${path}.pdf`)])
      assert.deepEqual([html.statusCode, text.statusCode, pdf.statusCode], [200, 200, 200])
      assert.equal(text.body, plainFlyer(flyer))
      const printed = read(pdf.rawPayload)
      assert.ok(printed.pages <= 2, `${printed.pages} pages`)
      assert.deepEqual(faultsOfStructure(pdf.rawPayload), [])
      const tags = elementsOf(pdf.rawPayload).map(({ tag }) => tag)
      assert.equal(tags.filter((tag) => tag === 'H2').length, flyer.sections.length, 'each section has its heading')
      assert.ok(tags.filter((tag) => tag === 'P').length > flyer.sections.length, 'paragraphs are paragraphs')
      const [onPage, onPaper] = [squeezed(shown(html.body)), squeezed(printed.words ?? text.body)]
      const facts = [
        flyer.title,
        flyer.hub,
        flyer.code ?? '',
        ...flyer.facts.map(({ value }) => value),
        ...flyer.sections.map(({ heading }) => heading),
        ...flyer.sections.flatMap((section) =>
          section.blocks.flatMap((block) =>
            block.kind === 'dates'
              ? block.rows.flatMap((row) => [row.when, row.where])
              : plainProse([block])
                  .split('\n')
                  .map((line) => line.replace(/^- /, '')),
          ),
        ),
      ]
      for (const fact of facts) {
        assert.ok(onPage.includes(squeezed(fact)), `not on the page: ${fact}`)
        assert.ok(squeezed(text.body).includes(squeezed(fact)), `not in the text: ${fact}`)
        // A paragraph may run over a column's end, past the foot of the page: its beginning and end must be there.
        const words = squeezed(fact)
        assert.ok(onPaper.includes(words.slice(0, 24)), `not on paper: ${fact.slice(0, 60)}`)
        assert.ok(onPaper.includes(words.slice(-12)), `not on paper: …${fact.slice(-60)}`)
      }
      assert.ok(html.body.length < 100_000)
    })
  }

  it('tells the dates, the place, the policy and the contact of the real offer', async () => {
    const { body } = await page('/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership.txt')
    for (const fact of [
      'NCP21-15',
      'Wednesday 17 November 2021, 9:30am to 2:30pm',
      'Thursday 3 February 2022, 9:30am to 2:30pm: Online',
      'Wednesday 25 May 2022',
      'Twyford Church of England High School',
      'W3 9PP',
      '£75',
      'admin@lcwmathshub.co.uk',
      'No lunch is provided',
      'Covid-19 recovery',
      'Ealing',
      'This text was made on 18 October 2021',
    ])
      assert.ok(body.includes(fact), fact)
  })

  it('knows by the address on its paper what has changed since it was printed, and keeps nothing twice', async () => {
    const path = '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership'
    const { id } = await db()
      .selectFrom('offers')
      .select('id')
      .where('slug', '=', 'secondary-subject-leadership')
      .where('hub_id', 'in', db().selectFrom('hubs').select('id').where('slug', '=', 'london-central-and-west'))
      .executeTakeFirstOrThrow()
    const prints = () =>
      db()
        .selectFrom('flyer_prints')
        .select(['number', 'made_on'])
        .where('offer_id', '=', id)
        .orderBy('number')
        .execute()
    const scanned = async (number: number) => {
      const answer = await page(`/o/${id.slice(-10)}-${number}`)
      assert.equal(answer.statusCode, 301)
      return shown((await page(String(answer.headers.location))).body)
    }
    await Promise.all([page(`${path}.pdf`), page(`${path}.pdf`), page(`${path}.pdf`)])
    assert.deepEqual(
      (await prints()).map(({ number, made_on }) => [number, made_on.toString()]),
      [[1, '2021-10-18']],
    )
    assert.match(await scanned(1), /Your flyer of 18 October 2021 is up to date/)
    const february = { offer_id: id, position: 2 }
    const moved = Temporal.PlainDate.from('2022-03-03')
    const { on_date: before } = await db()
      .selectFrom('planned_dates')
      .select('on_date')
      .where((eb) => eb.and(february))
      .executeTakeFirstOrThrow()
    const move = (to: Temporal.PlainDate | null) =>
      db()
        .updateTable('planned_dates')
        .set({ on_date: to })
        .where((eb) => eb.and(february))
        .execute()
    await move(moved)
    assert.match(
      await scanned(1),
      /Since your flyer of 18 October 2021 was printed: Thursday 3 February 2022, 9:30am to 2:30pm has moved to Thursday 3 March 2022, 9:30am to 2:30pm, Online\./,
    )
    const words = wordsOfPdf((await page(`${path}.pdf`)).rawPayload).replaceAll(/\s+/g, '')
    assert.ok(words.includes(`/o/${id.slice(-10)}-2`), 'the paper names its print')
    await move(before)
    assert.match(await scanned(2), /3 March 2022, 9:30am to 2:30pm has moved to Thursday 3 February 2022/)
    assert.match(await scanned(1), /is up to date/)
    assert.doesNotMatch(await scanned(77), /Your flyer|your flyer/)
    await db().updateTable('offers').set({ status: 'withdrawn' }).where('id', '=', id).execute()
    assert.match(await scanned(1), /was printed: London Central and West has withdrawn this offer\./)
    await db().updateTable('offers').set({ status: 'published' }).where('id', '=', id).execute()
    assert.equal((await prints()).length, 2)
    const { personal } = await db()
      .selectFrom('events')
      .select((eb) => eb.fn.count<number>('actor_id').as('personal'))
      .where('name', '=', 'flyer.printed')
      .executeTakeFirstOrThrow()
    assert.equal(Number(personal), 0)
  })

  it('lets one ask to join, in the words of the offer', async () => {
    const offer = await offerInFull(
      db(),
      'venn-essex',
      academicYear(2024),
      'strengthening-partnerships-with-itt-providers',
    )
    assert.ok(offer)
    assert.equal(offer.requestWord, 'application')
    assert.equal(offer.themeChoice.length, 3)
    const { body } = await page('/hubs/venn-essex/offers/2024-25/strengthening-partnerships-with-itt-providers')
    assert.ok(body.includes(`href="/offers/${offer.id}/interest/new"`))
    assert.ok(body.includes('NCP24-31_Mentor'))
  })

  it('is reached by its short address and by its id', async () => {
    const offer = await offerInFull(db(), 'london-central-and-west', academicYear(2021), 'secondary-subject-leadership')
    assert.ok(offer)
    for (const url of [shortPath(offer), `/offers/${offer.id}`]) {
      const answer = await page(url)
      assert.equal(answer.statusCode, 301)
      assert.equal(answer.headers.location, '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership')
    }
    assert.equal((await page('/o/0000000000')).statusCode, 404)
    assert.equal((await page('/offers/nonsense')).statusCode, 404)
  })

  it('lets the hub’s own text stand in place of the national one, and adds what is new', async () => {
    const offer = await offerInFull(db(), 'london-central-and-west', academicYear(2021), 'secondary-subject-leadership')
    assert.ok(offer)
    const own = {
      ...offer,
      sections: [
        ...offer.sections,
        { key: 'outline', heading: 'Outline', body: 'Our own words.' },
        { key: 'next', heading: 'Next steps', body: 'Then this.' },
      ],
    }
    const text = plainFlyer(flyerOf(own, { today, baseUrl: 'http://x', network: 'Maths Hubs' }))
    assert.equal(text.split('Outline\n-------').length, 2)
    assert.ok(text.includes('Our own words.') && text.includes('Next steps\n----------\n\nThen this.'))
  })

  it('is not there while it is a draft, and says so once it is withdrawn or closed', async () => {
    const path = '/hubs/london-central-and-nw/offers/2021-22/strengthening-partnerships-with-itt-providers'
    const offer = await offerInFull(
      db(),
      'london-central-and-nw',
      academicYear(2021),
      'strengthening-partnerships-with-itt-providers',
    )
    assert.ok(offer)
    const become = (status: string, reason: string | null) =>
      db().updateTable('offers').set({ status, status_reason: reason }).where('id', '=', offer.id).execute()
    await become('draft', null)
    assert.equal((await page(path)).statusCode, 404)
    assert.equal((await page(`/offers/${offer.id}`)).statusCode, 404)
    await become('withdrawn', 'Nobody can lead it this year.')
    const withdrawn = await page(path)
    assert.equal(withdrawn.statusCode, 200)
    assert.ok(withdrawn.body.includes('has withdrawn this offer. Nobody can lead it this year.'))
    assert.ok(!withdrawn.body.includes('interest/new'))
    assert.equal(await publishedOfferById(db(), offer.id), null)
    assert.equal((await offerById(db(), offer.id))?.status, 'withdrawn')
    await become('published', null)
  })

  it('takes no more requests once its project is withdrawn, and says so on its page, on paper and at its hub', async () => {
    const path = '/hubs/london-central-and-nw/offers/2021-22/strengthening-partnerships-with-itt-providers'
    const year = academicYear(2021)
    const slug = 'strengthening-partnerships-with-itt-providers'
    const offer = await offerInFull(db(), 'london-central-and-nw', year, slug)
    assert.ok(offer)
    const become = (status: string, reason: string | null) =>
      db().updateTable('projects').set({ status, status_reason: reason }).where('id', '=', offer.project.id).execute()
    assert.ok((await page(path)).body.includes('interest/new'))
    await become('withdrawn', 'It will not be funded.')
    const { body } = await page(path)
    assert.ok(body.includes('This project has been withdrawn. It will not be funded.'))
    assert.ok(!body.includes('interest/new') && !body.includes('See whether you can join'))
    assert.ok((await page(`${path}.txt`)).body.includes('nobody can ask to join it any more. http'))
    assert.ok(!(await page('/hubs/london-central-and-nw')).body.includes(path))
    assert.deepEqual(
      (await publishedOffersOfHubs(db(), [offer.hub.id], year)).filter(({ id }) => id === offer.id),
      [],
    )
    await become('published', null)
  })

  it('opens and closes by its window', () => {
    const day = (text: string) => Temporal.PlainDate.from(text)
    const offer = {
      status: 'published',
      opensOn: day('2021-10-18'),
      closesOn: day('2021-10-20'),
      project: { status: 'published' },
    } as const
    assert.deepEqual(
      ['2021-10-17', '2021-10-18', '2021-10-20', '2021-10-21'].map((on) => askingState(offer, day(on))),
      ['not_yet', 'open', 'open', 'over'],
    )
    assert.equal(windowInWords(offer, day('2021-10-19')), 'You can ask to join until 20 October 2021.')
    assert.equal(
      windowInWords(offer, day('2021-10-17')),
      'You can ask to join from 18 October 2021 until 20 October 2021.',
    )
    assert.equal(askingState({ ...offer, opensOn: null, closesOn: null }, day('2021-10-17')), 'open')
    assert.equal(askingState({ ...offer, status: 'closed' }, day('2021-10-19')), 'over')
    const withdrawn = { ...offer, project: { status: 'withdrawn' } } as const
    assert.equal(askingState(withdrawn, day('2021-10-19')), 'over')
    assert.match(windowInWords(withdrawn, day('2021-10-19')) ?? '', /project has been withdrawn/)
  })

  it('is not there under another hub, year or name', async () => {
    for (const url of [
      '/hubs/venn-essex/offers/2021-22/secondary-subject-leadership',
      '/hubs/nobody/offers/2021-22/x.pdf',
      '/hubs/venn-essex/offers/2021/x.txt',
    ])
      assert.equal((await page(url)).statusCode, 404, url)
  })
})
