import { bankHolidaysOf } from '../../vocabulary/bank-holidays.ts'
import { type Excuse, type NoticeGiven, noExcuse, type PolicyTerms, proposalFor } from './cancellation.ts'
import { withLimits } from './limits.ts'

type Session = Pick<NoticeGiven, 'startsAt' | 'movedAt' | 'agreedAt' | 'mode'>

/** Bank holidays that can lie between notice and a session. */
const holidaysBefore = (startsAt: Temporal.Instant): readonly Temporal.PlainDate[] => {
  const { year } = startsAt.toZonedDateTimeISO('UTC')
  return [...bankHolidaysOf(year - 1), ...bankHolidaysOf(year)]
}

/** What a policy proposes for notices of several sessions, all given at one moment, in the order of the sessions. */
export const proposalsAt = <S extends Session>(
  policy: PolicyTerms | null,
  sessions: readonly S[],
  givenAt: Temporal.Instant,
  excuse: Excuse = noExcuse,
) =>
  withLimits(
    policy,
    sessions
      .toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
      .map((session) => ({
        ...session,
        proposal: proposalFor({
          ...session,
          policy,
          givenAt,
          excuse,
          bankHolidays: holidaysBefore(session.startsAt),
        }),
      })),
  )

/** What a policy proposes for giving notice of one session at a moment. */
export const proposalAt = (
  policy: PolicyTerms | null,
  session: Session,
  givenAt: Temporal.Instant,
  excuse: Excuse = noExcuse,
) => {
  const [noticed] = proposalsAt(policy, [session], givenAt, excuse)
  if (!noticed) throw new Error('One session has one proposal')
  return noticed.proposal
}
