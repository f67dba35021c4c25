import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '../..')

// Rooms whose work is to act on the records of other rooms, all in one transaction (docs/architecture.md).
const acrossRooms: Readonly<Record<string, string>> = {
  hubs: 'of hubs that merge or divide, offers, groups and what hangs on them pass to the other',
  records: 'of two records that are one, everything that means either means one of them',
  successions: 'what a closed school takes part in follows to its successor',
  'rolling-over': 'from one year to the next, projects and offers are copied with all that hangs on them',
  retention: 'a person is erased, and what is no longer kept is cleared, wherever it stands',
}

// Single tables that a room writes beside the one that they belong to.
const excused: Readonly<Record<string, string>> = {
  'years writes projects': 'the preview of a year draws its drafts as if they were public, and undoes it at once',
  'partnerships writes itt_partnerships':
    'who trains teachers together is stated by hand beside the list that tells it',
  'partnerships writes trust_memberships': 'a trust is stated by hand where the register lags behind',
  'partnerships writes organisation_changes': 'what was stated by hand stands among what the registers changed',
  'national-registers writes trusts_by_hand':
    'a register that says something new takes the place of what was stated by hand',
  'interest writes stopped_links': 'where a headteacher’s address is put right, the link that went astray ends with it',
  'place-offers writes expressions_of_interest':
    'whose turn it is, and a decision taken back, stand in the request’s row',
  'invitations writes organisations':
    'the email domains that a hub tries for a school stand in the row that the registers keep',
  'people writes event_personal_values': 'a person made by an import is taken back with what the history calls them',
}

const deeds = [
  /\.(?:insertInto|updateTable|deleteFrom)\(\s*'([a-z_]+)/g,
  /(?<![a-z_])(?:insert into|delete from)\s+([a-z_]+)/g,
  /(?<![a-z_])update\s+([a-z_]+)(?:\s+(?!set\b)[a-z]{1,2})?\s+set\b/g,
]

/** The tables that a text of ours writes. */
const writtenIn = (text: string): readonly string[] => [
  ...new Set(deeds.flatMap((deed) => [...text.matchAll(deed)].map(([, table = '']) => table))),
]

type Written = { readonly room: string; readonly table: string }

const homeOf = (file: string): string => (file.startsWith('src/features/') ? (file.split('/')[2] ?? '') : 'platform')

/** Who writes a table that belongs to another: a table belongs to the one room that writes it and does not act across rooms. */
const trespasses = (all: readonly Written[]): readonly string[] =>
  [...Map.groupBy(all, ({ table }) => table).values()].flatMap((writers) => {
    const rooms = [...new Set(writers.map(({ room }) => room))].filter((room) => !(room in acrossRooms))
    const [table] = writers.map((each) => each.table)
    const others = rooms.filter((room) => room !== 'platform' && !(`${room} writes ${table}` in excused))
    const owners = rooms.includes('platform') ? ['platform', ...others] : others
    return owners.length > 1 ? [`${table} is written by ${owners.join(' and ')}`] : []
  })

describe('the tables', () => {
  const tables = new Set(
    [...readFileSync(join(root, 'db/schema.sql'), 'utf8').matchAll(/^create table (?:public\.)?([a-z_]+)/gim)].map(
      ([, table = '']) => table,
    ),
  )
  const written = globSync('src/{features,platform}/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|invariants\.ts$/.test(file))
    .flatMap((file) =>
      writtenIn(readFileSync(join(root, file), 'utf8'))
        .filter((table) => tables.has(table))
        .map((table) => ({ file, table, room: homeOf(file) })),
    )

  it('are each written by one room, or by those whose work goes across rooms', () => {
    assert.deepEqual(trespasses(written), [])
    assert.ok(tables.size > 90, 'the picture of the database was read')
  })

  it('are written only in the stores of rooms', () => {
    const elsewhere = written.filter(({ file, room }) => room !== 'platform' && !file.endsWith('store.ts'))
    assert.deepEqual(
      elsewhere.map(({ file, table }) => `${file} writes ${table}`),
      [],
    )
  })

  it('are excused nowhere without need', () => {
    const needed = new Set(written.map(({ room, table }) => `${room} writes ${table}`))
    assert.deepEqual(
      Object.keys(excused).filter((one) => !needed.has(one)),
      [],
    )
    assert.deepEqual(
      Object.keys(acrossRooms).filter((name) => !written.some(({ room }) => room === name)),
      [],
    )
  })

  it('show who trespasses', () => {
    assert.deepEqual(
      writtenIn(
        `tx.insertInto('places').values(1); sql\`update groups g set x = 1\`; sql\`delete from roles where\`; sql\`for update of x\``,
      ),
      ['places', 'roles', 'groups'],
    )
    const all = [
      { room: 'places', table: 'places' },
      { room: 'successions', table: 'places' },
      { room: 'interest', table: 'places' },
    ]
    assert.deepEqual(trespasses(all), ['places is written by places and interest'])
  })
})
