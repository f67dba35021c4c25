/** Somebody who is expected at a session that is still to come. */
export type Expected = {
  readonly sessionId: string
  readonly minutes: number
  readonly personId: string
  readonly organisationId: string
}
export type ToCome = { readonly sessions: number; readonly minutes: number }

/** The sessions that some of these people are expected at, each once. */
export const toComeOf = (expected: readonly Pick<Expected, 'sessionId' | 'minutes'>[]): ToCome => {
  const lengths = new Map(expected.map(({ sessionId, minutes }) => [sessionId, minutes]))
  return { sessions: lengths.size, minutes: [...lengths.values()].reduce((sum, minutes) => sum + minutes, 0) }
}
