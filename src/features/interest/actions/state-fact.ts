import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Said } from '../../criteria/index.ts'
import { personIdOf } from '../../people/index.ts'
import { writeFact } from '../entering-store.ts'
import { mayDecideOnInterest } from '../policy.ts'
import { lockInterest } from '../store.ts'
import { reachVerdictsAgain, undecided } from './reach-verdicts.ts'

export type FactStated = {
  readonly interestId: string
  readonly name: string
  readonly value: Said['value']
  /** How the hub came to know it, such as "told by telephone". */
  readonly source: string
  readonly toldOn: Temporal.PlainDate
}

/**
 * The hub was told what no register says and the request leaves open: it is known from now on, with how and when, and the verdicts
 * are reached again. Of a request that was decided what was known then stays as it was (domain rule 5).
 */
export const stateFact = (context: Context, { interestId, name, value, ...told }: FactStated): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await lockInterest(tx, interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub decide')
    if (!undecided.includes(interest.status))
      throw new Refused('This request has been decided: what was known then stays as it was.')
    if (Temporal.PlainDate.compare(told.toldOn, context.today) > 0)
      throw new Refused('The day on which you were told is today or before.')
    const source = told.source.trim()
    if (source === '') throw new Refused('Say how you know it.')
    const fact = { name, value, by: 'hub', source, personId: personIdOf(context.actor) } as const
    await writeFact(tx, interestId, fact, { on: told.toldOn, now: context.now })
    await record(tx, context, {
      name: 'interest.fact-stated',
      subject: { type: 'interest', id: interestId },
      particulars: { fact: name, on: told.toldOn.toString() },
      personal: { value: typeof value === 'object' ? [...value] : value, source },
    })
    await reachVerdictsAgain(context, interestId)
  })
