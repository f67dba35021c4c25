import { z } from 'zod'
import type { Json } from '../../vocabulary/json.ts'
import { phases } from '../../vocabulary/phases.ts'
import { postKinds } from '../../vocabulary/posts.ts'
import type { KnownFacts } from './known-facts.ts'
import { stageStatuses } from './leaf.ts'

const day = z.string().transform((text) => Temporal.PlainDate.from(text))
const maybeDay = day.nullable()
const given = z.union([z.string(), z.number(), z.array(z.string())])
const names = z.array(z.tuple([z.string(), z.string()])).transform((pairs) => new Map(pairs))

const stage = z.object({ stage: z.string(), year: z.number(), status: z.enum(stageStatuses), recordedOn: day })
const part = z.object({ project: z.string(), title: z.string(), year: z.number(), since: maybeDay })

const organisation = z.object({
  name: z.string(),
  kind: z.string(),
  phases: z.array(z.enum(phases)),
  stateFunded: z.boolean().nullable(),
  ittKind: z.string().nullable(),
  ittPhases: z.array(z.string()),
  status: z.string(),
  closedOn: maybeDay,
  successor: z.string().nullable(),
  typeCode: z.string().nullable().default(null),
  authority: z.string().nullable().default(null),
  freeMeals: z.number().nullable().default(null),
  readOn: maybeDay.default(null),
})

/** Everything that was known when verdicts were reached, as it is kept beside them. */
export const knownKept: z.ZodType<KnownFacts> = z.object({
  people: z
    .array(
      z.object({
        post: z.enum(postKinds),
        held: z.boolean().nullable(),
        since: maybeDay.default(null),
        teachingYears: z.number().nullable().default(null),
      }),
    )
    .nullable(),
  commitments: z.array(z.string()).nullable(),
  answers: z.record(z.string(), given).nullable(),
  said: z
    .record(
      z.string(),
      z
        .object({
          value: z.union([z.boolean(), given]),
          by: z.enum(['sender', 'hub']),
          on: z.string(),
          source: z.string().optional(),
        })
        .transform(({ source, ...said }) => ({ ...said, ...(source === undefined ? {} : { source }) })),
    )
    .default({}),
  organisation,
  inArea: z.object({ answer: z.enum(['yes', 'no', 'not_yet_known']), hub: z.string() }).nullable(),
  stages: z.array(stage).nullable(),
  parts: z.array(part).nullable(),
  partsOfPeople: z.array(part).nullable(),
  stagesOfPeople: z.array(stage).nullable(),
  names: z.object({
    stages: names,
    authorities: names,
    projects: names,
    questions: names,
    choices: names.default(new Map()),
  }),
  projectId: z.string(),
  year: z.number(),
  today: day,
})

/** What was known, as it is kept: days as text, names as pairs. */
export const factsToKeep = (known: KnownFacts): Json =>
  JSON.parse(JSON.stringify(known, (_key, value: unknown) => (value instanceof Map ? [...value] : value))) as Json
