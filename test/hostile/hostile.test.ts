import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { invariants } from '../../src/invariants.ts'
import { findFaults } from '../../src/platform/invariants.ts'
import { bodyOf } from './forms.ts'
import { endless, oddBodies, oddPaths, oddQueries, oddTexts } from './oddities.ts'
import { type Found, kindOf, lookThrough, openSite, routeOf, type Seen, type Site } from './site.ts'

let site: Site
let forms: readonly Found[]
let opened: Seen['opened']

before(async () => {
  site = await openSite()
  const seen = await lookThrough(site)
  forms = seen.forms.filter(({ form }) => !/sign-out|sessions\/end/.test(form.action))
  opened = seen.opened
})
after(() => site.close())

/** What was answered as our own fault: nothing typed may ever be. */
const broken: string[] = []
const note = (what: string, status: number) => {
  if (status >= 500) broken.push(`${status} ${what}`)
}
const noneBroken = () => assert.deepEqual(broken.splice(0), [])

const send = async ({ member, form }: Found, what: string, changes: Record<string, readonly string[]>) => {
  const { status } = await site.send(member, form.action, bodyOf(form, changes))
  note(`${routeOf(form.action)?.path} with ${what}`, status)
}

const texts = Object.entries(oddTexts)
const sendings = 3

/** Another oddity in each field, beginning with this one: from form to form and from sending to sending each field gets others. */
const allOdd = ({ form }: Found, from: number): Record<string, readonly string[]> =>
  Object.fromEntries(Object.keys(form.fields).map((name, at) => [name, [texts[(from + at) % texts.length]?.[1] ?? '']]))

const sendOdd = (found: Found, from: number) =>
  send(found, `another oddity in each field, the first ${texts[from % texts.length]?.[0]}`, allOdd(found, from))

// One at a time for each kind of field; the rest is as the page drew it, so that what is odd is not lost among other errors.
const unfit: readonly (readonly [what: string, values: readonly string[]])[] = [
  ['with an id of nothing', [oddTexts['an id of nothing'] ?? '']],
  ['endless', [endless]],
  ['with a huge number', [oddTexts['a huge number'] ?? '']],
  ['left out', []],
  ['with the prototype', [oddTexts['the prototype'] ?? '']],
]

const fieldsToTry = ({ form }: Found): readonly string[] => {
  const names = Object.keys(form.fields)
  return names.filter((name, at) => names.findIndex((other) => kindOf(other) === kindOf(name)) === at)
}

/** One of them, by turns: a field of this name stands in other forms as well, and gets the others there. */
const changeOf = (name: string, turn: number): readonly [what: string, values: readonly string[]] => {
  // What a button says is looked up among what can be done: every form tries that.
  const [what, values] = unfit.at(name === 'act' ? -1 : turn % unfit.length) ?? ['', []]
  return [`${name} ${what}`, values]
}

const share = 3

/** A third of them, by turns: what one page or form does not meet meets the next two of its kind. */
const byTurns = <T>(all: readonly T[], turn: number): readonly T[] => all.filter((_, at) => (at + turn) % share === 0)

const withQuery = (page: string, query: string): string => `${page}${page.includes('?') ? '&' : '?'}${query}`

describe('whatever is sent', () => {
  test('there are forms to try, of twenty routes at least', () => {
    const tried = new Set(forms.map(({ form }) => routeOf(form.action)?.path))
    assert.ok(tried.size >= 20, [...tried].join('\n'))
  })

  test('a form with every field odd, or twice, is never our fault', async () => {
    for (const [turn, found] of forms.entries()) {
      for (let step = 0; step < sendings; step += 1)
        await sendOdd(found, turn + step * Math.ceil(texts.length / sendings))
      const twice = Object.entries(found.form.fields).map(([name, values]) => [name, [...values, 'again']])
      await send(found, 'all of it twice', Object.fromEntries(twice))
    }
    noneBroken()
  })

  test('a form with one field odd, endless or missing is never our fault', async () => {
    for (const [turn, found] of forms.entries())
      for (const [at, name] of fieldsToTry(found).entries()) {
        const [what, values] = changeOf(name, turn + at)
        await send(found, what, { [name]: values })
      }
    noneBroken()
  })

  test('a body that is no form is never our fault', async () => {
    for (const [turn, { member, form }] of forms.entries())
      for (const [type, body] of byTurns(oddBodies, turn))
        note(`${form.action} ${type} ${body.slice(0, 20)}`, (await site.send(member, form.action, body, type)).status)
    noneBroken()
  })

  test('an address or a query that no page leads to is never our fault', async () => {
    for (const path of oddPaths) note(path.slice(0, 80), (await site.open('hub administrator', path)).status)
    const tried = async (page: string, member: string, query: string) => {
      const { status, body } = await site.open(member, withQuery(page, query))
      note(withQuery(page, query.slice(0, 80)), status)
      // A word of every object that was looked up among ours.
      if (/\[native code\]|\[object /.test(body))
        broken.push(`${withQuery(page, query.slice(0, 80))} shows a part of the program`)
    }
    for (const [turn, [page, member]] of [...opened].entries())
      await Promise.all(byTurns(oddQueries, turn).map((query) => tried(page, member, query)))
    noneBroken()
  })

  test('nobody is led to another site, and no script that was typed stands in a page', async () => {
    for (const to of [
      '//elsewhere.example',
      '/\\elsewhere.example',
      'https://elsewhere.example',
      '/\t/elsewhere.example',
    ]) {
      const { body } = await site.open('visitor', `/sign-in?to=${encodeURIComponent(to)}`)
      assert.doesNotMatch(body, /value="[^"]*elsewhere/)
    }
    for (const page of site.pages.filter((each) => !/\.[a-z]+$/.test(each))) {
      const { body } = await site.open(
        'hub lead',
        `${page}${page.includes('?') ? '&' : '?'}q=%3Cscript%3Ealert(1)%3C/script%3E`,
      )
      assert.doesNotMatch(body, /<script>alert/, page)
    }
  })

  test('a button pressed four times at once does its work once', async () => {
    const count = async () => {
      const { rows } = await site.world.installation.connections.pool.query(
        `select (select count(*)::int from sessions) as sessions, (select count(*)::int from groups) as groups, (select count(*)::int from tasks) as tasks,
          (select count(*)::int from placement_runs) as runs, (select count(*)::int from expressions_of_interest) as interest`,
      )
      return rows[0] as Readonly<Record<string, number>>
    }
    for (const found of forms) {
      const before = await count()
      await Promise.all([1, 2, 3, 4].map(() => send(found, 'four at once', {})))
      const grown = Object.entries(await count()).filter(([name, after]) => after > (before[name] ?? 0) + 1)
      assert.deepEqual(grown, [], found.form.action)
    }
    noneBroken()
  })

  test('afterwards every rule still holds of the data', async () => {
    assert.deepEqual(await findFaults(site.world.installation.connections.kysely, invariants), [])
  })
})
