import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { newId } from '../../vocabulary/ids.ts'
import {
  hubInFull,
  hubsNamed,
  hubsServing,
  neighbourHubs,
  schoolByUrn,
  searchOrganisations,
  successorsOf,
} from './index.ts'

const saints = ['Mary', 'John', 'Peter', 'Joseph', 'Thomas', 'Michael', 'Anne', 'Bede', 'Cuthbert', 'Hilda']
const places = [
  'Acton',
  'Ealing',
  'Boston',
  'Colchester',
  'Southwold',
  'Kettering',
  'Harwich',
  'Mansfield',
  'Whitby',
  'Ludlow',
  'Penrith',
  'Keswick',
]
const trees = [
  'Oakfield',
  'Elmhurst',
  'Ashgrove',
  'Beechwood',
  'Willowbrook',
  'Thornbury',
  'Larkspur',
  'Hazelmere',
  'Rowanlea',
  'Maplecroft',
  'Birchdale',
  'Hollybank',
]
const kinds = ['Primary School', 'Academy', 'High School', 'Junior School', 'Community School']
const streets = ['Station Road', 'Church Lane', 'Mill Hill', 'Park Avenue', 'Victoria Street', 'Abbey Close']

type Invented = { name: string; street: string; town: string; postcode: string; urn: number }
const inventedSchools = (): Invented[] => {
  const names = [
    ...saints.flatMap((saint, at) =>
      places.map((place, n) => ({ name: `St ${saint}'s C of E ${kinds[(at + n) % 5]}`, town: place })),
    ),
    ...trees.flatMap((tree, at) =>
      places.map((place, n) => ({
        name: n % 3 === 0 ? `${place} ${tree} ${kinds[(at + n) % 5]}` : `${tree} ${kinds[(at + 2 * n) % 5]}`,
        town: place,
      })),
    ),
    { name: 'Twyford Church of England High School', town: 'Acton' },
    { name: 'Saint Gregory the Great Catholic School', town: 'Ludlow' },
    { name: 'The Avenue Primary School', town: 'Wells' },
    { name: 'Grove Way Academy', town: 'Harwich' },
  ]
  return names.map((school, at) => ({
    ...school,
    street: `${at + 1} ${streets[at % 6]}`,
    postcode: `AB${(at % 40) + 1} ${at % 9}CD`,
    urn: 920_000 + at,
  }))
}

/** One slip of the fingers a word: a letter dropped, doubled, swapped or wrong. */
const slip = (word: string, seed: number): string => {
  if (word.length < 5) return word
  const at = 1 + (seed % (word.length - 2))
  const [head, letter, rest] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  const slips = [
    head + rest,
    head + letter + letter + rest,
    head + rest.charAt(0) + letter + rest.slice(1),
    `${head}e${rest}`,
  ]
  return slips[seed % 4] ?? word
}

describe('finding a school', () => {
  let test: TestInstallation
  const schools = inventedSchools()
  const named = (text: string) => searchOrganisations(test.visitor().db, text, { kinds: ['school'] })
  const firstNamed = async (text: string) => {
    const [first] = await named(text)
    return first && `${first.name}, ${first.town}`
  }

  before(async () => {
    test = await testInstallation()
    const db = test.installation.connections.kysely
    await db
      .insertInto('authorities')
      .values([
        { code: '307', name: 'Ealing', region: 'London' },
        { code: '881', name: 'Essex', region: 'East of England' },
        { code: '831', name: 'Derby', region: 'East Midlands' },
      ])
      .execute()
    await db
      .insertInto('organisations')
      .values(
        schools.map((school) => ({
          id: newId(),
          kind: 'school',
          phase: 'primary',
          invented: true,
          authority_code: school.town === 'Colchester' ? '881' : '307',
          ...school,
        })),
      )
      .execute()
  })
  after(() => test.release())

  it('finds by URN, by postcode and by street', async () => {
    const school = schools[100]
    assert.ok(school)
    assert.equal((await named(String(school.urn)))[0]?.name, school.name)
    assert.ok((await named(school.postcode.replace(' ', '').toLowerCase())).some((found) => found.urn === school.urn))
    assert.ok((await named(`${school.street} ${school.town}`)).some((found) => found.urn === school.urn))
  })

  it('finds a school that has nothing but usual words in its name', async () => {
    assert.equal(await firstNamed('the avenue'), 'The Avenue Primary School, Wells')
    assert.equal(await firstNamed('Avenue Primary'), 'The Avenue Primary School, Wells')
    assert.equal(await firstNamed('grove academy'), 'Grove Way Academy, Harwich')
  })

  it('takes Saint for St, no apostrophe for one, and the words in any order', async () => {
    assert.equal(await firstNamed('saint hildas whitby'), "St Hilda's C of E High School, Whitby")
    assert.equal(await firstNamed('whitby st hilda’s'), "St Hilda's C of E High School, Whitby")
    assert.equal(await firstNamed('St. Gregory'), 'Saint Gregory the Great Catholic School, Ludlow')
    assert.equal(await firstNamed('twyford ce high'), 'Twyford Church of England High School, Acton')
    assert.equal(await firstNamed('acton twyford'), 'Twyford Church of England High School, Acton')
  })

  it('has the right school among the first five for 95 of 100 misspelt names', async () => {
    let right = 0
    let tried = 0
    for (const [at, school] of schools.entries()) {
      if (at % 2 === 1) continue
      tried += 1
      const typed = `${school.name.replace(/ (Primary|High|Junior|Community) School| Academy/, '')} ${school.town}`
      const misspelt = typed
        .split(' ')
        .map((word, n) => slip(word.toLowerCase(), at + n))
        .join(' ')
      const found = await named(misspelt)
      if (found.slice(0, 5).some(({ urn }) => urn === school.urn)) right += 1
    }
    assert.ok(right / tried >= 0.95, `${right} of ${tried}`)
  })

  it('finds by a name of before and says so, behind a school that is called so today', async () => {
    const db = test.installation.connections.kysely
    const twyford = (await named('twyford ce high'))[0]?.id ?? ''
    await db
      .insertInto('organisation_former_names')
      .values([
        { organisation_id: twyford, name: 'Gunnersbury Grammar School', to_on: Temporal.PlainDate.from('1975-08-31') },
        {
          organisation_id: twyford,
          name: 'St Hilda’s C of E High School',
          to_on: Temporal.PlainDate.from('1990-08-31'),
        },
      ])
      .execute()
    const meant = async (text: string) => {
      const [first] = await named(text)
      return [first?.name, first?.formerly]
    }
    assert.deepEqual(await meant('gunersbury gramar'), [
      'Twyford Church of England High School',
      'Gunnersbury Grammar School',
    ])
    assert.deepEqual(await meant('gunnersbury acton'), [
      'Twyford Church of England High School',
      'Gunnersbury Grammar School',
    ])
    assert.deepEqual(await meant('twyford'), ['Twyford Church of England High School', null])
    assert.deepEqual(await meant('st hildas high whitby'), ["St Hilda's C of E High School", null])
  })

  it('finds nothing for words like no school', async () => {
    assert.deepEqual(await named('zzyzx qwxv'), [])
    assert.deepEqual(await named('  '), [])
    assert.deepEqual(await named("'; drop table --"), [])
  })

  it('gives for a closed school the open one that follows it, across several closures', async () => {
    const db = test.installation.connections.kysely
    const [oldest, middle, today] = [newId(), newId(), newId()]
    await db
      .insertInto('organisations')
      .values([
        { id: oldest, kind: 'school', name: 'Quayside Infant School', urn: 930_001, status: 'closed' },
        { id: middle, kind: 'school', name: 'Quayside First School', urn: 930_002, status: 'closed' },
        { id: today, kind: 'school', name: 'Quayside Primary School', urn: 930_003 },
      ])
      .execute()
    await db
      .insertInto('organisation_successors')
      .values([
        { predecessor_id: oldest, successor_id: middle },
        { predecessor_id: middle, successor_id: today },
      ])
      .execute()
    assert.deepEqual(
      (await successorsOf(db, oldest)).map((school) => school.urn),
      [930_003],
    )
    assert.equal((await schoolByUrn(db, 930_001))?.status, 'closed')
    assert.equal((await named('quayside'))[0]?.urn, 930_003)
  })

  it('names the hubs that serve an authority, and the neighbours where none does', async () => {
    const db = test.installation.connections.kysely
    const [west, east] = [newId(), newId()]
    await db
      .insertInto('hubs')
      .values([
        { id: west, slug: 'west', region: 'London' },
        { id: east, slug: 'east', region: 'East Midlands', area_described: 'Lincolnshire and Rutland' },
      ])
      .execute()
    await db
      .insertInto('hub_names')
      .values([
        { hub_id: west, name: 'London West' },
        { hub_id: west, name: 'Old West', to_on: Temporal.PlainDate.from('2020-08-31') },
        { hub_id: east, name: 'Midlands East' },
      ])
      .execute()
    await db
      .insertInto('hub_areas')
      .values([{ id: newId(), hub_id: west, authority_code: '307', described_as: 'Ealing' }])
      .execute()
    assert.deepEqual(
      (await hubsServing(db, '307')).map(({ name }) => name),
      ['London West'],
    )
    assert.deepEqual(await hubsServing(db, '831'), [])
    assert.deepEqual(
      (await neighbourHubs(db, '831')).map(({ name }) => name),
      ['Midlands East'],
    )
    assert.deepEqual((await hubInFull(db, 'west'))?.formerNames, ['Old West'])
    assert.deepEqual(
      (await hubsNamed(db, 'old west')).map(({ slug }) => slug),
      ['west'],
    )
    assert.deepEqual(
      (await hubsNamed(db, 'lincolnshire')).map(({ slug }) => slug),
      ['east'],
    )
  })
})
