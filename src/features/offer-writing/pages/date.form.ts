import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { formatTime } from '../../../vocabulary/local-time.ts'
import type { PlannedDate } from '../../offers/index.ts'
import { type DateTerms, dateCertainties, dateModes } from '../offer-parts.ts'
import { type Check, dateTyped, issue, typedAddress, typedDate, typedLines, typedTime } from './typed.form.ts'

const checkTimes = (typed: Typed, terms: DateTerms, check: Check): void => {
  const [starts, ends] = [typedText(typed, 'starts'), typedText(typed, 'ends')]
  if (terms.startsAt && terms.endsAt && Temporal.PlainTime.compare(terms.startsAt, terms.endsAt) >= 0)
    issue(check, 'ends', 'The end must be after the start')
  if (starts !== '' && ends === '') issue(check, 'ends', 'Enter when it ends')
  if (starts === '' && ends !== '') issue(check, 'starts', 'Enter when it starts')
  if (terms.certainty !== 'confirmed') return
  if (['day', 'month', 'year'].every((part) => typedText(typed, `on-${part}`) === ''))
    issue(check, 'on', 'A confirmed date needs a day')
  if (starts === '' && ends === '') issue(check, 'starts', 'A confirmed date needs a start and an end')
}

/** A planned date as staff of a hub type it: what is left empty is not known yet. */
export const dateForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, check): DateTerms => {
    const mode = dateModes.find((each) => each === typedText(typed, 'mode'))
    const certainty = dateCertainties.find((each) => each === typedText(typed, 'certainty'))
    const terms: DateTerms = {
      on: typedDate(typed, 'on', check),
      startsAt: typedTime(typed, 'starts', check),
      endsAt: typedTime(typed, 'ends', check),
      mode: mode ?? 'unknown',
      certainty: certainty ?? 'provisional',
      venueId: typedText(typed, 'venue') || null,
      onlineLink: typedAddress(typed, 'online_link', check),
      note: typedLines(typed, 'note', check, 500),
    }
    if (!mode) issue(check, 'mode', 'Choose where it is')
    if (!certainty) issue(check, 'certainty', 'Choose how certain it is')
    checkTimes(typed, terms, check)
    return terms
  })

/** What the form of a date begins with. */
export const typedOfDate = (date: PlannedDate): Typed => ({
  ...dateTyped('on', date.on),
  starts: date.startsAt ? formatTime(date.startsAt) : '',
  ends: date.endsAt ? formatTime(date.endsAt) : '',
  mode: date.mode,
  certainty: date.certainty,
  venue: date.venue?.id ?? '',
  online_link: date.onlineLink ?? '',
  note: date.note ?? '',
})
