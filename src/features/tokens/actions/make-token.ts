import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { beginningOf, newProgramToken } from '../../../platform/secrets.ts'
import { tellOfNewWay } from '../../sign-in/index.ts'
import { mayMakeToken } from '../policy.ts'
import { tokensOf } from '../queries.ts'
import type { Scope } from '../scopes.ts'
import { insertToken, lockHolder, revokeTokens, touchToken } from '../store.ts'

const mostTokens = 20

/** Makes a token for a program of one's own; it is told here and never again. */
export const makeToken = (
  context: Context,
  input: { name: string; scopes: readonly Scope[]; days: number },
): Promise<string> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person' || !mayMakeToken(context.actor)) throw new Forbidden('May not make tokens')
    const { personId } = context.actor
    const now = machineClock.now()
    await lockHolder(tx, personId)
    if ((await tokensOf(tx, personId, now)).length >= mostTokens)
      throw new Refused(`You have ${mostTokens} tokens. Revoke one that is no longer used, then make another.`)
    const token = newProgramToken()
    const id = await insertToken(tx, {
      personId,
      name: input.name,
      token,
      beginning: beginningOf(token),
      scopes: input.scopes,
      now,
      until: now.add({ hours: 24 * input.days }),
    })
    await tellOfNewWay(tx, context, {
      personId,
      what: 'a token for a program',
      path: '/account/tokens',
      event: 'program-token.made',
      id,
      particulars: { scopes: input.scopes, days: input.days },
    })
    return token
  })

/** Revokes a token of one's own; the program that uses it is refused from its next request on. */
export const revokeToken = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (context.actor.kind !== 'person') throw new Forbidden('Not signed in')
    const { personId } = context.actor
    for (const revoked of await revokeTokens(tx, { id, personId, machineNow: machineClock.now() }))
      await record(tx, context, {
        name: 'program-token.revoked',
        subject: { type: 'person', id: personId },
        particulars: { id: revoked.id },
      })
  })

/** Notes that a program has used its token, to the hour. */
export const noteProgram = (context: Context, tokenId: string): Promise<void> =>
  transaction(context, async (tx) => {
    await touchToken(tx, tokenId, machineClock.now())
  })
