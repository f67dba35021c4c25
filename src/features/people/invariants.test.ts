import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson, makeSchool } from '../../../test/support/records.ts'
import { findFaults } from '../../platform/invariants.ts'
import { invariants } from './invariants.ts'

let here: TestInstallation
let owner: pg.Client
let person: string
let school: string
let other: string

before(async () => {
  here = await testInstallation()
  const db = here.installation.connections.kysely
  person = (await makePerson(db)).id
  school = await makeSchool(db)
  other = await makeSchool(db)
  owner = new pg.Client({ connectionString: here.installation.ownerUrl })
  await owner.connect()
})
after(async () => {
  // The next to be lent this database gets its rows anew, not its tables.
  await owner.query(`alter table people drop constraint if exists people_teacher_reference_number;
    update people set teacher_reference_number = null;
    alter table people add constraint people_teacher_reference_number check (teacher_reference_number ~ '^[0-9]{7}$')`)
  await owner.end()
  await here.release()
})

const post = (id: string, from: string, to: string) =>
  `insert into posts (id, person_id, organisation_id, post, from_on, to_on, stated_at) values (${id}, '${person}', '${school}', 'class_teacher', ${from}, ${to}, '2021-09-01')`
const role = (from: string, to: string) =>
  `insert into roles (id, person_id, role, organisation_id, from_on, to_on) values (gen_random_uuid(), '${person}', 'school_lead', '${school}', ${from}, ${to})`
const called = (from: string, to: string) =>
  `insert into person_names (id, person_id, name, from_on, to_on) values (gen_random_uuid(), '${person}', 'Earlier', ${from}, ${to})`
const left = (on: string, said: string) =>
  `insert into person_moves (id, person_id, from_organisation_id, moved_on, said_by, said_at) values (gen_random_uuid(), '${person}', '${school}', ${on}, 'person', ${said})`
const coming = (status: string, settled: string) =>
  `insert into coming_moves (id, person_id, from_organisation_id, to_organisation_id, moves_on, said_by, said_at, status, settled_at)
    values (gen_random_uuid(), '${person}', '${school}', '${other}', '2021-12-01', 'person', '2021-10-01', '${status}', ${settled})`

/** What breaks each rule, in the order of the rules; with what keeps it although it looks alike. */
const broken: readonly { readonly keeps: () => readonly string[]; readonly breaks: () => readonly string[] }[] = [
  { keeps: () => [], breaks: () => [`update email_addresses set is_primary = false where person_id = '${person}'`] },
  {
    keeps: () => [
      post('gen_random_uuid()', "'2019-09-01'", "'2020-09-01'"),
      post('gen_random_uuid()', "'2020-09-01'", 'null'),
    ],
    breaks: () => [post('gen_random_uuid()', "'2021-01-01'", "'2021-03-01'")],
  },
  {
    keeps: () => [role("'2019-09-01'", "'2020-08-31'"), role("'2020-09-01'", 'null')],
    breaks: () => [role("'2020-01-01'", "'2020-02-01'")],
  },
  {
    keeps: () => [called('null', "'2018-01-01'"), called("'2018-01-01'", "'2019-01-01'")],
    breaks: () => [called("'2018-06-01'", "'2018-08-01'")],
  },
  {
    keeps: () => [`update people set teacher_reference_number = '1234567' where id = '${person}'`],
    breaks: () => [
      'alter table people drop constraint people_teacher_reference_number',
      `update people set teacher_reference_number = '12/3456' where id = '${person}'`,
    ],
  },
  {
    keeps: () => [left("'2019-09-01'", "'2019-09-01'")],
    breaks: () => [post('gen_random_uuid()', 'null', 'null'), left("'2021-10-01'", "'2021-10-01'")],
  },
  {
    keeps: () => [coming('coming', 'null'), coming('taken_back', "'2021-10-02'")],
    breaks: () => [coming('happened', "'2021-10-02'")],
  },
]

test('each rule about people finds the row that breaks it, and nothing before', async () => {
  assert.equal(broken.length, invariants.length)
  for (const [at, { rule }] of invariants.entries()) {
    const { keeps, breaks } = broken[at] ?? { keeps: () => [], breaks: () => [] }
    const faults = async () =>
      (await findFaults(here.installation.connections.kysely, invariants)).map((each) => each.rule)
    for (const query of keeps()) await owner.query(query)
    assert.deepEqual(await faults(), [], rule)
    for (const query of breaks()) await owner.query(query)
    assert.deepEqual([...new Set(await faults())], [rule])
    await owner.query(`delete from coming_moves; delete from person_moves; delete from posts; delete from roles; delete from person_names;
      update people set teacher_reference_number = null; update email_addresses set is_primary = true`)
  }
})
