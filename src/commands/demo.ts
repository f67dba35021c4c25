import { loadDemonstrationIfEmpty } from '../../db/seeds/load.ts'
import { setClock } from '../platform/installation.ts'
import { localInstant } from '../vocabulary/local-time.ts'
import { opened, say } from './opened.ts'
import { doRounds } from './rounds.ts'
import { type Input, WrongUsage } from './usage.ts'

/** Loads the demonstration world into an empty database. */
export const loadDemonstration = (): Promise<number> =>
  opened(async (installation) => {
    const loaded = await loadDemonstrationIfEmpty(installation)
    say(loaded ? 'The demonstration world is loaded.' : 'The database holds records already: nothing was loaded.')
    return loaded ? 0 : 1
  })

const timeFrom = (word: string): Temporal.Instant => {
  try {
    const local = Temporal.PlainDateTime.from(word)
    return localInstant(local.toPlainDate(), local.toPlainTime())
  } catch {
    throw new WrongUsage(`${word} is not a local time: give one such as 2021-11-17T16:00`)
  }
}

/** Moves the demonstration's clock forward and does what falls due until then, round by round in its order. */
export const moveClock = ({ words }: Input): Promise<number> => {
  const target = timeFrom(words[0] ?? '')
  return opened(async (installation) => {
    if (!installation.config.demo) return refuse('Only a demonstration’s clock can be moved.')
    if (Temporal.Instant.compare(target, installation.clock.now()) < 0)
      return refuse(`The clock shows ${installation.clock.now()} already and only moves forward.`)
    const rounds = await doRounds(installation, target, async (moment) => {
      await installation.connections.kysely.transaction().execute((tx) => setClock(tx, moment))
    })
    say(
      `The demonstration’s clock shows ${words[0]}: what fell due was done in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}.`,
    )
    return 0
  })
}

const refuse = (line: string): number => {
  process.stderr.write(`${line}\n`)
  return 1
}
