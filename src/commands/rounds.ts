import { sweeps } from '../app.ts'
import { placesDueNext } from '../features/place-offers/index.ts'
import { standingClock } from '../platform/clock.ts'
import type { Installation } from '../platform/context.ts'
import { runSweeps, type Sweeps } from '../platform/jobs.ts'
import { localDate, localInstant } from '../vocabulary/local-time.ts'

const opening = Temporal.PlainTime.from('07:00')

/** Seven in the morning that comes next: what is due on a day is done then. */
const nextMorning = (after: Temporal.Instant): Temporal.Instant => {
  const morning = localInstant(localDate(after), opening)
  return Temporal.Instant.compare(morning, after) > 0
    ? morning
    : localInstant(localDate(after).add({ days: 1 }), opening)
}

/**
 * Does what falls due until a moment as it would have happened had the clock ticked there: each morning, and to the second where an
 * offer of a place ends or is to be reminded of, so that a place goes on and lapses again within one jump. Gives the number of rounds.
 */
export const doRounds = async (
  installation: Installation,
  target: Temporal.Instant,
  setTo: (moment: Temporal.Instant) => Promise<void>,
  due: Sweeps = sweeps,
): Promise<number> => {
  let at = installation.clock.now()
  let rounds = 0
  do {
    const places = await placesDueNext(installation.connections.kysely, at)
    const moments = [target, nextMorning(at), ...(places ? [places] : [])]
    at = moments.toSorted(Temporal.Instant.compare)[0] ?? target
    await setTo(at)
    await runSweeps({ ...installation, clock: standingClock(at.toString()) }, due)
    rounds += 1
  } while (Temporal.Instant.compare(at, target) < 0)
  return rounds
}
