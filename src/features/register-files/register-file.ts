import type { Register } from '../national-registers/index.ts'

/** The real register is about sixty megabytes. */
export const mostBytes = 200_000_000

export type RegisterFileStatus = 'waiting' | 'reading' | 'read' | 'refused' | 'failed'

/** A file that was sent, and what has become of it. */
export type RegisterFile = {
  readonly id: string
  readonly register: Register
  readonly fileName: string
  readonly bytes: number
  readonly forced: boolean
  readonly sentAt: Temporal.Instant
  readonly sentById: string
  readonly sentBy: string | null
  readonly status: RegisterFileStatus
  readonly step: string | null
  /** How much of the step is done, where that is known. */
  readonly share: number | null
  readonly endedAt: Temporal.Instant | null
  readonly importId: string | null
  readonly reason: string | null
}

export const isUnderWay = ({ status }: Pick<RegisterFile, 'status'>): boolean =>
  status === 'waiting' || status === 'reading'

export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`
    : `${Math.round(bytes / 1_000_000).toLocaleString('en-GB')} MB`

const steps: Readonly<Record<string, string>> = {
  Reading: 'The file is being read',
  Checking: 'What it says is being compared with what is known',
  Writing: 'What differs is being written',
}

/** Where the file is, in one sentence. */
export const statusSentence = ({ status, step, share, reason }: RegisterFile): string => {
  if (status === 'waiting') return 'It has come and waits to be read, which begins in a moment.'
  if (status === 'read') return 'It has been read.'
  if (status !== 'reading') return reason ?? ''
  const done = share === null ? '' : `: ${Math.min(100, Math.round(share * 100))} % done`
  return `${steps[step ?? ''] ?? 'It is being read'}${done}. Until all of it is in, nothing of it is.`
}
