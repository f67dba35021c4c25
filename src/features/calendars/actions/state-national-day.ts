import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayStateNationalDays } from '../policy.ts'
import { deleteNationalDay, insertNationalDay } from '../store.ts'

type Stated = { readonly title: string; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

const permit = ({ actor }: Context): void => {
  if (!mayStateNationalDays(actor)) throw new Forbidden('Only the national team states days of the whole network')
}

/** States a day, or days in a row, on which the whole network meets: schedules are proposed round it. Asked twice it is done once. */
export const stateNationalDay = (context: Context, input: Stated): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context)
    if (Temporal.PlainDate.compare(input.from, input.to) > 0) throw new Refused('The last day is before the first.')
    const id = await insertNationalDay(tx, input, context.now)
    if (id === null) return
    await record(tx, context, {
      name: 'national-day.stated',
      subject: { type: 'national-day', id },
      particulars: { from: input.from.toString(), to: input.to.toString() },
    })
  })

/** Takes a day of the whole network away; sessions that were planned round it stay where they are. */
export const removeNationalDay = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    permit(context)
    const day = await deleteNationalDay(tx, id)
    if (!day) return
    await record(tx, context, {
      name: 'national-day.removed',
      subject: { type: 'national-day', id },
      particulars: { from: day.from.toString() },
    })
  })
