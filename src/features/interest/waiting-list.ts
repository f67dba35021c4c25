/** Somebody on the waiting list of an offer, as far as taking turns is concerned. */
export type InLine = {
  readonly id: string
  readonly waitingSince: Temporal.Instant
  readonly people: number
  readonly themeId: string | null
}

export type FreeRoom = {
  readonly organisations: number
  readonly people: number
  readonly themeId: string | null
}

/** Who has waited longest comes first; of two since the same moment, the one whose id was made first (domain rule 3). */
export const inTurn = <Waiting extends InLine>(line: readonly Waiting[]): readonly Waiting[] =>
  line.toSorted(
    (one, other) =>
      Temporal.Instant.compare(one.waitingSince, other.waitingSince) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  )

/** Why somebody in line is passed over for a place, or null when it suits: one that brings two is never offered room for one. */
export const whyPassedOver = (waiting: Pick<InLine, 'people' | 'themeId'>, room: FreeRoom): string | null => {
  if (room.organisations < 1) return 'The group has no place free.'
  if (waiting.people > room.people)
    return `Brings ${waiting.people} people; the group has room for ${room.people} more.`
  if (room.themeId !== null && waiting.themeId !== null && waiting.themeId !== room.themeId)
    return 'Asked for another theme than the group’s.'
  return null
}

export type Turn<Waiting> = {
  readonly next: Waiting | null
  readonly passedOver: readonly { readonly waiting: Waiting; readonly why: string }[]
}

/** Whose turn it is: the first in line whom the room suits, and who was passed over before, with why. */
export const turnOf = <Waiting extends InLine>(line: readonly Waiting[], room: FreeRoom): Turn<Waiting> => {
  const order = inTurn(line)
  const at = order.findIndex((waiting) => whyPassedOver(waiting, room) === null)
  const before = at === -1 ? order : order.slice(0, at)
  return {
    next: order[at] ?? null,
    passedOver: before.map((waiting) => ({ waiting, why: whyPassedOver(waiting, room) ?? '' })),
  }
}
