import { z } from 'zod'
import { deliveryModels } from '../../../vocabulary/delivery-models.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { WrittenProject } from '../written-project.ts'
import { line, linesOf, number, several } from './about.form.ts'

const paid = ['free', 'not_free', 'not_said'] as const
const freeOf = { free: true, not_free: false, not_said: null } as const

/** How a project is run; its stage is one of those that the page offers. */
export const runningForm = (stages: readonly string[]) =>
  z
    .object({
      delivery_model: z.enum(deliveryModels, 'Choose how it is run'),
      days_min: number({ least: 0.5, greatest: 60, halves: true }),
      days_max: number({ least: 0.5, greatest: 60, halves: true }),
      time_beside: line(120),
      sessions_count: number({ least: 1, greatest: 60 }),
      models: linesOf('the models of working'),
      stage: z
        .string()
        .optional()
        .transform((typed) => typed || null)
        .refine((typed) => typed === null || stages.includes(typed), 'Choose a stage of the list, or none'),
      cost: z.enum(paid, 'Choose what it costs those who take part'),
      flags: several(['leads_funding']),
    })
    .refine((typed) => typed.days_min !== null || typed.days_max === null, {
      path: ['days_min'],
      message: 'Enter the smallest number of days too',
    })
    .refine((typed) => typed.days_min === null || typed.days_max === null || typed.days_max >= typed.days_min, {
      path: ['days_max'],
      message: 'Enter a largest number of days that is not below the smallest',
    })
    .transform((typed) => ({
      deliveryModel: typed.delivery_model,
      daysMin: typed.days_min,
      daysMax: typed.days_max,
      timeBeside: typed.time_beside,
      sessionsCount: typed.sessions_count,
      modelsOfWorking: typed.models,
      stageId: typed.stage,
      freeToParticipants: freeOf[typed.cost],
      leadsGetAdditionalFunding: typed.flags.includes('leads_funding'),
    }))

const textOf = (value: number | null): string => (value === null ? '' : String(value))

const costOf = (free: boolean | null): (typeof paid)[number] => {
  if (free === null) return 'not_said'
  return free ? 'free' : 'not_free'
}

export const typedRunning = (written: WrittenProject): Typed => ({
  delivery_model: written.deliveryModel,
  days_min: textOf(written.daysMin),
  days_max: textOf(written.daysMax),
  time_beside: written.timeBeside ?? '',
  sessions_count: textOf(written.sessionsCount),
  models: written.modelsOfWorking.join('\n'),
  stage: written.stageId ?? '',
  cost: costOf(written.freeToParticipants),
  flags: written.leadsGetAdditionalFunding ? ['leads_funding'] : [],
})
