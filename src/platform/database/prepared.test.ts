import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { transaction } from '../context.ts'
import { preparing } from './prepared.ts'

type Tables = { readonly parcels: { readonly id: number; readonly label: string } }

let database: TestDatabase
let owner: pg.Client
let pool: pg.Pool
let db: Kysely<Tables>

before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
after(async () => {
  await owner.query('drop table if exists parcels')
  await owner.end()
  await database.release()
})

const open = async (work: () => Promise<void>, { max = 1, most = 500 } = {}): Promise<void> => {
  pool = new pg.Pool({ connectionString: database.ownerUrl, max })
  db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool, most) }) })
  try {
    await work()
  } finally {
    await db.destroy()
  }
}

beforeEach(async () => {
  await owner.query('drop table if exists parcels')
  await owner.query('create table parcels (id integer primary key, label text not null)')
  await owner.query(`insert into parcels values (1, 'first'), (2, 'second')`)
})

const parcel = (id: number, on: Kysely<Tables> = db) =>
  on.selectFrom('parcels').selectAll().where('id', '=', id).executeTakeFirst()
const preparedOn = async (): Promise<readonly string[]> =>
  (
    await sql<{ statement: string }>`select statement from pg_prepared_statements order by prepare_time`.execute(db)
  ).rows.map(({ statement }) => statement)

test('what is asked again is prepared, once for all its values', () =>
  open(async () => {
    for (const id of [1, 2, 1, 2]) assert.equal((await parcel(id))?.id, id)
    const prepared = await preparedOn()
    assert.equal(prepared.filter((text) => text.includes('"parcels"')).length, 1)
  }))

test('what is asked once is not prepared', () =>
  open(async () => {
    await parcel(1)
    assert.deepEqual(await preparedOn(), [])
  }))

test('a connection prepares only so many', () =>
  open(
    async () => {
      for (const limit of [1, 2, 3, 4])
        for (const _ of [1, 2, 3])
          await sql`select label from parcels where id > ${0} limit ${sql.lit(limit)}`.execute(db)
      assert.equal((await preparedOn()).length, 2)
    },
    { most: 2 },
  ))

test('two statements in one text, and what begins and ends a transaction, go as they are', () =>
  open(async () => {
    for (const id of [3, 4]) {
      await sql.raw(`insert into parcels values (${id}, 'x'); insert into parcels values (${id + 10}, 'y')`).execute(db)
      await db.transaction().execute((tx) => parcel(id, tx))
    }
    assert.equal((await parcel(14))?.label, 'y')
    assert.ok((await preparedOn()).every((text) => text.includes('"parcels"')))
  }))

test('a table that changes under a connection is read as it is now', () =>
  open(async () => {
    for (const id of [1, 2, 1]) await parcel(id)
    await owner.query('alter table parcels add column weight integer default 7')
    assert.deepEqual(await parcel(1), { id: 1, label: 'first', weight: 7 })
    await owner.query('alter table parcels drop column weight')
    for (const id of [1, 2, 1]) assert.deepEqual(Object.keys((await parcel(id)) ?? {}), ['id', 'label'])
  }))

test('what the database refuses of a prepared statement stays refused, and the statement usable', () =>
  open(async () => {
    const add = (id: number) => db.insertInto('parcels').values({ id, label: 'new' }).execute()
    await add(5)
    await add(6)
    await assert.rejects(add(6), { code: '23505' })
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await assert.rejects(sql`select label from parcels where id = ${1} and ${0} = 1 / ${sql.lit(0)}`.execute(tx))
        await tx.selectFrom('parcels').selectAll().where('label', '=', 'first').execute()
      }),
      { code: '25P02' },
    )
    await add(7)
    assert.equal((await parcel(7))?.label, 'new')
  }))

test('an action under which a table changes is done again, on whichever connection', async () => {
  const here: TestInstallation = await testInstallation()
  const elsewhere = new pg.Client({ connectionString: here.installation.ownerUrl })
  await elsewhere.connect()
  const read = () =>
    transaction(here.system(), async (tx) => {
      const settings = await tx.selectFrom('settings').selectAll().where('name', '=', 'colour').execute()
      const links = await tx.selectFrom('ended_links').selectAll().where('ended_at', '<', here.system().now).execute()
      return [settings, links]
    })
  try {
    for (const _ of [1, 2, 3]) await Promise.all([read(), read(), read(), read(), read(), read()])
    await elsewhere.query('alter table settings add column note text')
    await elsewhere.query('alter table ended_links add column note text')
    for (const _ of [1, 2])
      for (const answer of await Promise.all([read(), read(), read(), read(), read(), read()]))
        assert.deepEqual(answer, [[], []])
  } finally {
    await elsewhere.query('alter table settings drop column if exists note')
    await elsewhere.query('alter table ended_links drop column if exists note')
    await elsewhere.end()
    await here.release()
  }
})
