/** Chosen for the time of everybody who takes part. */
export const everybody = 'everybody'

/** Time that somebody spends for a group beside its sessions, on a day, for one thing. */
export type TimeBeside = {
  readonly personId: string
  readonly kind: string
  readonly on: Temporal.PlainDate
  readonly minutes: number
}

/** Minutes so far, and those still to come: time of a later day is planned until its day has begun. */
export type Minutes = { readonly done: number; readonly planned: number }

const { compare } = Temporal.PlainDate

const split = (lengths: readonly (readonly [on: Temporal.PlainDate, minutes: number])[], today: Temporal.PlainDate) => {
  const of = (isDone: boolean): number =>
    lengths.reduce((sum, [on, minutes]) => (compare(on, today) <= 0 === isDone ? sum + minutes : sum), 0)
  return { done: of(true), planned: of(false) }
}

/** The time beside sessions of one person. */
export const besideAlone = (times: readonly TimeBeside[], today: Temporal.PlainDate): Minutes =>
  split(
    times.map(({ on, minutes }) => [on, minutes]),
    today,
  )

/** The time beside sessions of people who belong together: what several do on one day for one thing counts once, as long as it took the longest of them. */
export const besideTogether = (times: readonly TimeBeside[], today: Temporal.PlainDate): Minutes =>
  split(
    [...Map.groupBy(times, ({ on, kind }) => `${on} ${kind}`).values()].flatMap((together) => {
      const [first] = together
      const each = [...Map.groupBy(together, ({ personId }) => personId).values()]
      const longest = Math.max(...each.map((own) => own.reduce((sum, { minutes }) => sum + minutes, 0)))
      return first ? [[first.on, longest] as const] : []
    }),
    today,
  )
