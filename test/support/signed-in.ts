// Pages for tests: somebody signed in with a role, and what their browser sends.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { machineClock } from '../../src/platform/clock.ts'
import { hashOf } from '../../src/platform/secrets.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { TestInstallation } from './installation.ts'
import { makePerson } from './records.ts'

type Scope = { readonly hub_id?: string; readonly group_id?: string; readonly organisation_id?: string }

type Installed = Pick<TestInstallation, 'installation'>

/** The cookie of somebody who has signed in. */
export const cookieOf = async ({ installation }: Installed, personId: string): Promise<string> => {
  const token = randomBytes(24).toString('base64url')
  const now = machineClock.now()
  await installation.connections.kysely
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: personId,
      token_hash: hashOf(token),
      created_at: now,
      last_seen_at: now,
      expires_at: now.add({ hours: 24 }),
    })
    .execute()
  return `tessellate_session=${token}`
}

/** The cookie of somebody, new unless they are named, who has had this role since the beginning of the year, and has signed in. */
export const signedInAs = async (test: Installed, role: string, scope: Scope = {}, known?: string): Promise<string> => {
  const db = test.installation.connections.kysely
  const id = known ?? (await makePerson(db)).id
  const since = Temporal.PlainDate.from('2021-09-01')
  await db
    .insertInto('roles')
    .values({ id: newId(), person_id: id, role, ...scope, from_on: since })
    .execute()
  return cookieOf(test, id)
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Looks at pages and sends their forms, as our own pages do. */
export const browser = (app: () => FastifyInstance) => ({
  see: (url: string, cookie?: string) =>
    app().inject({ method: 'GET', url, ...(cookie ? { headers: { cookie } } : {}) }),
  send: (url: string, fields: Fields = {}, cookie?: string) =>
    app().inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])),
      ).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
      },
    }),
})
