import { sql } from 'kysely'
import { createContext, type Installation, transaction } from '../../src/platform/context.ts'
import type { Transaction } from '../../src/platform/database/index.ts'
import { setClock } from '../../src/platform/installation.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { localInstant } from '../../src/vocabulary/local-time.ts'
import { loadCast } from './cast.ts'
import { loadCatalogue } from './catalogue.ts'
import { type Directory, newDirectory } from './directory.ts'
import { loadKnownOffers } from './known-offers.ts'
import { loadNetwork } from './network.ts'
import { readRegisters } from './registers/readings.ts'
import { schoolsOfEarlierGroups } from './world/earlier-group.ts'
import { loadEarlierOffers, loadMoreOffers } from './world/more-offers.ts'
import { loadOffersOpeningLater } from './world/opening-later.ts'
import { playTheYears } from './world/play.ts'
import { loadStageHistory } from './world/stage-history.ts'
import { loadVenues } from './world/venues.ts'
import { loadYears } from './years.ts'

/** Loads the demonstration world into a database that holds none, whole or not at all; says whether it did. */
export const loadDemonstrationIfEmpty = async (installation: Installation): Promise<boolean> => {
  const start = startOfClock(installation)
  const context = createContext(installation, { kind: 'system', task: 'demonstration' }, newId())
  const loaded = await transaction(context, async (tx, context) => {
    if (!(await isEmpty(tx))) return false
    // The tables are new, so the planner knows nothing of them: looking for a better order of joins takes longer than joining.
    await sql`set local join_collapse_limit = 1`.execute(tx)
    await playTheYears(context, tx, await loadFacts(tx, start))
    await setClock(tx, start)
    return true
  })
  if (loaded) await readRegisters(context)
  return loaded
}

/** All that is known of the network and stated of its demonstration, before anybody has done anything. */
export const loadFacts = async (tx: Transaction, start: Temporal.Instant): Promise<Directory> => {
  const ids = newDirectory()
  await loadNetwork(tx, ids)
  await loadYears(tx, ids)
  await loadCatalogue(tx, ids, start)
  await loadKnownOffers(tx, ids)
  await loadCast(tx, ids)
  await loadVenues(tx, ids)
  await loadEarlierOffers(tx, ids)
  await loadMoreOffers(tx, ids)
  await loadOffersOpeningLater(tx, ids)
  await loadStageHistory(tx, ids, schoolsOfEarlierGroups())
  return ids
}

const startOfClock = ({ config }: Installation): Temporal.Instant => {
  const local = Temporal.PlainDateTime.from(config.demoClock)
  return localInstant(local.toPlainDate(), local.toPlainTime())
}

// Two processes that start at once wait for each other here; the second finds the network of the first.
const isEmpty = async (tx: Transaction): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(76, 1)`.execute(tx)
  return !(await tx.selectFrom('networks').select('id').executeTakeFirst())
}
