import { setTimeout as wait } from 'node:timers/promises'

/** Writes what may be written after the answer. */
export type Afterwards<T> = {
  readonly add: (item: T) => void
  /** Everything added so far is written; what cannot be written within the time is given back as a number. */
  readonly settle: (milliseconds?: number) => Promise<number>
}

const mostAtOnce = 500
const mostWaiting = 20_000

/**
 * Gathers items and writes them together, in their order: while one batch is being written, the next gathers.
 * A batch that cannot be written is tried again; nothing is dropped while there is room for it.
 */
export const afterwards = <T>(
  write: (items: readonly T[]) => Promise<void>,
  onProblem: (problem: unknown, waiting: number) => void,
): Afterwards<T> => {
  const waiting: T[] = []
  let running: Promise<void> | null = null
  let isGivenUp = false
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0 && !isGivenUp) {
      const batch = waiting.slice(0, mostAtOnce)
      try {
        await write(batch)
        waiting.splice(0, batch.length)
      } catch (problem) {
        onProblem(problem, waiting.length)
        await wait(500)
      }
    }
    running = null
  }
  return {
    add: (item) => {
      if (waiting.length >= mostWaiting) onProblem(new Error('Too much waits to be written'), waiting.length)
      else waiting.push(item)
      isGivenUp = false
      running ??= writeAll()
    },
    settle: async (milliseconds = 5000) => {
      isGivenUp = false
      running ??= waiting.length > 0 ? writeAll() : null
      const late = new AbortController()
      await Promise.race([
        running ?? Promise.resolve(),
        wait(milliseconds, undefined, { signal: late.signal }).catch(() => {}),
      ])
      late.abort()
      isGivenUp = waiting.length > 0
      return waiting.length
    },
  }
}
