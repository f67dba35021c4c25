import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { datesChoices, type Instance, measures, type Progress, phasesChoices } from '../placement-solving/index.ts'
import { type Asked, type Pin, usuallyAsked } from './asked.ts'
import type { RunSummary } from './run.ts'

const timed = z.object({ placed: z.number(), minutes: z.number(), longest: z.number() }).exactOptional()
const figures = z.object({
  placed: z.number(),
  measured: z.number().exactOptional(),
  miles: z.number(),
  longest: z.number(),
  timed,
  wishing: z.number(),
  firstWish: z.number(),
  anyWish: z.number(),
})
const summary: z.ZodType<RunSummary> = z.object({
  applicants: z.number(),
  groups: z.number(),
  placed: z.number().exactOptional(),
  measured: z.number().exactOptional(),
  miles: z.number().exactOptional(),
  longest: z.number().exactOptional(),
  timed,
  wishing: z.number().exactOptional(),
  firstWish: z.number().exactOptional(),
  anyWish: z.number().exactOptional(),
  firstCome: figures.exactOptional(),
  moved: z.number().nullable().exactOptional(),
  proved: z.boolean().exactOptional(),
  gap: z.object({ places: z.number(), miles: z.number() }).exactOptional(),
  opened: z.number().exactOptional(),
  groupsLookedAt: z.number().nullable().exactOptional(),
  offered: z.number().exactOptional(),
  refused: z.array(z.object({ interestId: z.string(), why: z.string() })).exactOptional(),
})

/** What a run came to, as it was kept. */
export const summaryOf = (value: unknown): RunSummary => stored(summary, value, 'the summary of a placement')

// Placements of an earlier time measured miles.
const measure = z.enum(measures).default('miles')

const asked: z.ZodType<Asked> = z.object({
  keepMinimum: z.boolean(),
  dates: z.enum(datesChoices),
  phases: z.enum(phasesChoices),
  mostOfAPhase: z.number(),
  measure,
  mostMiles: z.number().nullable(),
  mostMinutes: z.number().nullable(),
  opening: z
    .object({
      most: z.number(),
      from: z.number(),
      to: z.number(),
      peopleEach: z.number(),
      venueIds: z.array(z.string()),
    })
    .nullable(),
  allowances: z
    .array(z.object({ interestId: z.string(), miles: z.number().exactOptional(), minutes: z.number().exactOptional() }))
    .exactOptional(),
})

// Placements of an earlier time kept nothing of what was asked: they asked for what is usual.
const isNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** What was asked of a run, as it was kept. */
export const askedOf = (value: unknown): Asked =>
  isNothing(value) ? usuallyAsked : stored(asked, value, 'what was asked of a placement')

const point = z.object({ easting: z.number(), northing: z.number() }).nullable()
const counts = z.record(z.string(), z.number())
const words = z.array(z.string())
const numbers = z.array(z.number())
const inputs: z.ZodType<Instance> = z.object({
  applicants: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      offerId: z.string(),
      people: z.number(),
      at: point,
      phase: z.string().nullable(),
      priority: z.number(),
      askedAt: z.string(),
      travelLimitMiles: z.number().nullable(),
      minutes: counts,
      agreedMinutes: z.number().nullable().default(null),
      themeId: z.string().nullable(),
      wishes: words,
      days: numbers,
      places: words,
      continues: words,
      clashes: words,
    }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      offerId: z.string(),
      name: z.string(),
      at: point,
      venueId: z.string().nullable(),
      themeId: z.string().nullable(),
      organisationsTaken: z.number(),
      organisationsLeft: z.number(),
      peopleLeft: z.number(),
      minimum: z.number(),
      phasesTaken: counts,
      days: numbers,
      isNew: z.boolean(),
    }),
  ),
  rules: z.object({
    dates: z.enum(datesChoices),
    phases: z.enum(phasesChoices),
    mostOfAPhase: z.number(),
    measure,
    mostMiles: z.number().nullable(),
    mostMinutes: z.number().nullable(),
    opening: z.number(),
    together: z.array(words),
    apart: z.array(words),
    pins: z.array(z.object({ applicantId: z.string(), groupId: z.string().nullable() })),
    forbidden: z.array(z.object({ applicantId: z.string(), groupId: z.string() })),
    before: z.record(z.string(), z.string()).nullable(),
  }),
})

/** Everything a run was worked out from; null while it has not been, and for runs of an earlier time. */
export const inputsOf = async (db: Reader, runId: string): Promise<Instance | null> => {
  const row = await db.selectFrom('placement_runs').select('inputs').where('id', '=', runId).executeTakeFirst()
  return row?.inputs ? stored(inputs, row.inputs, 'what a placement was worked out from') : null
}

const progress: z.ZodType<Progress> = z.object({
  stage: z.number(),
  stages: z.number(),
  nodes: z.number(),
  gap: z.number().nullable(),
})
export const progressOf = (value: unknown): Progress | null =>
  value === null || value === undefined ? null : stored(progress, value, 'how far a placement is')

/** What a hub has settled by hand in a run. */
export const pinsOf = async (db: Reader, runId: string): Promise<readonly Pin[]> => {
  const rows = await db
    .selectFrom('placement_pins')
    .select(['id', 'kind', 'interest_id', 'other_interest_id', 'group_id', 'opening'])
    .where('run_id', '=', runId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Pin['kind'],
    interestId: row.interest_id,
    otherInterestId: row.other_interest_id,
    groupId: row.group_id ?? row.opening,
  }))
}
