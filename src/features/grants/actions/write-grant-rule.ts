import { type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { isAtHub, personIdOf } from '../../people/index.ts'
import { type GrantRule, grantRuleRefusal } from '../grant-rule.ts'
import { mayWriteGrantRules } from '../policy.ts'
import { grantRules } from '../queries.ts'
import { insertRule } from '../store.ts'

export type WrittenRule = {
  /** Null for a rule of the network, which counts at every hub. */
  readonly hubId: string | null
  readonly year: number
  readonly rule: Omit<GrantRule, 'id' | 'version'>
  /** The newest version as whoever writes the next one saw it; 0 for a rule that is new. */
  readonly seenVersion: number
  /** From this version on the rule grants nothing more. */
  readonly stopped?: boolean
}

/** Writes a version of a rule of what is granted. Versions are only ever added: what was due by an earlier one stays as it was worked out. */
export const writeGrantRule = (context: Context, input: WrittenRule): Promise<string> =>
  transaction(context, async (tx, context) => {
    const { hubId, year, rule } = input
    requirePossible(context, input)
    const newest = await newestVersion(context, input)
    const by = personIdOf(context.actor)
    const stopped = input.stopped ?? false
    const id =
      newest === input.seenVersion
        ? await insertRule(tx, { hubId, year, rule, version: newest + 1, stopped, by, now: context.now })
        : null
    if (id === null)
      throw new Conflict('A colleague wrote a version of this rule after you opened it. Look at it first.')
    await record(tx, context, {
      name: 'grant-rule.written',
      subject: { type: 'grant-rule', id },
      also: hubId === null ? [] : [{ type: 'hub', id: hubId }],
      particulars: { rule: rule.name, version: newest + 1, pence: rule.amountPence, year, stopped },
    })
    return id
  })

const requirePossible = ({ actor }: Context, { hubId, rule }: WrittenRule): void => {
  // To staff of other hubs, and to everybody else, a hub's rules are not there.
  if (hubId !== null) found(isAtHub(actor, hubId) ? hubId : null)
  if (!mayWriteGrantRules(actor, hubId)) throw new Forbidden('Leads write the rules of what is granted')
  const refusal = grantRuleRefusal(rule)
  if (refusal !== null) throw new Refused(refusal)
}

const newestVersion = async ({ db }: Context, { hubId, year, rule, seenVersion }: WrittenRule): Promise<number> => {
  const rules = await grantRules(db, hubId, year)
  const newest = rules.find((one) => one.hubId === hubId && one.name === rule.name)?.version ?? 0
  if (newest > 0 && seenVersion === 0)
    throw new Refused(`There is a rule called ${rule.name} already. Write a new version of that one.`)
  return newest
}
