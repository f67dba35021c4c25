import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { daysALinkLasts, interestById, mayDecideOnInterest } from '../../interest/index.ts'
import { hubMessageLetter } from '../emails/hub-message.email.ts'
import { datesTold } from '../queries.ts'

type Message = {
  readonly interestId: string
  readonly subject: string
  readonly body: string
  readonly templateId: string | null
  readonly version: number
  /** Of two messages with the same mark one is sent. */
  readonly mark: string
}

/** Writes to whoever sent a request, in the hub's words with the blanks filled in. */
export const sendHubMessage = (context: Context, message: Message): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await interestById(tx, message.interestId))
    if (!mayDecideOnInterest(context.actor, interest.hub.id)) throw new Forbidden('Only staff of the hub write')
    if (interest.sender.email.endsWith('.invalid')) throw new Refused('Nobody is left to write to: they were erased.')
    const { config } = context
    const url = `${config.baseUrl}/status/${linkToken(config, 'status', interest.id, daysALinkLasts)}`
    const hasPlace = interest.status === 'offered' || interest.status === 'placed'
    const groupId = hasPlace ? (interest.place?.groupId ?? null) : null
    const dates = await datesTold(tx, { groupId, offerId: interest.offerId })
    await post(
      tx,
      context,
      { address: interest.sender.email, personId: interest.sender.personId },
      hubMessageLetter(interest, message, { dates, url }),
      `hub-message:${message.mark}:${interest.id}`,
    )
    await record(tx, context, {
      name: 'hub-message.sent',
      subject: { type: 'interest', id: interest.id },
      particulars: { templateId: message.templateId, version: message.version },
      personal: { subject: message.subject },
    })
  })
