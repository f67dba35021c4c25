import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import type { Made } from '../mark.ts'
import { insertWalkIn } from '../store.ts'
import { recorderOf } from './receive-marks.ts'

export type SentWalkIn = { readonly id: string; readonly name: string; readonly school: string; readonly made: Made }

/** Keeps people who came without standing in the register, each once; a person says later who they are. */
export const noteWalkIns = async (
  tx: Transaction,
  context: Context,
  session: { readonly id: string; readonly groupId: string },
  walkIns: readonly SentWalkIn[],
): Promise<void> => {
  for (const walkIn of walkIns) {
    const isNew = await insertWalkIn(tx, {
      ...walkIn,
      sessionId: session.id,
      recordedBy: recorderOf(context),
      now: context.now,
    })
    if (!isNew) continue
    await record(tx, context, {
      name: 'walk-in.noted',
      subject: { type: 'session', id: session.id },
      also: [{ type: 'group', id: session.groupId }],
      particulars: { walkIn: walkIn.id },
      personal: { name: walkIn.name, school: walkIn.school },
    })
  }
}
