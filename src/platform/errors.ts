export type { Typed } from '../vocabulary/form.ts'

/** Not there, or not for this person to know of: 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** May be seen but not done by this person: 403. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** The rules of the field say no; the sentence is for people: 409. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Somebody else changed it in the meantime; the sentence says what to do: 409. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** Tried too often: 429, with the seconds until it may be tried again. */
export class TooMany extends Error {
  override readonly name = 'TooMany'
  readonly seconds: number
  constructor(seconds: number, sentence = 'Wait a few minutes, then try again.') {
    super(sentence)
    this.seconds = seconds
  }
}

/** Gives what was found, or says that it is not there for this person. */
export const found = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new NotFound('Not found')
  return value
}
