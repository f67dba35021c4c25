import { bankHolidaysOf } from '../../vocabulary/bank-holidays.ts'
import { type Excuse, type NoticeGiven, noExcuse, type PolicyTerms, proposalFor } from './cancellation.ts'

type Session = Pick<NoticeGiven, 'startsAt' | 'movedAt' | 'agreedAt' | 'mode'>

/** Bank holidays that can lie between notice and a session. */
const holidaysBefore = (startsAt: Temporal.Instant): readonly Temporal.PlainDate[] => {
  const { year } = startsAt.toZonedDateTimeISO('UTC')
  return [...bankHolidaysOf(year - 1), ...bankHolidaysOf(year)]
}

/** What a policy proposes for giving notice of a session at a moment. */
export const proposalAt = (
  policy: PolicyTerms | null,
  session: Session,
  givenAt: Temporal.Instant,
  excuse: Excuse = noExcuse,
) => proposalFor({ ...session, policy, givenAt, excuse, bankHolidays: holidaysBefore(session.startsAt) })
