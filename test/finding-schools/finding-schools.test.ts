import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Pool } from 'pg'
import { schools as invented } from '../../db/seeds/facts/schools.ts'
import { searchOrganisations } from '../../src/features/organisations/index.ts'
import { type Connections, connect } from '../../src/platform/database/index.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { byHand } from './by-hand.ts'
import { askedFor } from './misspelt.ts'
import { insertSchools, schoolsOfRegister } from './register.ts'

const register = schoolsOfRegister(8000)
const fewestRight = 0.95

describe('a school that is looked for', () => {
  let database: TestDatabase
  let connections: Connections
  before(async () => {
    database = await testDatabase()
    const pool = new Pool({ connectionString: database.ownerUrl })
    const demonstrated = invented.map(({ urn, name, street, town, postcode, authorityCode, status }) => ({
      urn,
      name,
      street: street ?? '',
      town: town ?? '',
      postcode: postcode ?? '',
      authority: authorityCode ?? '',
      status: status === 'closed' ? ('closed' as const) : ('open' as const),
    }))
    await insertSchools(pool, [...register, ...demonstrated])
    await pool.end()
    connections = connect(database.url, { max: 4 })
  })
  after(async () => {
    await connections.end()
    await database.release()
  })

  const isFound = async ({ text, urn }: { text: string; urn: number }): Promise<boolean> =>
    (await searchOrganisations(connections.kysely, text, { kinds: ['school'] }))
      .slice(0, 5)
      .some((school) => school.urn === urn)

  const missedOf = async (asked: readonly { text: string; urn: number }[]): Promise<readonly string[]> => {
    const missed: string[] = []
    for (const each of asked) if (!(await isFound(each))) missed.push(each.text)
    return missed
  }

  it('is among the first five for 95 of 100 names written by the habits of people', async () => {
    const asked = askedFor(register, 440)
    assert.equal(asked.length, 440)
    const missed = await missedOf(asked)
    assert.ok(missed.length <= asked.length * (1 - fewestRight), `not found: ${missed.join(' | ')}`)
  })

  it('is among the first five for 95 of 100 names that were thought of one by one', async () => {
    const missed = await missedOf(byHand.map(([text, urn]) => ({ text, urn })))
    assert.ok(missed.length <= byHand.length * (1 - fewestRight), `not found: ${missed.join(' | ')}`)
  })
})
