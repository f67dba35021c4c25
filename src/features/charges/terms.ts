import { bankHolidaysOf } from '../../vocabulary/bank-holidays.ts'
import { type NoticeGiven, type PolicyTerms, proposalFor } from './cancellation.ts'

type Session = Pick<NoticeGiven, 'startsAt' | 'movedAt' | 'agreedAt'>

/** Bank holidays that can lie between notice and a session. */
const holidaysBefore = (startsAt: Temporal.Instant): readonly Temporal.PlainDate[] => {
  const { year } = startsAt.toZonedDateTimeISO('UTC')
  return [...bankHolidaysOf(year - 1), ...bankHolidaysOf(year)]
}

/** What a policy proposes for giving notice of a session at a moment. */
export const proposalAt = (policy: PolicyTerms | null, session: Session, givenAt: Temporal.Instant) =>
  proposalFor({ ...session, policy, givenAt, bankHolidays: holidaysBefore(session.startsAt) })
