import { globSync } from 'node:fs'
import { join } from 'node:path'

const rooms = join(import.meta.dirname, '..')
let known: Promise<Readonly<Record<string, string>>> | null = null

const read = async (): Promise<Readonly<Record<string, string>>> => {
  const sentences: Record<string, string> = {}
  for (const file of globSync('*/events.ts', { cwd: rooms })) {
    const exported: Record<string, unknown> = await import(join(rooms, file))
    for (const value of Object.values(exported)) if (typeof value === 'object') Object.assign(sentences, value)
  }
  return sentences
}

/** The sentence of every event of every room: a report tells of all of them, the later rooms' too. */
export const eventSentences = (): Promise<Readonly<Record<string, string>>> => {
  known ??= read()
  return known
}
