/** What a register says of one participant at one session. */
export const markNames = ['present', 'late', 'left_early', 'online', 'substitute', 'apologies', 'absent'] as const
export type MarkName = (typeof markNames)[number]

export const markLabels: Readonly<Record<MarkName, string>> = {
  present: 'Present',
  late: 'Late',
  left_early: 'Left early',
  online: 'Online',
  substitute: 'Sent a substitute',
  apologies: 'Apologies',
  absent: 'Absent',
}

const attending: readonly string[] = ['present', 'late', 'left_early', 'online', 'substitute']

/** Whether somebody came, in the room or online, in person or by a substitute. */
export const isAttendance = (mark: string): boolean => attending.includes(mark)

/** Late and left early say by how many minutes. */
export const hasMinutes = (mark: string): boolean => mark === 'late' || mark === 'left_early'

export type Marking = { readonly mark: MarkName; readonly minutes: number | null }
export type StandingMark = Marking & { readonly id: string }

/** A mark as it was sent: with the id its maker gave it, and the marks that stood before the maker's eyes. */
export type SentMark = Marking & {
  readonly id: string
  readonly participantId: string
  readonly seen: readonly string[]
}

export const isSameMarking = (one: Marking, other: Marking): boolean =>
  one.mark === other.mark && (one.minutes ?? null) === (other.minutes ?? null)

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

/** Hours taken part in: the session's length less what was missed of it. */
export const hoursAttended = (
  minutesLong: number,
  { mark, minutes }: { mark: string; minutes: number | null },
): number => (isAttendance(mark) ? Math.max(0, minutesLong - (minutes ?? 0)) / 60 : 0)

/** 4 hours, 4.5 hours, 1 hour */
export const hoursInWords = (hours: number): string => {
  const rounded = Math.round(hours * 10) / 10
  return `${rounded} ${rounded === 1 ? 'hour' : 'hours'}`
}
