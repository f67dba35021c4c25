import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayWriteStageRecord } from '../policy.ts'
import { hubsOfGroup } from '../queries.ts'
import { mayMove, type StageStatus } from '../stage-record.ts'
import { insertIfNone, lockRecord, moveRecord } from '../store.ts'

export type WriteStageRecord = {
  readonly organisationId: string
  readonly stageId: string
  readonly year: number
  readonly status: StageStatus
  readonly groupId?: string | null
  /** What shows it, in a sentence without names of people. */
  readonly evidence: string
}

/** Writes how far an organisation has come in a stage in a year; written again the same, nothing changes. */
export const writeStageRecord = (context: Context, input: WriteStageRecord): Promise<{ id: string }> =>
  transaction(context, async (tx, context) => {
    const group = input.groupId ? found(await hubsOfGroup(tx, input.groupId)) : null
    if (!mayWriteStageRecord(context.actor, group)) throw new Forbidden('Not a hub of this group')
    const written = { ...input, groupId: input.groupId ?? null, at: context.now }
    const particulars = { stageId: input.stageId, year: input.year, status: input.status, evidence: input.evidence }
    const subject = { type: 'organisation', id: input.organisationId }
    const inserted = await insertIfNone(tx, written)
    if (inserted) {
      await record(tx, context, {
        name: 'stage-record.written',
        subject,
        also: [{ type: 'stage-record', id: inserted }],
        particulars,
      })
      return { id: inserted }
    }
    const known = await lockRecord(tx, written)
    if (known.status === input.status) return { id: known.id }
    if (!mayMove(known.status as StageStatus, input.status))
      throw new Refused('This stage has ended for this year already; what was recorded stays as it is.')
    await moveRecord(tx, known.id, written)
    await record(tx, context, {
      name: 'stage-record.moved',
      subject,
      also: [{ type: 'stage-record', id: known.id }],
      particulars: { ...particulars, from: known.status },
    })
    return { id: known.id }
  })
