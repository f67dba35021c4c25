import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventSentences } from '../../docs/generator/events.ts'

const root = join(import.meta.dirname, '../..')
const quotedName = /'([a-z][a-z-]*\.[a-z][a-z-]*)'/g

/** The text of a call from its opening bracket to the closing one. */
const callAt = (text: string, start: number): string => {
  let depth = 0
  for (let at = text.indexOf('(', start); at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return text.slice(start, at)
  }
  return text.slice(start)
}

const recordedIn = (text: string): readonly string[] =>
  [...text.matchAll(/\brecord\(/g)].flatMap(({ index }) => {
    const named = /\bname:((?:(?!\bsubject\b)[\s\S])*)/.exec(callAt(text, index))?.[1] ?? ''
    return [...named.matchAll(quotedName)].map(([, name = '']) => name)
  })

const sources = globSync('src/features/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}))
const sentences = [...(await eventSentences(root)).values()].flatMap((named) => Object.keys(named))

test('everything that an action records has a sentence for the history', () => {
  const recorded = sources.flatMap(({ file, text }) => recordedIn(text).map((name) => ({ file, name })))
  assert.ok(recorded.length > 0)
  const silent = recorded.filter(({ name }) => !sentences.includes(name)).map(({ file, name }) => `${name} (${file})`)
  assert.deepEqual(silent, [])
})

// A name may be put together from its noun and what befell it.
const isBuilt = (texts: readonly string[], name: string): boolean => {
  const [noun = '', befell = ''] = name.split('.')
  return (
    texts.some((text) => text.includes(`\`${noun}.\${`)) &&
    texts.some((text) => new RegExp(`\\b${befell}\\b`).test(text))
  )
}

test('every event with a sentence can happen', () => {
  const spoken = sources.filter(({ file }) => !file.endsWith('/events.ts')).map(({ text }) => text)
  const unheard = sentences.filter(
    (name) => !spoken.some((text) => text.includes(`'${name}'`)) && !isBuilt(spoken, name),
  )
  assert.deepEqual(unheard, [])
})

test('no two rooms claim the same event', () => {
  assert.deepEqual(
    sentences.filter((name, at) => sentences.indexOf(name) !== at),
    [],
  )
})
