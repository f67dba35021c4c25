import type { Context } from './context.ts'

/** Work that falls due by the installation's clock: looked for every few seconds, less often where looking takes long. Each finds its own and is safe to run twice. */
export type Sweeps = Readonly<Record<string, (context: Context) => Promise<void>>>

const unnoticed = 100
const share = 20
const longest = 60_000

/** For how many milliseconds a sweep rests that took so many: a twentieth of the time at most goes into one that looks through much. */
export const restAfter = (took: number): number => Math.min(longest, share * Math.max(0, took - unnoticed))

/** Gives, each time it is asked, the sweeps that are not resting from how long they took; `clock` tells milliseconds. */
export const resting = (sweeps: Sweeps, clock: () => number): (() => Sweeps) => {
  const until = new Map<string, number>()
  const timed = Object.entries(sweeps).map(([name, sweep]): readonly [string, Sweeps[string]] => [
    name,
    async (context) => {
      const began = clock()
      await sweep(context).finally(() => {
        const ended = clock()
        until.set(name, ended + restAfter(ended - began))
      })
    },
  ])
  return () => Object.fromEntries(timed.filter(([name]) => (until.get(name) ?? Number.NEGATIVE_INFINITY) <= clock()))
}
