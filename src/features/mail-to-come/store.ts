import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import type { MailSettings, SessionMailKind } from './session-mail.ts'

export const setMailSettings = async (
  tx: Transaction,
  hubId: string,
  settings: MailSettings,
  now: Temporal.Instant,
): Promise<void> => {
  const values = {
    instructions_days: settings.instructionsDays,
    reminder_days: settings.reminderDays,
    own_words: settings.ownWords,
    set_at: now,
  }
  await tx
    .insertInto('session_mail_settings')
    .values({ hub_id: hubId, ...values })
    .onConflict((conflict) => conflict.column('hub_id').doUpdateSet(values))
    .execute()
}

export type LetterKept = {
  readonly sessionId: string
  readonly personId: string
  readonly kind: SessionMailKind
  readonly forDate: Temporal.PlainDate
  readonly said: string
  readonly sequence: number
  readonly times: number
  readonly sentAt: Temporal.Instant
}

/** Notes what people were sent: the latest of each kind for each session. */
export const keepLetters = async (tx: Transaction, letters: readonly LetterKept[]): Promise<void> => {
  if (letters.length === 0) return
  await tx
    .insertInto('session_letters')
    .values(
      letters.map((letter) => ({
        session_id: letter.sessionId,
        person_id: letter.personId,
        kind: letter.kind,
        for_date: letter.forDate,
        said: letter.said,
        sequence: letter.sequence,
        times: letter.times,
        sent_at: letter.sentAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'person_id', 'kind']).doUpdateSet({
        for_date: sql`excluded.for_date`,
        said: sql`excluded.said`,
        sequence: sql`excluded.sequence`,
        times: sql`excluded.times`,
        sent_at: sql`excluded.sent_at`,
      }),
    )
    .execute()
}
