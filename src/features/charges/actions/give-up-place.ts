import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { withdrawInterest } from '../../place-offers/index.ts'
import { endPlace } from '../../places/index.ts'
import { type Excuse, totalOf } from '../cancellation.ts'
import type { Shown } from '../consequence.ts'
import { placeGivenUpLetter } from '../emails/cancelled.email.ts'
import { linesOf, type Participation } from '../queries.ts'
import { partsInSight } from '../sight-queries.ts'
import { lockSessions } from '../store.ts'
import { proposalsAt } from '../terms.ts'
import { type Cancelled, keepNotice, requireAsShown } from './give-notice.ts'
import { lockLimits } from './propose-charge.ts'

type GivingUp = {
  readonly placeId: string
  readonly reason: string | null
  readonly shown: readonly Shown[]
  readonly exemptReason?: string | null
}

/** Gives up a place for all further sessions: notice for everybody under it and each of them, then the place is given back or left. */
export const giveUpPlace = (context: Context, input: GivingUp): Promise<Cancelled> =>
  transaction(context, async (tx, context) => {
    const [before] = found(await partsInSight(context, input.placeId)).parts
    await lockGroup(tx, found(before).groupId)
    const who = await whoGivesUp(context, input.placeId)
    const sessions = await linesOf(tx, who.parts, context.now)
    if (sessions.length > 0) await lockSessions(tx, [...new Set(sessions.map(({ sessionId }) => sessionId))])
    await lockLimits(tx, who.lead)
    const { parts, lead } = await whoGivesUp(context, input.placeId)
    const open = (await linesOf(tx, parts, context.now)).filter(({ cancelledAt }) => cancelledAt === null)
    // Nobody comes in the place of a school that has left.
    const excuse: Excuse = { exemptReason: input.exemptReason ?? null, substitute: null }
    const notices = proposalsAt(lead.policy, open, context.now, excuse)
    requireAsShown(notices, input.shown)
    for (const notice of notices) await keepNotice(tx, context, notice, { reason: input.reason, excuse })
    await record(tx, context, {
      name: 'place.given-up',
      subject: { type: 'place', id: lead.placeId },
      also: [
        { type: 'group', id: lead.groupId },
        { type: 'organisation', id: lead.organisationId },
      ],
      particulars: { sessions: new Set(open.map(({ sessionId }) => sessionId)).size, by: lead.id },
      ...(input.reason ? { personal: { reason: input.reason } } : {}),
    })
    await endWithInterest(context, lead, input.reason)
    const proposed = totalOf(notices.map(({ proposal }) => proposal))
    // Where the place came from a request, the mail about its withdrawal says the rest.
    if (lead.address !== null && (proposed > 0 || lead.interestId === null)) {
      const letter = placeGivenUpLetter({ ...lead, sessions: open.length, proposed })
      await post(
        tx,
        context,
        { address: lead.address, personId: lead.personId },
        letter,
        `place-given-up:${lead.placeId}`,
      )
    }
    return { proposed }
  })

const whoGivesUp = async (context: Context, placeId: string) => {
  const { parts, takesPart, mayGiveUp } = found(await partsInSight(context, placeId))
  if (!mayGiveUp)
    throw new Refused('Only the lead participant of your school gives up its place. You can cancel single sessions.')
  const [lead] = parts
  if (!takesPart || !lead) throw new Refused('You take part in this group no longer, so there is nothing to cancel.')
  return { parts, lead }
}

// Whoever may give up this one place does no more than that; the rooms of interest and places do the rest on their word, the next in line included.
const endWithInterest = async (outer: Context, who: Participation, reason: string | null): Promise<void> => {
  const context = actingAs(outer, { kind: 'system', task: 'give-up-place' })
  if (who.interestId !== null) return withdrawInterest(context, { interestId: who.interestId, reason })
  await endPlace(context, who.placeId, reason ?? 'Given up by the school')
}
