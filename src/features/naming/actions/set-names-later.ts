import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { NamesLater } from '../../interest/index.ts'
import { mayEditOffer } from '../../offers/index.ts'
import { mayEditProject } from '../../projects/index.ts'
import { namesOfOffer, namesOfProject } from '../queries.ts'
import { lockRule, writeRule } from '../store.ts'

const particularsOf = (rule: NamesLater | null) => ({
  when: rule?.when ?? 'as_project',
  ...(rule?.when === 'days' ? { days: rule.days } : {}),
  ...(rule?.when === 'day' ? { on: rule.on.toString() } : {}),
})

const isSame = (one: NamesLater | null, other: NamesLater | null): boolean =>
  JSON.stringify(particularsOf(one)) === JSON.stringify(particularsOf(other))

/** A hub says for its offer when names are wanted, or that its project's rule holds. Said twice it is said once. */
export const setNamesOfOffer = (
  context: Context,
  { offer, rule }: { offer: { id: string; projectId: string; hubId: string }; rule: NamesLater | null },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockRule(tx, { offerId: offer.id })
    if (!mayEditOffer(context.actor, offer.hubId))
      throw new Forbidden('Only staff of the hub say when names are wanted for its offer')
    const { own } = await namesOfOffer(tx, offer)
    if (isSame(own, rule)) return
    await writeRule(tx, { offerId: offer.id }, rule, context.now)
    await record(tx, context, {
      name: 'names.rule-set',
      subject: { type: 'offer', id: offer.id },
      also: [{ type: 'hub', id: offer.hubId }],
      particulars: particularsOf(rule),
    })
  })

/** The national team says for a project when names are wanted; offers that say nothing of their own follow. */
export const setNamesOfProject = (
  context: Context,
  { project, rule }: { project: { id: string; hubId: string | null }; rule: NamesLater },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    await lockRule(tx, { projectId: project.id })
    if (!mayEditProject(context.actor, project.hubId))
      throw new Forbidden('Only whoever publishes a project says when names are wanted for it')
    if (isSame(await namesOfProject(tx, project.id), rule)) return
    await writeRule(tx, { projectId: project.id }, rule, context.now)
    await record(tx, context, {
      name: 'names.rule-set',
      subject: { type: 'project', id: project.id },
      particulars: particularsOf(rule),
    })
  })
