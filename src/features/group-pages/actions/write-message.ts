import { type Context, holdingMail, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post, withdrawHeld } from '../../../platform/mail/index.ts'
import { lockGroup, takesPlaces } from '../../groups/index.ts'
import { nameOf, personIdOf } from '../../people/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { messageLetter } from '../emails/message.email.ts'
import { minutesToTakeBack } from '../material.ts'
import { type Reached, readersOf } from '../queries.ts'
import { insertMessage, lockMessage, setMessageTakenBack } from '../store.ts'

const daysALinkLasts = 400

export type Written = {
  readonly id: string
  readonly groupId: string
  readonly subject: string
  readonly body: string
}

const pageFor = ({ config }: Context, groupId: string, { participantId }: Reached): string =>
  participantId === null
    ? `${config.baseUrl}/groups/${groupId}/page`
    : `${config.baseUrl}/taking-part/${linkToken(config, 'cancel', participantId, daysALinkLasts)}`

/** Writes to everybody in a group, one mail each, which waits ten minutes; the same message sent twice is one. */
export const writeMessage = (context: Context, input: Written): Promise<{ readonly people: number }> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    if (!takesPlaces(group.status)) throw new Refused('This group is over: nobody is written to any more.')
    await lockGroup(tx, group.id)
    const by = personIdOf(context.actor)
    const readers = await readersOf(tx, { id: group.id, exceptPersonId: by, today: context.today })
    if (readers.length === 0) throw new Refused('Nobody in the group can be written to yet.')
    const sentAt = context.now.add({ minutes: minutesToTakeBack })
    const people = readers.length
    if (!(await insertMessage(tx, { ...input, people, by, now: context.now, sentAt }))) return { people }
    const holding = holdingMail(context, { act: input.id, about: input.id, until: sentAt })
    const from = (by && (await nameOf(tx, by))) ?? group.hubName
    for (const reader of readers) {
      const url = pageFor(context, group.id, reader)
      const letter = messageLetter({ ...input, name: reader.name, from, group: group.name, hub: group.hubName, url })
      const to = { address: reader.address, personId: reader.personId }
      await post(tx, holding, to, letter, `group-message:${input.id}:${reader.personId}`)
    }
    await record(tx, context, {
      name: 'group-message.written',
      subject: { type: 'group', id: group.id },
      particulars: { message: input.id, people },
    })
    return { people }
  })

/** Takes a message back before its mail goes: it leaves the page too. */
export const takeBackMessage = (
  context: Context,
  input: { readonly groupId: string; readonly id: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    const message = found(await lockMessage(tx, input))
    if (message.takenBackAt !== null) return
    const isGone = Temporal.Instant.compare(context.now, message.sentAt) >= 0
    if (isGone || !(await withdrawHeld(tx, message.id, [message.id])))
      throw new Refused('This message is on its way already: it cannot be taken back. Write another to put it right.')
    await setMessageTakenBack(tx, message.id, context.now)
    await record(tx, context, {
      name: 'group-message.taken-back',
      subject: { type: 'group', id: group.id },
      particulars: { message: message.id },
    })
  })
