import autocannon, { type Request } from 'autocannon'

export type Measured = { readonly perSecond: number; readonly p50: number; readonly p95: number }

/** The value below which that share of the measurements lies. */
const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

export const summary = (milliseconds: readonly number[], seconds: number): Measured => {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return { perSecond: milliseconds.length / seconds, p50: share(sorted, 0.5), p95: share(sorted, 0.95) }
}

type Load = {
  readonly url: string
  readonly seconds: number
  readonly connections?: number
  /** What is sent each time; a plain GET unless given. */
  readonly next?: () => Request
  readonly wanted: number
}

/** Sends requests as fast as they are answered, and fails when an answer is not the wanted one. */
export const hammer = async ({ url, seconds, connections = 8, next, wanted }: Load): Promise<Measured> => {
  const times: number[] = []
  let other: number | null = null
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    ...(next ? { requests: [{ setupRequest: (request: Request) => ({ ...request, ...next() }) }] } : {}),
  })
  run.on('response', (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
    times.push(milliseconds)
    if (status !== wanted) other = status
  })
  const result = await run
  if (other !== null || result.errors > 0) throw new Error(`${url} answered ${other ?? 'with errors'}, not ${wanted}`)
  return summary(times, result.duration)
}

/** Does a piece of work so often, one after the other. */
export const repeat = async (times: number, work: (turn: number) => Promise<unknown>): Promise<Measured> => {
  const took: number[] = []
  const began = performance.now()
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now()
    await work(turn)
    took.push(performance.now() - start)
  }
  return summary(took, (performance.now() - began) / 1000)
}
