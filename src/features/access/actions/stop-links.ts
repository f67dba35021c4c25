import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { interestById } from '../../interest/index.ts'
import { stoppedLetter } from '../emails/stopped.email.ts'
import { mayStopLinks } from '../policy.ts'
import { stopLinks } from '../store.ts'

const purposes = ['confirm-interest', 'headteacher', 'status', 'place'] as const
const daysALinkLasts = 500

/** Every link mailed about a request opens no more, and its sender is sent a new one: for a link that went astray. */
export const stopLinksOfInterest = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await interestById(tx, interestId))
    if (!mayStopLinks(context.actor, interest.hub.id))
      throw new Forbidden('Only the hub stops links about its requests')
    // Links carry the second in which they were made: those of this second are the new ones.
    const until = machineClock.now().round({ smallestUnit: 'second', roundingMode: 'floor' })
    await stopLinks(tx, { subjectId: interest.id, purposes, until })
    await record(tx, context, {
      name: 'link.stopped',
      subject: { type: 'interest', id: interest.id },
      particulars: { purposes: [...purposes] },
    })
    await post(
      tx,
      context,
      { address: interest.sender.email, personId: interest.sender.personId },
      stoppedLetter({
        name: interest.sender.name,
        hub: interest.hub.name,
        project: interest.projectTitle,
        url: `${context.config.baseUrl}/status/${linkToken(context.config, 'status', interest.id, daysALinkLasts)}`,
      }),
      `links-stopped:${newId()}`,
    )
  })
