import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { cruised, root } from './boundaries.ts'

const action = `import '../../../platform/history.ts'\n`

// A file that breaks a rule, and the rule that must notice it.
const planted: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['vocabulary/urn.ts', `import '../platform/errors.ts'`, 'vocabulary-imports-nothing'],
  ['vocabulary/ukprn.ts', `import 'node:fs'`, 'vocabulary-imports-nothing'],
  ['platform/clock.ts', `import '../features/people/index.ts'`, 'platform-knows-no-feature'],
  ['platform/files.ts', `import '../app.ts'`, 'entry-points-stay-at-the-top'],
  ['platform/first.ts', `import './second.ts'`, 'no-circular'],
  ['platform/lost.ts', `import './nowhere.ts'`, 'every-import-is-found'],
  ['platform/colours.ts', `import 'kleur'`, 'every-package-has-a-home'],
  ['ui/layout.ts', `import '../platform/database/index.ts'`, 'ui-knows-no-feature'],
  ['ui/header.ts', `import '../features/people/index.ts'`, 'ui-knows-no-feature'],
  ['features/interest/queries.ts', `import '../people/queries.ts'`, 'enter-a-feature-by-its-door'],
  ['features/people/queries.ts', `import '../interest/index.ts'`, 'people-imports-only-earlier-features'],
  ['features/gossip/index.ts', `import '../../vocabulary/ids.ts'`, 'only-listed-features'],
  ['features/interest/expression-of-interest.ts', `import '../../platform/database/index.ts'`, 'domain-is-pure'],
  ['features/interest/policy.ts', `import './queries.ts'`, 'domain-is-pure'],
  ['features/interest/pages/show.view.ts', `import '../queries.ts'`, 'views-only-draw'],
  ['features/interest/pages/show.page.ts', `import '../store.ts'`, 'only-actions-write'],
  ['features/interest/jobs.ts', `import './store.ts'`, 'only-actions-write'],
  [
    'features/interest/actions/show-page.ts',
    `${action}import '../../../platform/http/page.ts'`,
    'actions-know-no-http',
  ],
  ['features/interest/actions/lapse-quietly.ts', `import '../store.ts'`, 'every-action-records-what-happened'],
  ['features/interest/access.ts', `import './door.test.ts'`, 'production-code-imports-no-tests'],
  ['features/interest/index.ts', `import { Client } from 'pg'; new Client()`, 'pg-has-one-home'],
  ['features/people/routes.ts', `import { fastify } from 'fastify'; fastify()`, 'fastify-has-one-home'],
  ['features/people/api.ts', `import { html } from 'hono/html'; html()`, 'hono-has-one-home'],
  ['features/people/pages/show.page.ts', `import { z } from 'zod'; z.string()`, 'zod-has-one-home'],
  ['features/people/pages/list.page.ts', `import { sql } from 'kysely'; sql\`\``, 'kysely-has-one-home'],
]

const innocent = [
  ...['app', 'vocabulary/ids', 'platform/errors', 'platform/history', 'platform/database/index', 'platform/http/page'],
  ...['features/people/index', 'features/interest/store', 'features/interest/door.test'],
]

describe('the boundaries between rooms', () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const copy = mkdtempSync(join(root, '.cache/boundaries-'))
  after(() => rmSync(copy, { recursive: true, force: true }))

  it('are noticed when they are broken', async () => {
    const write = (file: string, text: string) => {
      const whole = join(copy, 'src', file)
      mkdirSync(dirname(whole), { recursive: true })
      writeFileSync(whole, `${text}\n`)
    }
    for (const name of innocent) write(`${name}.ts`, 'export const one = 1')
    write('platform/second.ts', `import './first.ts'`)
    for (const [file, text] of planted) write(file, text)
    writeFileSync(join(copy, 'tsconfig.json'), '{ "extends": "../../tsconfig.json", "include": ["src"] }')
    const { summary } = await cruised(copy)
    const noticed = new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`))
    const missed = planted.filter(([file, , rule]) => !noticed.has(`src/${file} ${rule}`))
    assert.deepEqual(missed, [])
  })
})
