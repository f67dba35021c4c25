import { formatInstant } from '../../vocabulary/local-time.ts'
import { noticeInWords } from '../../vocabulary/notice.ts'
import type { ChargeCause, Evidence } from './charge.ts'

const at = (instant: string): string => formatInstant(Temporal.Instant.from(instant))

/** Why a charge is asked for, in sentences that can be checked. */
export const reasonInWords = ({
  participant,
  cause,
  evidence,
}: {
  readonly participant: string
  readonly cause: ChargeCause
  readonly evidence: Evidence
}): string => {
  const session = `the session on ${at(evidence.sessionStartsAt)}`
  if (cause === 'non_attendance' && evidence.mark === 'substitute')
    return `A colleague came to ${session} in place of ${participant}, which the policy does not allow.`
  if (cause === 'non_attendance') return `${participant} did not come to ${session}, and gave no notice.`
  const notice = noticeInWords({ days: evidence.noticeDays, kind: evidence.noticeKind })
  return `${participant} cancelled ${session} on ${evidence.noticeGivenAt ? at(evidence.noticeGivenAt) : 'short notice'}. Cancelling was free until ${evidence.freeUntil ? at(evidence.freeUntil) : 'then'}, ${notice} before.`
}
