import type { Context } from '../../../platform/context.ts'
import { registersDue } from '../queries.ts'
import { lookAtRegister } from './look-at-register.ts'

/** Looks at each register that has closed since: only now is a charge proposed for who did not come. */
export const closeRegisters = async (context: Context): Promise<number> => {
  let proposed = 0
  for (const sessionId of await registersDue(context.db, context.today))
    proposed += (await lookAtRegister(context, sessionId)).proposed
  return proposed
}
