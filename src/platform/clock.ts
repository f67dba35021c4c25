/** Where the time comes from. Nothing else asks the machine. */
export type Clock = { readonly now: () => Temporal.Instant }

export const machineClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands until it is set: for tests. */
export const standingClock = (start: string): Clock & { set(instant: string): void } => {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => instant,
    set: (next) => {
      instant = Temporal.Instant.from(next)
    },
  }
}

/** A moment the machine's clock and the installation's clock share; both tick on from there. */
export type ClockSetting = { readonly machine: string; readonly shows: string }

/** The demonstration's clock: ticks on from a given time, and can be set forward while running. */
export const tickingClock = (first: ClockSetting): Clock & { set(setting: ClockSetting): void } => {
  let ahead = aheadBy(first)
  return {
    now: () => Temporal.Now.instant().add({ nanoseconds: ahead }),
    set: (setting) => {
      ahead = aheadBy(setting)
    },
  }
}

const aheadBy = ({ machine, shows }: ClockSetting): number =>
  Temporal.Instant.from(shows).since(Temporal.Instant.from(machine)).total('nanoseconds')
