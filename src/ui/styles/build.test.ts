import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { compiledStyles } from './build.ts'

const kept = readFileSync(new URL('../assets/tessellate.css', import.meta.url), 'utf8')

it('The style sheet that is kept is the one its sources give; `node src/ui/styles/build.ts` writes it', () => {
  assert.ok(kept === compiledStyles(), 'run node src/ui/styles/build.ts')
})

it('The style sheet asks for no file and names no typeface that belongs to others', () => {
  assert.doesNotMatch(kept, /url\(|@import|GDS Transport/i)
})
