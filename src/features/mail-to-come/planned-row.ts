import { formatTime, localDate, localTime } from '../../vocabulary/local-time.ts'
import { type MailingKind, mailingLabels } from '../mail-times/index.ts'
import { numberedName } from '../sessions/index.ts'
import { addressOfBundle, type Bundle, noteOfBundle, stateOfBundle } from './bundle.ts'
import { type Mailing, noteOf, stateOf, stillDue } from './mailing.ts'
import type { State } from './standing.ts'

/** One mail to come as a line of the list, whatever its kind. */
export type PlannedRow = {
  readonly kind: MailingKind
  /** Below the list of the hub. */
  readonly address: string
  readonly label: string
  readonly about: string
  readonly of: string
  readonly day: Temporal.PlainDate
  readonly at: string
  readonly people: readonly string[]
  /** At which time of its day; null while something stops it. */
  readonly time: string | null
  readonly note: string
  readonly state: State
}

const timeOf = (at: Temporal.Instant): string => formatTime(localTime(at))

const ofMailing = (mailing: Mailing): readonly PlannedRow[] => {
  const { session, kind, first, stop } = mailing
  const due = stillDue(mailing)
  if (due.length === 0 && (stop === null || mailing.readers.length === 0)) return []
  const day = first ? localDate(first.at) : session.onDate
  if (!day) return []
  return [
    {
      kind,
      address: `${session.id}/${kind}`,
      label: mailingLabels[kind],
      about: numberedName(session),
      of: session.groupName,
      day,
      at: first?.at.toString() ?? day.toString(),
      people: due.map(({ name }) => name),
      time: first && !stop ? timeOf(first.at) : null,
      note: noteOf(mailing),
      state: stateOf(mailing),
    },
  ]
}

const ofBundle = (bundle: Bundle): PlannedRow => ({
  kind: bundle.kind,
  address: addressOfBundle(bundle),
  label: mailingLabels[bundle.kind],
  about: bundle.about,
  of: bundle.of,
  day: localDate(bundle.first.at),
  at: bundle.first.at.toString(),
  people: bundle.mails.map(({ reader }) => reader.name),
  time: bundle.stop ? null : timeOf(bundle.first.at),
  note: noteOfBundle(bundle),
  state: stateOfBundle(bundle),
})

/** All mail to come of a hub in the order in which it goes. */
export const plannedRows = (mailings: readonly Mailing[], bundles: readonly Bundle[]): readonly PlannedRow[] =>
  [...mailings.flatMap(ofMailing), ...bundles.map(ofBundle)].toSorted((one, other) => (one.at < other.at ? -1 : 1))

/** To whom a mail goes: by name where they are few. */
export const peopleInWords = (people: readonly string[]): string =>
  people.length <= 2 ? people.join(' and ') : `${people.length} people`
