import { machineClock } from '../../../platform/clock.ts'
import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { formLinksOfInterest } from '../../asking/index.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { interestById } from '../../interest/index.ts'
import { hubsOfPlace, mayChangePlace } from '../../places/index.ts'
import { newLinkLetter } from '../emails/new-link.email.ts'
import { daysANewLinkLasts, type MailedLinks, purposesByRecord } from '../mailed-link.ts'
import { mayStopLinks } from '../policy.ts'
import { isStoppedSince, linksToHeadteacher, linksToParticipant, linksToSender } from '../queries.ts'
import { insertStopped, lockRecord } from '../store.ts'

/** Every link mailed about a request opens no more, and its sender is sent a new one: for a link that went astray. */
export const stopLinksOfInterest = (context: Context, interestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const interest = found(await interestById(tx, interestId))
    if (!mayStopLinks(context.actor, interest.hub.id))
      throw new Forbidden('Only the hub stops links about its requests')
    const forms = await formLinksOfInterest(tx, interest.id)
    const sender = await linksToSender(tx, interest)
    // Whoever asked opens the form again from the page of the request, by its new link.
    const toForms = forms.map((subjectId) => ({ subjectId, purpose: 'interest-form', label: null }) as const)
    await stopped(tx, context, [{ ...sender, links: [...sender.links, ...toForms] }, linksToHeadteacher(interest)])
  })

/** The same for somebody who takes part, by whoever may change their place. */
export const stopLinksOfParticipant = (
  context: Context,
  { group, placeId, participantId }: { group: GroupSeen; placeId: string; participantId: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const mailed = found(await linksToParticipant(tx, { groupId: group.id, placeId, participantId }))
    if (!mayChangePlace(context.actor, group, { hubIds: await hubsOfPlace(tx, placeId, context.today) }))
      throw new Forbidden('Only the group’s hub, and the hub whose school it is, stop links to its people')
    await stopped(tx, context, [mailed])
  })

const stopped = async (tx: Transaction, context: Context, all: readonly MailedLinks[]): Promise<void> => {
  for (const mailed of all) {
    await lockRecord(tx, mailed.record)
    // Sent twice, by a double click or a colleague, it is one: the new links of the first would else be stopped by the second.
    if (await isJustStopped(tx, mailed)) continue
    await stopMailed(tx, mailed)
    await record(tx, context, {
      name: 'link.stopped',
      subject: mailed.record,
      particulars: { purposes: mailed.links.map(({ purpose }) => purpose) },
    })
    await sendNewLinks(tx, context, mailed, { how: 'stopped', key: `links-stopped:${newId()}` })
  }
}

/** Links carry the second in which they were made: those of this second are the new ones. */
export const stopMailed = async (tx: Transaction, { links }: MailedLinks): Promise<void> => {
  const until = machineClock.now().round({ smallestUnit: 'second', roundingMode: 'floor' })
  for (const [subjectId, purposes] of purposesByRecord(links)) await insertStopped(tx, { subjectId, purposes, until })
}

/** Mails new links to whom the old ones were meant for, if they can be reached and anything is left to do by one. */
export const sendNewLinks = async (
  tx: Transaction,
  context: Context,
  { to, hub, toThem, links }: MailedLinks,
  { how, key }: { how: 'stopped' | 'expired'; key: string },
): Promise<void> => {
  const { config } = context
  const urlOf = (purpose: string, token: string): string =>
    purpose === 'calendar' ? `${config.baseUrl}/calendar/${token}.ics` : `${config.baseUrl}/${purpose}/${token}`
  const anew = links.flatMap(({ subjectId, purpose, label }) =>
    label === null ? [] : { label, url: urlOf(purpose, linkToken(config, purpose, subjectId, daysANewLinkLasts)) },
  )
  if (to.address === null || anew.length === 0) return
  const letter = newLinkLetter({ name: to.name, hub: hub.name, about: toThem, how, links: anew })
  await post(tx, context, { address: to.address, personId: to.personId }, letter, key)
}

const isJustStopped = async (tx: Transaction, { record, links }: MailedLinks): Promise<boolean> => {
  const link = links.find(({ subjectId }) => subjectId === record.id)
  return !!link && isStoppedSince(tx, { ...link, since: machineClock.now().subtract({ seconds: 5 }) })
}
