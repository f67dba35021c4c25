export type CannotStartReason =
  | 'permission'
  | 'disk full'
  | 'other version'
  | 'unreachable'
  | 'not installed'
  | 'unknown'

/** The embedded PostgreSQL could not be started; the message is one line for the person at the terminal. */
export class CannotStart extends Error {
  readonly reason: CannotStartReason

  constructor(reason: CannotStartReason, message: string) {
    super(message)
    this.name = 'CannotStart'
    this.reason = reason
  }
}

const signs: readonly { pattern: RegExp; reason: CannotStartReason; says: (folder: string) => string }[] = [
  {
    pattern: /No space left on device|ENOSPC|Disk quota exceeded/i,
    reason: 'disk full',
    says: (folder) => `The disk that holds ${folder} is full: make room and start again.`,
  },
  {
    pattern: /database files are incompatible with server/i,
    reason: 'other version',
    says: (folder) =>
      `The data in ${folder} was written by another version of PostgreSQL: restore a backup into an empty folder, or use the version that wrote it.`,
  },
  {
    pattern: /permission denied|EACCES|EPERM|EROFS|read-only file system|has invalid permissions|wrong ownership/i,
    reason: 'permission',
    says: (folder) =>
      `The database in ${folder} may not be read or written by this user: give the folder to the user who starts Tessellate, or set DATA_DIR.`,
  },
]

/** The failure that the words of PostgreSQL or of the operating system point to; null when they say nothing final. */
export const finalFailure = (words: string, folder: string): CannotStart | null => {
  const sign = signs.find(({ pattern }) => pattern.test(words))
  return sign ? new CannotStart(sign.reason, sign.says(folder)) : null
}

/** As `finalFailure`, but always a failure: with the last telling line when nothing better is known. */
export const failureFrom = (words: string, folder: string): CannotStart => {
  const lines = words.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'it gave no reason'
  return (
    finalFailure(words, folder) ??
    new CannotStart('unknown', `The embedded PostgreSQL in ${folder} did not start: ${telling.trim()}`)
  )
}
