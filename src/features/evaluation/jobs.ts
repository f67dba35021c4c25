import type { Sweeps } from '../../platform/jobs.ts'
import type { MailSource } from '../mail-times/index.ts'
import { askForAnswers, askNow } from './actions/ask-for-answers.ts'
import { evaluateLetter } from './emails/evaluate.email.ts'
import { askingsToCome } from './mail-queries.ts'

/** Invitations to answer an evaluation, as the hub sees them before they go. */
export const evaluationMail: MailSource = {
  kind: 'evaluation',
  goes: 'Everybody who takes part is asked once, when the evaluation of their group is opened.',
  canGoEarly: true,
  toCome: askingsToCome,
  letterTo: async (context, { hubId, subjectId, forDate, id }) => {
    const all = await askingsToCome(context, { hubId, subjectId, until: forDate })
    const asking = all.find(({ participantId }) => participantId === id)
    if (!asking) throw new Error('A mail about an evaluation is to somebody who has not been asked')
    return evaluateLetter({ ...asking, url: `${context.config.baseUrl}/evaluate/… (each reader’s own link)` })
  },
  send: async (context, mails) => {
    const [first] = mails
    if (!first) return 0
    const asked = { hubId: first.hubId, subjectId: first.subjectId, until: first.forDate }
    return askNow(
      context,
      asked,
      mails.map(({ id }) => id),
    )
  },
}

export const sweeps: Sweeps = {
  'ask-for-answers': async (context) => {
    await askForAnswers(context)
  },
}
