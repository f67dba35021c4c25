import type { Transaction } from '../../../src/platform/database/index.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Directory } from '../directory.ts'
import { type Chance, chanceFrom } from '../facts/chance.ts'
import { schools } from '../facts/schools.ts'
import type { SchoolFact } from '../facts/shapes.ts'

/** What became of a stage that a school took in 2019/20 and in 2020/21; null: it took none in that year. */
type Taken = { readonly stage: string; readonly status: 'completed' | 'withdrew' } | null
type Journey = readonly [in2019: Taken, in2020: Taken]

const completed = (stage: string): Taken => ({ stage, status: 'completed' })
const withdrew = (stage: string): Taken => ({ stage, status: 'withdrew' })

const often = (times: number, ...journey: Journey): readonly Journey[] => Array.from({ length: times }, () => journey)

// A school enters with Readiness or Development, goes on to Embedding, and then stays in Sustaining year after year.
const primaryJourneys: readonly Journey[] = [
  ...often(30, completed('primary_development'), completed('primary_embedding')),
  ...often(16, completed('primary_readiness'), completed('primary_development')),
  ...often(16, null, completed('primary_development')),
  ...often(9, null, completed('primary_readiness')),
  ...often(14, completed('primary_embedding'), completed('primary_sustaining')),
  ...often(5, completed('primary_sustaining'), completed('primary_sustaining')),
  ...often(4, completed('primary_development'), null),
  ...often(2, withdrew('primary_development'), completed('primary_development')),
  ...often(2, withdrew('primary_development'), null),
  ...often(2, completed('primary_development'), withdrew('primary_embedding')),
]

const secondaryJourneys: readonly Journey[] = [
  ...often(14, completed('secondary_development'), completed('secondary_embedding')),
  ...often(15, null, completed('secondary_development')),
  ...often(6, completed('secondary_embedding'), completed('secondary_sustaining')),
  ...often(3, completed('secondary_development'), null),
  ...often(2, withdrew('secondary_development'), null),
]

// Schools known by name have a journey that stays; what the groups of 2020/21 came to is written by those groups.
const knownJourneys: Readonly<Record<number, Journey>> = {
  900001: [completed('secondary_development'), completed('secondary_embedding')],
  900012: [completed('primary_embedding'), completed('primary_sustaining')],
  900013: [completed('primary_sustaining'), completed('primary_sustaining')],
  900014: [null, completed('primary_readiness')],
  900016: [withdrew('primary_development'), completed('primary_development')],
  900017: [completed('primary_development'), null],
  900018: [completed('primary_development'), null],
  900019: [null, completed('primary_embedding')],
}

const recordedAt = [
  Temporal.Instant.from('2020-07-10T14:00:00Z'),
  Temporal.Instant.from('2021-07-09T14:00:00Z'),
] as const
const evidence = {
  completed: 'Took part in the hub’s Work Group to its end; moved over from the hub’s own records.',
  withdrew: 'Left the hub’s Work Group during the year; moved over from the hub’s own records.',
}

/** Stage records of 2019/20 and 2020/21, as the hubs' own records had them. `apart`: schools whose history is made elsewhere. */
export const loadStageHistory = async (tx: Transaction, ids: Directory, apart: readonly number[]): Promise<void> => {
  const chance = chanceFrom(20_192_021)
  const rows = [
    ...Object.entries(knownJourneys).flatMap(([urn, journey]) => rowsOf(ids, Number(urn), journey)),
    ...journeysOf('primary', primaryJourneys, 120, chance, apart).flatMap(([urn, journey]) =>
      rowsOf(ids, urn, journey),
    ),
    ...journeysOf('secondary', secondaryJourneys, 40, chance, apart).flatMap(([urn, journey]) =>
      rowsOf(ids, urn, journey),
    ),
  ]
  await tx.insertInto('stage_records').values(rows).execute()
}

const journeysOf = (
  phase: SchoolFact['phase'],
  journeys: readonly Journey[],
  most: number,
  chance: Chance,
  apart: readonly number[],
): readonly (readonly [number, Journey])[] => {
  const drawn = chance.shuffled(journeys)
  return chance
    .shuffled(schools)
    .filter((school) => school.phase === phase && school.stateFunded && school.status === 'open')
    .filter(({ urn }) => urn > 900_100 && !apart.includes(urn))
    .slice(0, most)
    .map(({ urn }, at) => [urn, drawn[at % drawn.length] ?? [null, null]] as const)
}

const rowsOf = (ids: Directory, urn: number, journey: Journey) =>
  journey.flatMap((taken, at) =>
    taken === null
      ? []
      : [
          {
            id: newId(),
            organisation_id: ids.school(urn),
            stage_id: ids.stage(taken.stage),
            year: 2019 + at,
            status: taken.status,
            evidence: evidence[taken.status],
            recorded_at: recordedAt[at === 0 ? 0 : 1],
          },
        ],
  )
