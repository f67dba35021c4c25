import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isMatched, markingOf, type WalkInOutcome } from '../set-aside.ts'
import { walkInsOf } from '../set-aside-queries.ts'
import { settleWalkIn as settle } from '../store.ts'
import { recorderOf } from './receive-marks.ts'
import { lockRegister, takeUp } from './take-register.ts'

export type WalkInSettled = {
  readonly groupId: string
  readonly sessionId: string
  readonly id: string
  readonly outcome: WalkInOutcome
  readonly participantId: string | null
}

const whomIn = ({ outcome, participantId }: WalkInSettled): string | null => {
  if (!isMatched(outcome)) return null
  if (participantId === null) throw new Refused('Choose somebody who is in the register of this session.')
  return participantId
}

/** Says who it was that came without standing in the register: somebody of the group, who is then marked, or a guest. */
export const settleWalkIn = (context: Context, input: WalkInSettled): Promise<void> =>
  transaction(context, async (tx, context) => {
    const locked = await lockRegister(tx, context, input)
    const walkIn = (await walkInsOf(tx, input.sessionId)).find(({ id }) => id === input.id)
    if (!walkIn || walkIn.outcome !== null)
      throw new Conflict('Somebody has settled this in the meantime. Open the register again.')
    const { outcome } = input
    const participantId = whomIn(input)
    if (participantId !== null) {
      const made = { origin: walkIn.origin, at: walkIn.recorded_at, device: null }
      const reason = 'Came without being on the list'
      await takeUp(tx, context, locked, { ...markingOf(outcome, walkIn.said_name), participantId, made, reason })
    }
    await settle(tx, { id: walkIn.id, now: context.now, by: recorderOf(context), outcome, participantId })
    await record(tx, context, {
      name: isMatched(outcome) ? 'walk-in.matched' : 'walk-in.kept-as-guest',
      subject: { type: 'session', id: input.sessionId },
      also: participantId === null ? [] : [{ type: 'participant', id: participantId }],
      particulars: { walkIn: walkIn.id, outcome },
    })
  })
