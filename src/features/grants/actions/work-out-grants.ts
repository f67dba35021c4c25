import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Earning } from '../earning.ts'
import { earningsOfLeads, earningsOfPlaces } from '../earning-queries.ts'
import { type GrantRule, grantDue, grantRuleInWords } from '../grant-rule.ts'
import { mayMoveGrant } from '../policy.ts'
import { grantRules } from '../queries.ts'
import { insertGrant } from '../store.ts'

/** Works out what is due at a hub for a year by the rules that count there, from the marks as they stand. What has been worked out before stays as it is. */
export const workOutGrants = (context: Context, input: { hubId: string; year: number }): Promise<number> =>
  transaction(context, async (tx, context) => {
    found(mayMoveGrant(context.actor, input.hubId, 'due') ? input : null)
    const rules = (await grantRules(tx, input.hubId, input.year)).filter(({ stopped }) => !stopped)
    const [places, leads] = [
      await earningsOfPlaces(tx, input.hubId, input.year),
      await earningsOfLeads(context, input.hubId, input.year),
    ]
    const earned = rules.flatMap((rule) =>
      (rule.kind === 'participation' ? places : leads).map((earning) => ({ rule, earning })),
    )
    let due = 0
    for (const each of earned) due += (await noteAsDue(tx, context, input.hubId, each)) ? 1 : 0
    return due
  })

const noteAsDue = async (
  tx: Transaction,
  context: Context,
  hubId: string,
  { rule, earning }: { rule: GrantRule; earning: Earning },
): Promise<boolean> => {
  const pence = grantDue(rule, earning)
  if (pence === 0) return false
  const id = await insertGrant(tx, {
    ...earning,
    rule,
    hubId,
    pence,
    now: context.now,
    evidence: {
      rule: rule.name,
      ruleVersion: rule.version,
      words: grantRuleInWords(rule),
      sessions: earning.sessions,
      days: earning.days,
      minutes: earning.minutes,
      minutesInADay: earning.minutesInADay,
      isFirstYear: earning.isFirstYear,
    },
  })
  if (id === null) return false
  await record(tx, context, {
    name: 'grant.due',
    subject: { type: 'grant', id },
    also: [
      { type: 'group', id: earning.groupId },
      { type: 'organisation', id: earning.organisationId },
    ],
    particulars: { pence, ruleId: rule.id, sessions: earning.sessions, days: earning.days },
  })
  return true
}
