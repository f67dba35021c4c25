import { z } from 'zod'
import { dateFromParts, parseTime } from '../../../vocabulary/typed-date.ts'
import { type SessionDetails, type SessionMode, sessionKindOf, sessionModes } from '../session.ts'

const text = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? '')

const fields = z.object({
  title: text,
  kind: text,
  'date-day': text,
  'date-month': text,
  'date-year': text,
  starts: text,
  ends: text,
  mode: text,
  venue: text,
  host: text,
  online_link: text,
  notes: text,
  certainty: text,
  sequence: text,
  number: text,
})

type Fields = z.infer<typeof fields>
type Check = z.RefinementCtx

const issue = (check: Check, field: string, message: string): null => {
  check.addIssue({ code: 'custom', path: [field], message })
  return null
}

const dateOf = (typed: Fields, check: Check): Temporal.PlainDate | null => {
  const parts = [typed['date-day'], typed['date-month'], typed['date-year']] as const
  if (parts.every((part) => part === '')) return null
  return (
    dateFromParts(...parts) ??
    issue(check, 'date', 'There is no such date. Enter it as 17 11 2021, or leave it empty while it is not known')
  )
}

const timeOf = (typed: string, field: string, check: Check): Temporal.PlainTime | null =>
  typed === '' ? null : (parseTime(typed) ?? issue(check, field, 'Enter the time as 9:30am or 14:30'))

const checkTimes = (
  typed: Fields,
  time: Pick<SessionDetails, 'onDate' | 'startsAt' | 'endsAt'>,
  check: Check,
): void => {
  if (time.startsAt && time.endsAt && Temporal.PlainTime.compare(time.startsAt, time.endsAt) >= 0)
    issue(check, 'ends', 'The end must be after the start')
  if (typed.starts !== '' && typed.ends === '') issue(check, 'ends', 'Enter when it ends')
  if (typed.starts === '' && typed.ends !== '') issue(check, 'starts', 'Enter when it starts')
  if (typed.certainty !== 'confirmed') return
  if (!time.onDate && typed['date-day'] === '') issue(check, 'date', 'A confirmed session needs a date')
  if (typed.starts === '' && typed.ends === '') issue(check, 'starts', 'A confirmed session needs a start and an end')
}

export type SessionTyped = {
  readonly details: SessionDetails
  readonly status: 'provisional' | 'confirmed'
  readonly sequence: number | undefined
  /** Which of the group's sessions it was to be when the page was opened. */
  readonly number: number | undefined
}

const checkLink = (link: string, check: Check): void => {
  if (link !== '' && !/^https?:\/\/\S+\.\S+$/.test(link))
    issue(check, 'online_link', 'Enter a link that starts with https://')
}

const checkLengths = ({ title, notes }: Fields, check: Check): void => {
  if (title.length > 120) issue(check, 'title', 'Use at most 120 characters')
  if (notes.length > 4000) issue(check, 'notes', 'Use at most 4,000 characters')
}

const countOf = (typed: string): number | undefined => (/^\d{1,9}$/.test(typed) ? Number(typed) : undefined)
const modeOf = (typed: string): SessionMode => sessionModes.find((each) => each === typed) ?? 'unknown'

/** Where a session is: a venue before a host, neither of them online, and no link at a venue. */
const placeOf = (typed: Fields): Pick<SessionDetails, 'mode' | 'venueId' | 'hostOrganisationId' | 'onlineLink'> => {
  const mode = modeOf(typed.mode)
  if (mode === 'online') return { mode, venueId: null, hostOrganisationId: null, onlineLink: typed.online_link || null }
  const onlineLink = mode === 'venue' ? null : typed.online_link || null
  return { mode, venueId: typed.venue || null, hostOrganisationId: typed.venue ? null : typed.host || null, onlineLink }
}

/** A session as it is typed in: an empty date is a date not known yet; a date that does not exist is an error. */
export const sessionForm = fields.transform((typed, check): SessionTyped => {
  const time = {
    onDate: dateOf(typed, check),
    startsAt: timeOf(typed.starts, 'starts', check),
    endsAt: timeOf(typed.ends, 'ends', check),
  }
  checkTimes(typed, time, check)
  checkLink(typed.online_link, check)
  checkLengths(typed, check)
  return {
    status: typed.certainty === 'confirmed' ? 'confirmed' : 'provisional',
    sequence: countOf(typed.sequence),
    number: countOf(typed.number),
    details: {
      ...time,
      ...placeOf(typed),
      title: typed.title || null,
      kind: sessionKindOf(typed.kind),
      practicalNotes: typed.notes || null,
    },
  }
})
