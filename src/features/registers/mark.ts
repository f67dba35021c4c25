import { isSameMarking, type Marking, type MarkName, markLabels, markNames } from '../../vocabulary/marks.ts'
import type { DeviceTime } from './device-time.ts'

export { isSameMarking, type Marking, type MarkName, markLabels, markNames }

const attending: readonly string[] = ['present', 'late', 'left_early', 'online', 'substitute']

/** Whether somebody came, in the room or online, in person or by a substitute. */
export const isAttendance = (mark: string): boolean => attending.includes(mark)

/** Late and left early say by how many minutes. */
export const hasMinutes = (mark: string): boolean => mark === 'late' || mark === 'left_early'

/** How a mark came about: on our page, on a device without a network, by the person's own hand, from paper, from a meeting's report. */
export const markOrigins = ['form', 'device', 'self', 'paper', 'report'] as const
export type MarkOrigin = (typeof markOrigins)[number]

/** When and how a mark was made, where that is not here and now. */
export type Made = {
  readonly origin: MarkOrigin
  readonly at: Temporal.Instant
  /** What the device's clock said, by how many seconds it was behind ours, and whether it was changed since. */
  readonly device?: DeviceTime | null
}

export type StandingMark = Marking & { readonly id: string }

/** A mark as it was sent: with the id its maker gave it, and the marks that stood before the maker's eyes. */
export type SentMark = Marking & {
  readonly id: string
  readonly participantId: string
  readonly seen: readonly string[]
  readonly made?: Made
  /** Why it is changed after the register has closed. */
  readonly reason?: string | null
}

/** Marks that differ and that nobody has replaced are a conflict to settle (domain rule 6). */
export const isConflict = (standing: readonly Marking[]): boolean =>
  standing.some((mark) => standing.some((other) => !isSameMarking(mark, other)))

export type Reception =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'first' }
  | { readonly kind: 'correction'; readonly replaces: string }
  | { readonly kind: 'beside' }

/**
 * What a mark that arrives means beside those that stand. The same again is nothing new; one made in sight of the standing
 * mark corrects it; one made without having seen it is kept beside it (domain rule 6).
 */
export const receptionOf = (sent: SentMark, standing: readonly StandingMark[]): Reception => {
  if (standing.length === 0) return { kind: 'first' }
  if (standing.some((mark) => isSameMarking(mark, sent))) return { kind: 'nothing-new' }
  const [only] = standing
  if (only && standing.length === 1 && sent.seen.includes(only.id)) return { kind: 'correction', replaces: only.id }
  return { kind: 'beside' }
}
