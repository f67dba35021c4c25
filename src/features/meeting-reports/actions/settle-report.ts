import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { groupWorkedOn, recorderOf, sessionOfGroup, takeRegister } from '../../registers/index.ts'
import type { MarkToMake } from '../confirming.ts'
import { reportOf, reportsForgotten } from '../queries.ts'
import { settleReport } from '../store.ts'

type Which = { readonly groupId: string; readonly sessionId: string; readonly id: string }
export type ReportConfirmed = Which & { readonly marks: readonly MarkToMake[]; readonly reason: string | null }

const overtaken = 'Somebody has settled this report in the meantime. Open the register again.'

const requireReport = async (context: Context, { groupId, sessionId, id }: Which): Promise<void> => {
  found(await groupWorkedOn(context, groupId))
  found(await sessionOfGroup(context.db, groupId, sessionId))
  if (!(await reportOf(context.db, sessionId, id))) throw new Conflict(overtaken)
}

/** Marks those whom somebody has recognised in a report, and keeps nothing of the report itself. */
export const confirmReport = (context: Context, input: ReportConfirmed) =>
  transaction(context, async (tx, context) => {
    await requireReport(context, input)
    const by = recorderOf(context)
    if (!(await settleReport(tx, { id: input.id, status: 'taken', by, now: context.now })))
      throw new Conflict(overtaken)
    const made = { origin: 'report' as const, at: context.now }
    const marks = input.marks.map((mark) => ({ ...mark, id: newId(), made, reason: input.reason }))
    const taken = await takeRegister(context, { groupId: input.groupId, sessionId: input.sessionId, marks })
    await record(tx, context, {
      name: 'meeting-report.taken',
      subject: { type: 'session', id: input.sessionId },
      particulars: { marks: taken.recorded, conflicts: taken.beside.length },
    })
    return taken
  })

/** Discards a report: nothing is marked, and nothing of it is kept. */
export const discardReport = (context: Context, input: Which): Promise<void> =>
  transaction(context, async (tx, context) => {
    await requireReport(context, input)
    await settleReport(tx, { id: input.id, status: 'discarded', by: recorderOf(context), now: context.now })
    await record(tx, context, { name: 'meeting-report.discarded', subject: { type: 'session', id: input.sessionId } })
  })

const daysKept = 30

/** Discards reports that nobody has confirmed for a month. */
export const forgetReports = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    const before = context.now.subtract({ hours: daysKept * 24 })
    for (const { id, sessionId } of await reportsForgotten(tx, before)) {
      await settleReport(tx, { id, status: 'discarded', by: null, now: context.now })
      await record(tx, context, { name: 'meeting-report.discarded', subject: { type: 'session', id: sessionId } })
    }
  })
