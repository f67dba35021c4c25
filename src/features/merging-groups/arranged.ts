/** So long it can be taken back that one group becomes part of another. */
export const minutesToTakeBack = 10

export type ArrangedStatus = 'arranged' | 'done' | 'taken_back' | 'not_done'

/** That one group becomes part of another, as it was arranged and what came of it. */
export type Arranged = {
  readonly id: string
  readonly fromId: string
  readonly from: string
  readonly intoId: string
  readonly into: string
  readonly status: ArrangedStatus
  readonly reason: string
  readonly leadsJoin: boolean
  readonly addsRoom: boolean
  readonly byPersonId: string | null
  readonly dueAt: Temporal.Instant
  readonly whyNot: string | null
}

/** Why it cannot be arranged because of what is arranged already; null when it can. */
export const arrangingRefusal = (
  { from, into }: { readonly from: Arranged | null; readonly into: Arranged | null },
  intoId: string,
): string | null => {
  if (from && from.intoId !== intoId)
    return `${from.from} is about to become part of ${from.into}: take that back first.`
  if (into) return `${into.from} is itself about to become part of ${into.into}.`
  return null
}
