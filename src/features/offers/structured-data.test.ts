import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { loadFacts } from '../../../db/seeds/load.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { createApp } from '../../app.ts'

type Node = { readonly [name: string]: unknown }
type Rule = { readonly is: RegExp | readonly string[]; readonly needed?: true }

const address: Rule = { is: /^http:\/\// }
const words: Rule = { is: /\S/ }
const day = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/

// The properties of schema.org's own types that are used here, what each may hold, and which of them readers ask for.
const types: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  Course: {
    '@id': address,
    url: address,
    name: { ...words, needed: true },
    description: { ...words, needed: true },
    courseCode: { is: /^NCP\d\d-\d+/ },
    inLanguage: { is: /^en-GB$/ },
    provider: { is: ['Organization'], needed: true },
    educationalLevel: words,
    audience: { is: ['EducationalAudience'] },
    teaches: words,
    isAccessibleForFree: { is: /^(true|false)$/ },
    offers: { is: ['Offer'] },
    hasCourseInstance: { is: ['CourseInstance'] },
  },
  CourseInstance: {
    courseMode: { is: /^(Onsite|Online|Blended)$/ },
    courseWorkload: { is: /^P\d+D$/ },
    startDate: { is: day },
    endDate: { is: day },
    location: { is: ['Place'] },
  },
  EducationEvent: {
    '@id': address,
    url: address,
    name: { ...words, needed: true },
    description: words,
    startDate: { is: day, needed: true },
    endDate: { is: day },
    eventAttendanceMode: { is: /^https:\/\/schema\.org\/(Offline|Online|Mixed)EventAttendanceMode$/ },
    eventStatus: { is: /^https:\/\/schema\.org\/EventScheduled$/ },
    location: { is: ['Place', 'VirtualLocation'] },
    organizer: { is: ['Organization'] },
    about: { is: ['reference'] },
    isAccessibleForFree: { is: /^(true|false)$/ },
  },
  Organization: {
    name: { ...words, needed: true },
    url: address,
    email: { is: /@/ },
    telephone: { is: /\d/ },
  },
  EducationalAudience: { educationalRole: { ...words, needed: true } },
  Offer: {
    category: { is: /^Free$/, needed: true },
    price: { is: /^0$/ },
    priceCurrency: { is: /^GBP$/ },
  },
  Place: { name: words, address: { is: ['PostalAddress'], needed: true } },
  PostalAddress: { streetAddress: words, postalCode: words, addressCountry: { is: /^GB$/ } },
  VirtualLocation: { url: { ...address, needed: true } },
  reference: { '@id': { ...address, needed: true } },
}

const faultsOf = (node: Node, where: string): readonly string[] => {
  const type = String(node['@type'] ?? 'reference')
  const rules = types[type]
  if (!rules) return [`${where}: ${type} is no type`]
  const missing = Object.entries(rules).filter(([name, { needed }]) => needed && !(name in node))
  return [
    ...missing.map(([name]) => `${where}: ${type} has no ${name}`),
    ...Object.entries(node)
      .filter(([name]) => name !== '@type')
      .flatMap(([name, value]) => [value].flat().flatMap((each) => faultOf(each, rules[name], `${where}.${name}`))),
  ]
}

const faultOf = (value: unknown, rule: Rule | undefined, where: string): readonly string[] => {
  if (!rule) return [`${where} is no property of its type`]
  if (rule.is instanceof RegExp) return rule.is.test(String(value)) ? [] : [`${where} holds ${String(value)}`]
  const node = value as Node
  const type = String(node['@type'] ?? 'reference')
  return rule.is.includes(type) ? faultsOf(node, where) : [`${where} holds a ${type}`]
}

describe('what a page says for programs', () => {
  let test: TestInstallation
  let app: FastifyInstance
  const dataOf = async (url: string): Promise<readonly Node[]> => {
    const { body } = await app.inject({ method: 'GET', url })
    const blocks = parse(body).querySelectorAll('script[type="application/ld+json"]')
    return blocks.flatMap((block) => {
      const data = JSON.parse(block.textContent)
      assert.equal(data['@context'], 'https://schema.org')
      return data['@graph'] as Node[]
    })
  }

  before(async () => {
    test = await testInstallation()
    await test.installation.connections.kysely.transaction().execute((tx) => loadFacts(tx, test.clock.now()))
    app = await createApp(test.installation)
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('holds only types and properties of schema.org, with what readers ask for', async () => {
    for (const url of [
      '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership',
      '/hubs/east-midlands-east/offers/2021-22/primary-teaching-for-mastery-sustaining',
      '/hubs/venn-essex/offers/2024-25/strengthening-partnerships-with-itt-providers',
      '/projects/2021-22/secondary-subject-leadership',
      '/projects/2024-25/strengthening-partnerships-with-itt-providers',
    ]) {
      const nodes = await dataOf(url)
      assert.ok(nodes.length > 0, url)
      assert.deepEqual(
        nodes.flatMap((node, at) => faultsOf(node, `${url} ${at}`)),
        [],
      )
    }
  })

  it('tells each date of an offer with its time, its place and how one takes part', async () => {
    const [course, ...events] = await dataOf(
      '/hubs/london-central-and-west/offers/2021-22/secondary-subject-leadership',
    )
    assert.equal(course?.['courseCode'], 'NCP21-15')
    const [instance] = (course?.['hasCourseInstance'] ?? []) as Node[]
    assert.deepEqual(
      [instance?.['courseMode'], instance?.['courseWorkload'], instance?.['startDate'], instance?.['endDate']],
      ['Blended', 'P3D', '2021-11-17', '2022-05-25'],
    )
    assert.deepEqual(
      events.map((event) => [event['startDate'], event['endDate'], (event['location'] as Node)['@type']]),
      [
        ['2021-11-17T09:30:00+00:00', '2021-11-17T14:30:00+00:00', 'Place'],
        ['2022-02-03T09:30:00+00:00', '2022-02-03T14:30:00+00:00', 'VirtualLocation'],
        ['2022-05-25T09:30:00+01:00', '2022-05-25T14:30:00+01:00', 'Place'],
      ],
    )
  })

  it('cannot end the block of data, and is not there for what nobody can join any more', async () => {
    const db = test.installation.connections.kysely
    await db
      .updateTable('projects')
      .set({ summary: '</script><script>alert(1)</script>' })
      .where('code', '=', 'NCP21-11')
      .execute()
    const url = '/projects/2021-22/primary-teaching-for-mastery-sustaining'
    const [course] = await dataOf(url)
    assert.equal(course?.['description'], '</script><script>alert(1)</script>')
    await db.updateTable('projects').set({ status: 'withdrawn' }).where('code', '=', 'NCP21-11').execute()
    assert.deepEqual(await dataOf(url), [])
    assert.deepEqual(
      await dataOf('/hubs/east-midlands-east/offers/2021-22/primary-teaching-for-mastery-sustaining'),
      [],
    )
  })
})
