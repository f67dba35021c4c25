import { formatInstant } from '../../../vocabulary/local-time.ts'
import { clockInWords } from '../device-time.ts'
import { type MarkName, markLabels } from '../mark.ts'

export type Recording = {
  readonly recorded_by: string | null
  readonly recorded_at: Temporal.Instant
  readonly origin: string
  readonly device_behind_seconds: number | null
  readonly clock_changed?: boolean
}

type Said = { readonly mark: MarkName; readonly minutes: number | null; readonly substitute: string | null }

/** Late, 20 minutes missed. */
export const markInWords = ({ mark, minutes, substitute }: Said): string =>
  [markLabels[mark], substitute, minutes === null ? null : `${minutes} minutes missed`].filter(Boolean).join(', ')

const originWords: Readonly<Record<string, string>> = {
  self: 'by their own hand',
  paper: 'from paper',
  report: 'from the report of the meeting',
}

/** When and how something was recorded, with what is to be said of the clock of a device. */
export const recordingInWords = (made: Recording): string => {
  const clock =
    made.device_behind_seconds === null
      ? null
      : clockInWords({ behindSeconds: made.device_behind_seconds, isChanged: made.clock_changed ?? false })
  return [`${made.recorded_by ?? 'recorded'} on ${formatInstant(made.recorded_at)}`, originWords[made.origin], clock]
    .filter(Boolean)
    .join(', ')
}
