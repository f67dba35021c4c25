import { listen } from '../database/listen.ts'
import type { Answer } from './routes.ts'

/** Public pages kept in memory as they were sent, until anything they are made of changes. */
export type KeptPages = {
  readonly find: (key: string) => Answer | null
  /** What makes the answer, which is kept unless something has changed meanwhile. */
  readonly make: (key: string, answer: () => Promise<Answer>) => Promise<Answer>
  readonly stop: () => Promise<void>
}

const largest = 300_000
const mostInAll = 50_000_000

/** Keeps pages while the database can be heard telling its changes, in any process; without that, every page is made afresh. */
export const keepPages = (url: string): KeptPages => {
  const pages = new Map<string, Answer>()
  let changes = 0
  let size = 0
  const listening = listen(url, 'public_pages', () => {
    changes += 1
    size = 0
    pages.clear()
  })
  const forget = (key: string, answer: Answer): void => {
    size -= answer.body.length
    pages.delete(key)
  }
  // The oldest go first: addresses that nobody asks for twice cannot fill the memory.
  const keep = (key: string, answer: Answer): void => {
    if (answer.status !== 200 || answer.body.length > largest) return
    const before = pages.get(key)
    if (before) forget(key, before)
    pages.set(key, answer)
    size += answer.body.length
    for (const [oldest, kept] of pages) {
      if (size <= mostInAll) return
      forget(oldest, kept)
    }
  }
  return {
    find: (key) => pages.get(key) ?? null,
    make: async (key, make) => {
      const before = changes
      const answer = await make()
      if (listening.isListening() && before === changes) keep(key, answer)
      return answer
    },
    stop: () => listening.stop(),
  }
}

/** Keeps nothing. */
export const keepNoPages: KeptPages = { find: () => null, make: (_key, make) => make(), stop: async () => {} }
