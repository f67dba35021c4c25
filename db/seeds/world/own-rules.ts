import { composeOwnRules, putOwnRulesInForce } from '../../../src/features/own-rules/actions/compose-own-rules.ts'
import type { OfferRules, OwnRule } from '../../../src/features/own-rules/own-rule.ts'
import { rulesOfOffer } from '../../../src/features/own-rules/queries.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene, When } from './scene.ts'

const hub = 'london-central-and-west'
const continuity = 'years-5-to-8-continuity'

/** The national team lets hubs narrow this project and widen its rule; one hub has done both, and has composed a third rule since. */
export const playOwnRules = async ({ tx, ids, as }: Scene): Promise<void> => {
  const projectId = ids.project(2021, continuity)
  await tx.updateTable('projects').set({ hubs_may_narrow: true }).where('id', '=', projectId).execute()
  await tx.updateTable('criteria').set({ hubs_may_widen: true }).where('project_id', '=', projectId).execute()
  const offerId = ids.offer(hub, 2021, continuity)
  const at = (when: When) => as('rohan.petrescu@lcw-hub.example', when)
  const standing = async (): Promise<OfferRules> => {
    const rules = await rulesOfOffer(tx, ids.hub(hub), offerId)
    if (!rules) throw new Error('The offer is not there')
    return rules
  }
  const composed = async (when: When, rule: (rules: OfferRules) => OwnRule) => {
    const rules = await standing()
    await composeOwnRules(await at(when), { offerId, mark: rules.mark, rules: [...rules.composed, rule(rules)] })
  }
  await composed('2021-10-15T09:40', ({ allowed }) => ({
    id: newId(),
    widensId: allowed.rules[0]?.id ?? null,
    widensSentence: allowed.rules[0]?.sentence ?? null,
    strength: 'required',
    sentence: 'Your school is not state-funded, and you plan one lesson together with a state-funded neighbour.',
    rule: {
      all: [
        { fact: 'organisation.state_funded', is: false },
        { fact: 'commitment', key: 'plan_with_a_state_funded_neighbour', declared: true },
      ],
    },
  }))
  await composed('2021-10-15T09:55', () => ({
    id: newId(),
    widensId: null,
    widensSentence: null,
    strength: 'expected',
    sentence: 'Somebody who would take part has taught for at least two years.',
    rule: { fact: 'person.experience', years: 2 },
  }))
  await putOwnRulesInForce(await at('2021-10-15T10:05'), { offerId, mark: (await standing()).mark })
  await composed('2021-10-15T15:20', () => ({
    id: newId(),
    widensId: null,
    widensSentence: null,
    strength: 'priority',
    sentence: 'Your school is in our area, or has not taken part in this line of projects before.',
    rule: {
      any: [
        { fact: 'organisation.area', is: 'hub' },
        { not: { fact: 'organisation.project', project: 'this', years: 'before' } },
      ],
    },
  }))
}
