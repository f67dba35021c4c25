import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { clearMailingDecision, decideMailing, type MailingKind, mayHoldMail } from '../../mail-times/index.ts'
import { type BundleSeen, bundleToCome } from '../bundle-queries.ts'
import type { MailingDeed } from './send-mail-to-come.ts'

type Input = {
  readonly hubId: string
  readonly kind: MailingKind
  readonly subjectId: string
  readonly deed: MailingDeed
}

/** Staff of a hub hold mail to come of any kind, let it go, say that it is not sent for its date, or send it now; how many it was sent to. */
export const settleBundle = (context: Context, input: Input): Promise<number> =>
  transaction(context, async (tx, context) => {
    const { bundle, source } = found(await bundleToCome(context, input))
    const { hubId, kind, deed } = input
    if (!mayHoldMail(context.actor, hubId)) throw new Forbidden('Only staff of the hub hold its mail')
    const of = { hubId, subject: { type: subjectOf(kind), id: bundle.subjectId }, also: [{ type: 'hub', id: hubId }] }
    if (deed === 'hold' || deed === 'drop') {
      const decision = deed === 'hold' ? 'held' : 'dropped'
      await decideMailing(context, of, { kind, decision, forDate: bundle.forDate })
      return 0
    }
    if (bundle.stop?.of !== 'kind') await clearMailingDecision(context, of, kind)
    if (deed === 'release') return 0
    const sent = await sendNow(context, { bundle, source })
    await record(tx, context, {
      name: 'mailing.sent',
      subject: of.subject,
      also: of.also,
      particulars: { kind, people: sent },
    })
    return sent
  })

const sendNow = async (context: Context, { bundle, source }: BundleSeen): Promise<number> => {
  if (!mayGoNow(bundle.first.at, context.now, source.canGoEarly))
    throw new Refused('It cannot go before its time: what it tells has not happened yet.')
  const sent = await source.send(context, bundle.mails)
  if (sent === 0) throw new Refused('Everybody has been sent this already.')
  return sent
}

const mayGoNow = (at: Temporal.Instant, now: Temporal.Instant, canGoEarly: boolean): boolean =>
  canGoEarly || Temporal.Instant.compare(at, now) <= 0

const subjectOf = (kind: MailingKind): string => {
  if (kind === 'task-reminder' || kind === 'task-digest') return 'task'
  return kind === 'evaluation' ? 'evaluation' : 'interest'
}
