import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { mayHoldMail } from '../../mail-times/index.ts'
import { longestOwnWords, type MailSettings } from '../session-mail.ts'
import { setMailSettings } from '../store.ts'

/** Sets how many days before its sessions a hub writes to those who come, and its own words; mail that is sent stays sent. */
export const keepMailSettings = (context: Context, hubId: string, settings: MailSettings): Promise<void> =>
  transaction(context, async (tx, context) => {
    if (!mayHoldMail(context.actor, hubId)) throw new Forbidden('Only staff of the hub set how it writes')
    if (settings.ownWords.length > longestOwnWords)
      throw new Refused(`Your own words have at most ${longestOwnWords} characters.`)
    await setMailSettings(tx, hubId, settings, context.now)
    await record(tx, context, {
      name: 'session-mail.settings-kept',
      subject: { type: 'hub', id: hubId },
      particulars: {
        instructionsDays: settings.instructionsDays,
        reminderDays: settings.reminderDays,
        ownWords: settings.ownWords !== '',
      },
    })
  })
