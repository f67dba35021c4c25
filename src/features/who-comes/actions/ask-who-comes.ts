import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup, mayPlanGroup } from '../../groups/index.ts'
import { addressOf } from '../../people/index.ts'
import { askLetter } from '../emails/ask.email.ts'
import { groupOfMembers, type Member, membersOf, sessionsToCome } from '../queries.ts'

const daysALinkLasts = 60

/** Whoever is asked for each place: its lead participant, or everybody where none leads. */
export const askedOf = (members: readonly Member[]): readonly Member[] =>
  [...Map.groupBy(members, ({ placeId }) => placeId).values()].flatMap((of) => {
    const leads = of.filter(({ part }) => part === 'lead')
    return leads.length > 0 ? leads : of.filter(({ part }) => part === 'other')
  })

/** Asks the schools of a group who of them comes to which session, each by a mail with its own link; once a day. */
export const askWhoComes = (context: Context, groupId: string): Promise<{ readonly asked: number }> =>
  transaction(context, async (tx, context) => {
    const locked = await lockGroup(tx, groupId)
    if (!mayPlanGroup(context.actor, locked)) throw new Forbidden('Only the lead hub and the leads ask who comes')
    const group = found(await groupOfMembers(tx, groupId))
    const sessions = await sessionsToCome(tx, groupId, context.now)
    if (sessions.length === 0) throw new Refused('No session is to come: there is nothing to ask.')
    let asked = 0
    for (const member of askedOf(await membersOf(tx, groupId, context.today))) {
      const address = await addressOf(tx, member.personId)
      if (address === null) continue
      const token = linkToken(context.config, 'cancel', member.participantId, daysALinkLasts)
      const letter = askLetter({
        ...member,
        group,
        sessions,
        url: `${context.config.baseUrl}/taking-part/${token}/who-comes`,
      })
      const key = `who-comes:${member.participantId}:${context.today}`
      await post(tx, context, { address, personId: member.personId }, letter, key)
      asked += 1
    }
    if (asked === 0) throw new Refused('Nobody who takes part has an address: nobody can be asked.')
    await record(tx, context, {
      name: 'who-comes.asked',
      subject: { type: 'group', id: groupId },
      particulars: { people: asked },
    })
    return { asked }
  })
