import { type Context, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { insertSeal, noteNight } from '../retention-store.ts'

/** The history is always one thing of its own: what is done to it as a whole is recorded there. */
export const theHistory = { type: 'history', id: '00000000-0000-7000-8000-000000000001' } as const

/** Seals the history of the day, so that whoever takes away the end of a chain breaks the seal; and notes that the night's work is done. */
export const sealHistory = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    await insertSeal(tx, context.now)
    await noteNight(tx, context.today)
    await record(tx, context, { name: 'history.sealed', subject: theHistory })
  })
