import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { post } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { controllerAt } from '../../controllers/index.ts'
import { addressOf, hubsOfPerson, nameOf, personIdOf } from '../../people/index.ts'
import { dataSubject, isAboutOneself, mayAskForOther, rowsAbout } from '../../personal-fields/index.ts'
import { readsAbout, recordRead } from '../../reads/index.ts'
import { reportLetter } from '../emails/report.email.ts'
import type { Report } from '../report.ts'
import { deedsOf, historyAbout, networkName, sectionsAbout } from '../report-queries.ts'
import { holdPerson, insertAccessRequest, lockUnmade, saveReport } from '../report-store.ts'
import { eventSentences } from '../sentence-queries.ts'

const mostAtOnce = 400

/** Asks for everything that is held about a person: they themselves, or with a reason a lead of their hub or the national team. Only the person gets it. */
export const askForReport = (
  context: Context,
  input: { personId: string; reason: string | null },
): Promise<{ id: string; isMade: boolean }> =>
  transaction(context, async (tx, context) => {
    found(await holdPerson(tx, input.personId))
    const subject = found(await dataSubject(tx, input.personId))
    const isOwn = isAboutOneself(context.actor, input.personId)
    if (!isOwn && !mayAskForOther(context.actor, await hubsOfPerson(tx, input.personId)))
      throw new Forbidden('Not theirs to ask')
    const id = newId()
    const askedBy = found(personIdOf(context.actor))
    const reason = input.reason?.trim() || null
    await insertAccessRequest(tx, { id, personId: input.personId, askedBy, reason, now: context.now })
    await record(tx, context, {
      name: 'subject-access.asked',
      subject: { type: 'person', id: input.personId },
      particulars: { requestId: id },
      ...(reason ? { personal: { reason } } : {}),
    })
    if (!isOwn)
      await recordRead(context, {
        readAt: context.now,
        readerId: askedBy,
        page: '/network/personal-data/:person',
        kind: 'subject_access',
        recordType: 'person',
        recordId: input.personId,
        hubId: null,
        people: [input.personId],
        reason,
      })
    const rows = (await rowsAbout(tx, subject)).reduce((sum, { rows }) => sum + rows, 0)
    const isMade = rows <= mostAtOnce && isOwn
    if (isMade) await makeReport(context, id)
    else await enqueue(tx, 'make-report', { requestId: id }, { key: `report:${id}` })
    return { id, isMade }
  })

/** Makes a report that was asked for; whoever did not wait for it is told by mail that it is there. */
export const makeReport = (context: Context, requestId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const request = await lockUnmade(tx, requestId)
    const subject = request ? await dataSubject(tx, request.person_id) : null
    if (!request || !subject) return
    await saveReport(tx, requestId, await reportAbout(context, subject), context.now)
    await record(tx, context, {
      name: 'subject-access.made',
      subject: { type: 'person', id: request.person_id },
      particulars: { requestId },
    })
    const address = context.actor.kind === 'system' ? await addressOf(tx, request.person_id) : null
    if (!address) return
    const letter = reportLetter({
      name: (await nameOf(tx, request.person_id)) ?? '',
      isAskedByThem: request.asked_by_person_id === request.person_id,
      baseUrl: context.config.baseUrl,
    })
    await post(tx, context, { address, personId: request.person_id }, letter, `report:${requestId}`)
  })

const mostReads = 2000

const reportAbout = async (
  context: Context,
  subject: NonNullable<Awaited<ReturnType<typeof dataSubject>>>,
): Promise<Report> => {
  const { db, now, today } = context
  const sentences = await eventSentences()
  const reads = await readsAbout(db, subject.personId, { limit: mostReads, offset: 0 })
  return {
    about: (await nameOf(db, subject.personId)) ?? '',
    network: await networkName(db),
    made: formatInstant(now),
    controller: (await controllerAt(db, null, today)).controller,
    sections: await sectionsAbout(db, subject),
    history: await historyAbout(db, subject, sentences),
    deeds: await deedsOf(db, subject, sentences),
    reads: reads.rows.map((read) => ({
      when: formatInstant(read.read_at),
      who: read.reader,
      where: read.hub ?? 'The network',
      reason: read.reason ?? '',
    })),
  }
}
