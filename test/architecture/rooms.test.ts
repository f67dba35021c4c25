import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '../..')
const mostFiles = 45

/** How many files each room has, its tests left out. */
const filesByRoom = (files: readonly string[]): ReadonlyMap<string, number> => {
  const rooms = Map.groupBy(
    files.filter((file) => !file.endsWith('.test.ts')),
    (file) => file.split('/')[2] ?? '',
  )
  return new Map([...rooms].map(([room, all]) => [room, all.length]))
}

const crowded = (rooms: ReadonlyMap<string, number>): readonly string[] =>
  [...rooms].filter(([, count]) => count > mostFiles).map(([room, count]) => `${room} has ${count} files`)

const orderInRules = async (): Promise<readonly string[]> => {
  const { features }: { features: readonly string[] } = await import(
    new URL('../../dependency-cruiser.config.mjs', import.meta.url).href
  )
  return features
}

/** The first column of the table of rooms. */
const orderInWords = (page: string): readonly string[] =>
  [...(page.split('## The rooms')[1]?.split('\n- ')[0] ?? '').matchAll(/^\| ([a-z-]+) \|/gm)]
    .map(([, room = '']) => room)
    .filter((room) => room !== 'room' && room !== '---')

describe('the rooms', () => {
  const rooms = filesByRoom(globSync('src/features/*/**/*.*', { cwd: root }))

  it('have at most 45 files without tests each: a larger one is two rooms', () => {
    assert.deepEqual(crowded(rooms), [])
    const many = Array.from({ length: mostFiles + 1 }, (_, at) => `src/features/hall/pages/${at}.page.ts`)
    assert.deepEqual(crowded(filesByRoom([...many, 'src/features/hall/hall.test.ts'])), ['hall has 46 files'])
  })

  it('stand in the same order in the rules and in the description of the house, and each of them is there', async () => {
    const order = await orderInRules()
    assert.deepEqual(orderInWords(readFileSync(join(root, 'docs/architecture.md'), 'utf8')), order)
    assert.deepEqual([...rooms.keys()].toSorted(), order.toSorted())
  })

  it('each say at their door what they are for', () => {
    const silent = [...rooms.keys()].filter(
      (room) => !readFileSync(join(root, 'src/features', room, 'index.ts'), 'utf8').startsWith('// '),
    )
    assert.deepEqual(silent, [])
  })
})
