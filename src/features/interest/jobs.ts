import { z } from 'zod'
import { transaction } from '../../platform/context.ts'
import { eachDue, type Jobs, type Sweeps } from '../../platform/jobs.ts'
import { goingNowOf, type MailSource } from '../mail-times/index.ts'
import { noteSilentHeadteacher, remindHeadteacher } from './actions/chase-headteacher.ts'
import { lapseForgottenDrafts } from './actions/move-interest.ts'
import { lookAtVerdicts, reachVerdictsAgain } from './actions/reach-verdicts.ts'
import { headteacherReminders, headteachersSilent } from './agreement-queries.ts'
import { headteacherReminder } from './emails/agreement.email.ts'
import { askedOfArea, verdictsOvertaken } from './overtaken-queries.ts'
import { interestById } from './queries.ts'

const ofHub = z.object({ hubId: z.uuid() })

export const jobs: Jobs = {
  'reach-verdicts-of-area': async (context, payload) =>
    eachDue(context, await askedOfArea(context.db, ofHub.parse(payload).hubId), (id) =>
      reachVerdictsAgain(context, id),
    ),
}

/** Reminders of headteachers, as the hub sees them before they go. */
export const headteacherMail: MailSource = {
  kind: 'headteacher-reminder',
  goes: 'A headteacher who has not answered is reminded once, a week after they were asked.',
  canGoEarly: true,
  toCome: headteacherReminders,
  letterTo: async ({ db, config }, { id }) => {
    const interest = await interestById(db, id)
    if (!interest) throw new Error('A reminder of a headteacher is about a request that is there')
    return headteacherReminder(interest, `${config.baseUrl}/headteacher/… (their own link)`)
  },
  send: (context, mails) =>
    transaction(context, async (_, context) => {
      for (const { id } of mails) await remindHeadteacher(context, id)
      return mails.length
    }),
}

/** What falls due by the clock: verdicts that were overtaken, headteachers without an answer, drafts that nobody confirmed. */
export const sweeps: Sweeps = {
  'reach-verdicts-again': async (context) =>
    eachDue(context, await verdictsOvertaken(context.db), (id) => reachVerdictsAgain(context, id)),
  'look-at-verdicts': lookAtVerdicts,
  'chase-headteachers': async (context) => {
    const waiting = await headteacherReminders(context, { hubId: null, subjectId: null, until: context.today })
    const going = await goingNowOf(context.db, waiting, context.now)
    await eachDue(
      context,
      going.map(({ id }) => id),
      (id) => remindHeadteacher(context, id),
    )
    await eachDue(context, await headteachersSilent(context.db, context.now), (id) =>
      noteSilentHeadteacher(context, id),
    )
  },
  'lapse-drafts': async (context) => {
    await lapseForgottenDrafts(context)
  },
}
