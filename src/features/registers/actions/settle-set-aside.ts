import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { marksAside } from '../set-aside-queries.ts'
import { settleSetAside as settle } from '../store.ts'
import { recorderOf } from './receive-marks.ts'
import { lockRegister, takeUp } from './take-register.ts'

export type SetAsideSettled = {
  readonly groupId: string
  readonly sessionId: string
  readonly id: string
  /** For whom it is taken up; null leaves it out. */
  readonly participantId: string | null
  readonly reason: string
}

/** Takes up a mark that had been set aside, for whom it was made or somebody else of the register, or leaves it out; always with a reason. */
export const settleSetAside = (context: Context, input: SetAsideSettled): Promise<void> =>
  transaction(context, async (tx, context) => {
    const locked = await lockRegister(tx, context, input)
    const { session } = locked
    const aside = (await marksAside(tx, session.id)).find(({ id }) => id === input.id)
    if (!aside) throw new Conflict('Somebody has settled this in the meantime. Open the register again.')
    const { participantId, reason } = input
    const made = { origin: aside.origin, at: aside.recorded_at, device: null }
    const markId =
      participantId === null ? null : await takeUp(tx, context, locked, { ...aside, participantId, made, reason })
    await settle(tx, { id: aside.id, now: context.now, by: recorderOf(context), reason, markId })
    await record(tx, context, {
      name: participantId === null ? 'mark.left-out' : 'mark.taken-up',
      subject: { type: 'session', id: session.id },
      also: [{ type: 'participant', id: participantId ?? aside.participant_id }],
      particulars: { setAside: aside.id, mark: aside.mark, markId },
      personal: { reason },
    })
  })
