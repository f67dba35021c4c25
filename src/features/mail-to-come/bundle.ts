import type { MailingKind, Moment, PlannedMail, Stop, Timed } from '../mail-times/index.ts'
import { momentInWords, noteOnMoment, type State, stateToCome, stopInWords, stoppedState } from './standing.ts'

/** Mail of one kind about one thing, to all its readers: what is held, let go or dropped together. */
export type Bundle = {
  readonly kind: MailingKind
  readonly subjectId: string
  readonly forDate: Temporal.PlainDate
  readonly about: string
  readonly of: string
  readonly mails: readonly Timed<PlannedMail>[]
  readonly stop: Stop | null
  /** When the first of them goes. */
  readonly first: Moment
}

const { compare } = Temporal.Instant

/** Some mails, put together by what they are about. */
export const bundlesOf = (mails: readonly Timed<PlannedMail>[]): readonly Bundle[] =>
  [...Map.groupBy(mails, ({ kind, subjectId }) => `${kind}.${subjectId}`).values()].flatMap((all) => {
    const first = all.toSorted((one, other) => compare(one.moment.at, other.moment.at))[0]
    if (!first) return []
    const { kind, subjectId, forDate, about, of, stop, moment } = first
    return [{ kind, subjectId, forDate, about, of, stop, mails: all, first: moment }]
  })

/** By which an address knows mail to come: "task-reminder.0190…". */
export const addressOfBundle = ({ kind, subjectId }: Pick<Bundle, 'kind' | 'subjectId'>): string =>
  `${kind}.${subjectId}`

export const stateOfBundle = ({ stop }: Bundle): State => stoppedState(stop) ?? stateToCome

const laterThan = ({ first, mails }: Bundle): number => mails.filter(({ moment }) => !moment.at.equals(first.at)).length

/** When a mail goes and why, in a sentence or two. */
export const whenOfBundle = (bundle: Bundle): string =>
  bundle.stop ? stopInWords(bundle.stop) : momentInWords(bundle.first, laterThan(bundle))

/** What is to be said of that moment, or of what stops it. */
export const noteOfBundle = (bundle: Bundle): string =>
  bundle.stop ? stopInWords(bundle.stop) : noteOnMoment(bundle.first, laterThan(bundle))
