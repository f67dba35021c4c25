import { z } from 'zod'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { audiences } from '../../vocabulary/audiences.ts'
import { deliveryModels } from '../../vocabulary/delivery-models.ts'
import type { Json } from '../../vocabulary/json.ts'
import { phases } from '../../vocabulary/phases.ts'
import { joinings, questionKinds } from '../projects/index.ts'
import type { WrittenProject } from './written-project.ts'

const text = z.string()
const maybe = z.string().nullable()
const number = z.number().nullable()
const id = z.uuid()

const section = z
  .strictObject({ key: text, heading: text, body: text, mayBeLeftOut: z.literal(true).nullish() })
  .transform(({ mayBeLeftOut, ...said }) => ({ ...said, ...(mayBeLeftOut && { mayBeLeftOut }) }))

/** A whole project as it is kept: a version of it, or its correction. */
export const writtenProjectKept: z.ZodType<WrittenProject> = z.strictObject({
  year: z.number().int().transform(academicYear),
  code: maybe,
  title: text,
  summary: text,
  phases: z.array(z.enum(phases)),
  audiences: z.array(z.enum(audiences)),
  isNew: z.boolean(),
  formerly: maybe,
  runningSince: maybe,
  runningSinceSource: maybe,
  partnerBodies: z.array(text),
  deliveryModel: z.enum(deliveryModels),
  daysMin: number,
  daysMax: number,
  timeBeside: maybe,
  sessionsCount: number,
  // Versions from before the list was kept by itself have it in their text.
  modelsOfWorking: z.array(text).default([]),
  stageId: id.nullable(),
  freeToParticipants: z.boolean().nullable(),
  leadsGetAdditionalFunding: z.boolean(),
  joins: z.enum(joinings),
  peopleMin: z.number(),
  peopleMax: number,
  samePeopleAllYear: z.boolean(),
  headteacherConfirms: z.boolean(),
  sections: z.array(section),
  agreementForYear: z.boolean().default(false),
  hubsMayNarrow: z.boolean().default(false),
  outcomes: z.array(
    z.strictObject({ id, audience: z.enum(['participants', 'institutions', 'hub_team']), outcome: text }),
  ),
  themes: z.array(
    z.strictObject({ id, kind: z.enum(['theme', 'strand']), suffix: text, title: text, focus: text, starts: maybe }),
  ),
  criteria: z.array(
    z
      .strictObject({
        id,
        themeId: id.nullable(),
        strength: z.enum(['required', 'expected', 'priority']),
        sentence: text,
        rule: z.json().transform((rule): Json => rule),
        widens: id.nullish(),
        hubsMayWiden: z.literal(true).nullish(),
      })
      .transform(({ widens, hubsMayWiden, ...said }) => ({
        ...said,
        ...(widens && { widens }),
        ...(hubsMayWiden && { hubsMayWiden }),
      })),
  ),
  lineage: z.array(
    z.strictObject({
      earlierId: id,
      kind: z.enum(['continues', 'renamed', 'split', 'merged', 'changed_model']),
      note: maybe,
    }),
  ),
  // Versions from before projects asked questions of their own have none.
  questions: z
    .array(
      z.strictObject({
        key: text,
        kind: z.enum(questionKinds),
        label: text,
        hint: maybe,
        isRequired: z.boolean(),
        choices: z.array(z.strictObject({ key: text, label: text })),
      }),
    )
    .default([]),
})
