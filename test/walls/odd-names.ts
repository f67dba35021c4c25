// Names that would be a script, a formula, a command of the typesetter, a header or a line of a calendar, if anybody let them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '../../src/app.ts'
import { tellEveryone } from '../../src/features/sessions/index.ts'
import { createContext } from '../../src/platform/context.ts'
import { linkToken } from '../../src/platform/links.ts'
import { addressWith } from '../access-matrix/addresses.ts'
import type { Records } from '../access-matrix/records.ts'
import { makeSession } from '../support/records.ts'
import type { Walls } from './links-alone.ts'

const odd = `=cmd|'/c calc'!A1 <script>alert(1)</script> "><img src=x onerror=alert(1)> #panic("owned") $x^$ @nobody \\ *_\` ]]> {{7*7}}\r\nBcc: all@evil.example\r\nX-EVIL:1`

const called: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['people', ['name']],
  ['organisations', ['name']],
  ['groups', ['name']],
  ['hub_names', ['name']],
  ['projects', ['title', 'summary']],
  ['project_themes', ['title']],
  ['project_sections', ['heading', 'body']],
  ['venues', ['short_name', 'name']],
  ['sessions', ['title']],
  ['tasks', ['title', 'instructions']],
  ['expressions_of_interest', ['comments', 'sender_name', 'access_needs']],
  ['participants', ['access_needs']],
]

const has = async ({ installation }: Walls, table: string, column: string): Promise<boolean> =>
  (
    await installation.connections.pool.query(
      'select from information_schema.columns where table_name = $1 and column_name = $2',
      [table, column],
    )
  ).rowCount === 1

/** Everything of the world that has a name is called so, as far as its table lets it. */
const renameEverything = async (walls: Walls): Promise<readonly string[]> => {
  const renamed: string[] = []
  for (const [table, columns] of called)
    for (const column of columns)
      if (await has(walls, table, column)) {
        const owner = walls.installation.connections.pool
        await owner.query(`update ${table} set ${column} = $1 || ' ' || left(coalesce(${column}, ''), 20)`, [odd])
        renamed.push(`${table}.${column}`)
      }
  return renamed
}

/** What of an answer a reader would take for more than words; null when all of it is words. */
const runs = (type: string, body: string): string | null => {
  if (type.startsWith('text/html')) return /<script>alert|<img src=x/.exec(body)?.[0] ?? null
  if (type.startsWith('text/csv')) return /(?:^|,)"?[=+@-]cmd/m.exec(body)?.[0] ?? null
  if (type.startsWith('text/calendar')) return /^(?:X-EVIL|Bcc)/m.exec(body)?.[0] ?? null
  return null
}

type Asker = (url: string) => Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }>

export const oddNameTests = (
  walls: () => Walls,
  given: () => { readonly records: Records; readonly askers: readonly Asker[]; readonly take: Asker },
): void => {
  test('whatever everything is called, no page, file, calendar or mail takes it for more than a name', async () => {
    const { installation, app, shared } = walls()
    const { records, askers, take } = given()
    assert.ok((await renameEverything(walls())).length >= 12)
    const broken: string[] = []
    const look = async (asker: Asker, url: string) => {
      const { statusCode, body, headers } = await asker(url)
      const found = runs(String(headers['content-type']), body)
      if (statusCode >= 500 || found) broken.push(`${url} ${statusCode} ${found}`)
      const name = String(headers['content-disposition'] ?? '')
      if (name !== '' && !/^(?:inline|attachment); filename="[\w.-]+"$/.test(name)) broken.push(`${url} ${name}`)
      return statusCode
    }
    let opened = 0
    for (const asker of askers)
      for (const { path, access } of routes.filter(({ method }) => method === 'GET'))
        if (!access.purpose && (await look(asker, addressWith(path, records).url)) === 200) opened += 1
    assert.ok(opened > 150, String(opened))
    const calendar = `/calendar/${linkToken(installation.config, 'calendar', shared.group, 5)}.ics`
    await look((url) => app.inject({ url }), calendar)
    const taken = await take(shared.hubIds.ours)
    assert.match(String(taken.headers['content-type']), /^text\/csv/)
    assert.match(taken.body, /"'=cmd/)
    await look(async () => taken, 'the list of participants')
    assert.deepEqual(broken, [])
  })

  test('nor does a mail with its invitation', async () => {
    const { installation, shared } = walls()
    const db = installation.connections.kysely
    const { rows } = await installation.connections.pool.query<{ last: string }>(
      'select max(id::text) as last from messages',
    )
    await makeSession(db, shared.group, { number: 94, on_date: Temporal.PlainDate.from('2021-12-20'), title: odd })
    await tellEveryone(createContext(installation, { kind: 'system', task: 'test' }, 'test'), shared.group)
    const mails = await db
      .selectFrom('messages')
      .selectAll()
      .where('id', '>', rows[0]?.last ?? '')
      .execute()
    assert.ok(mails.length > 3)
    for (const { subject, body_html, invitations } of mails) {
      assert.doesNotMatch(subject, /[\r\n]/)
      assert.doesNotMatch(body_html, /<script>alert|<img src=x/)
      for (const { text } of invitations as readonly { text: string }[]) assert.doesNotMatch(text, /^(?:X-EVIL|Bcc)/m)
    }
  })
}
