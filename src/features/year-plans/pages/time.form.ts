import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import { dateFromParts } from '../../../vocabulary/typed-date.ts'
import type { BesideKind } from '../queries.ts'

export type TimeTyped = {
  /** One person, or everybody who takes part. */
  readonly whose: string
  readonly kind: BesideKind
  readonly on: Temporal.PlainDate
  readonly minutes: number
}

const nobody = Temporal.PlainDate.from('2000-01-01')

/** Time beside sessions as it is typed: hours and minutes of a day. */
export const timeForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, check): TimeTyped => {
    const issue = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
    const part = (which: string) => typedText(typed, `on-${which}`)
    const on = dateFromParts(part('day'), part('month'), part('year'))
    if (!on) issue('on', 'There is no such date. Enter it as 17 11 2021')
    const [hours, more] = [typedText(typed, 'hours') || '0', typedText(typed, 'minutes') || '0']
    const isWhole = /^\d{1,2}$/.test(hours) && /^\d{1,3}$/.test(more)
    const minutes = isWhole ? Number(hours) * 60 + Number(more) : 0
    if (minutes < 5 || minutes > 1440) issue('hours', 'Enter how long it takes, from 5 minutes to 24 hours')
    const kind = typedText(typed, 'kind')
    const whose = typedText(typed, 'whose')
    if (whose === '') issue('whose', 'Choose whose time it is')
    return {
      whose,
      kind: kind === 'evaluation' || kind === 'other' ? kind : 'planning',
      on: on ?? nobody,
      minutes,
    }
  })
