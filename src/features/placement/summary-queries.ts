import { z } from 'zod'
import { stored } from '../../platform/database/stored.ts'
import type { RunSummary } from './run.ts'

const oneMore = z.object({ groupId: z.string(), placed: z.number(), miles: z.number() })
const summary: z.ZodType<RunSummary> = z.object({
  applicants: z.number(),
  groups: z.number(),
  placed: z.number().exactOptional(),
  miles: z.number().exactOptional(),
  longest: z.number().exactOptional(),
  proved: z.boolean().exactOptional(),
  oneMore: z.array(oneMore).exactOptional(),
  offered: z.number().exactOptional(),
  refused: z.array(z.object({ interestId: z.string(), why: z.string() })).exactOptional(),
})

/** What a run came to, as it was kept. */
export const summaryOf = (value: unknown): RunSummary => stored(summary, value, 'the summary of a placement')
