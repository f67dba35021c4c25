import { evaluationMail } from '../evaluation/index.ts'
import { headteacherMail } from '../interest/index.ts'
import type { MailingKind, MailSource } from '../mail-times/index.ts'
import { namesMail } from '../naming/index.ts'
import { placeMail } from '../place-offers/index.ts'
import { successorMail } from '../replacing-people/index.ts'
import { taskDigests, taskReminders } from '../tasks/index.ts'

/** All mail that the clock sends besides what goes before sessions, each kind from its own room. */
export const sources: readonly MailSource[] = [
  taskReminders,
  taskDigests,
  ...namesMail,
  ...successorMail,
  headteacherMail,
  placeMail,
  evaluationMail,
]

/** The kind by its name; null for mail before sessions, which has settings of its own. */
export const sourceOf = (kind: MailingKind): MailSource | null => sources.find((one) => one.kind === kind) ?? null

const beforeSessions: Readonly<Record<string, string>> = {
  instructions: 'Everybody who comes to a session is sent once what they need to know for it.',
  reminder: 'Everybody who comes to a session is reminded of it once.',
}

/** When mail of a kind is wanted, in a sentence. */
export const goesOf = (kind: MailingKind): string => sourceOf(kind)?.goes ?? beforeSessions[kind] ?? ''
