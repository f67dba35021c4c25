import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Demonstration, startDemonstration, sweptOnce } from '../support/demonstration.ts'
import { wordsOfPdf } from '../support/pdf-text.ts'
import { catalogueOf2021 } from './catalogue-2021.ts'
import { ittIn2021 } from './itt-2021.ts'
import { ittIn2024 } from './itt-2024.ts'
import type { Document, Place } from './statement.ts'
import { subjectLeadership } from './subject-leadership.ts'
import { sustaining } from './sustaining.ts'

const signs: Readonly<Record<string, string>> = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>', nbsp: ' ' }

/** Words without the spaces between them, so that it does not matter where a line ends. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s•\u2060\u00ad]+/g, '')
    .replaceAll(/[’‘]/g, "'")
    .toLowerCase()

const shown = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (whole, sign: string) => signs[sign] ?? whole)

const wordsAt = async (address: string): Promise<string> => {
  const answer = await fetch(address)
  assert.equal(answer.status, 200, address)
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('application/pdf')) return squeezed(wordsOfPdf(Buffer.from(await answer.arrayBuffer())))
  const text = await answer.text()
  if (type.startsWith('application/json')) return squeezed(JSON.stringify(JSON.parse(text)).replaceAll('\\n', ' '))
  return squeezed(type.startsWith('text/html') ? shown(text) : text)
}

describe('what the network and its hubs have published', () => {
  let world: Demonstration
  before(async () => {
    world = await startDemonstration(sweptOnce)
  })
  after(() => world.stop())

  const documents: readonly Document[] = [ittIn2021, ittIn2024, catalogueOf2021, sustaining, subjectLeadership]
  for (const { name, addresses, statements } of documents)
    it(`stands here, statement by statement: ${name}, ${statements.length} statements`, async () => {
      const known = Object.entries(addresses) as [Place, string][]
      const read = new Map(
        await Promise.all(known.map(async ([place, path]) => [place, await wordsAt(`${world.base}${path}`)] as const)),
      )
      const missing = statements.flatMap(({ fact, words, places }) =>
        places.flatMap((place) => {
          const said = read.get(place)
          if (said === undefined) return [`${fact}: no address of its ${place}`]
          return words
            .filter((each) => !said.includes(squeezed(each)))
            .map((each) => `${fact}: “${each}” is not in its ${place}`)
        }),
      )
      assert.deepEqual(missing, [])
    })
})
