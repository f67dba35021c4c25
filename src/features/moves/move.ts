export type Decision = 'stays' | 'moves' | 'ends'

/** What somebody takes part in for the organisation they left, as far as the decision goes. */
export type Participation = {
  readonly participantId: string
  readonly placeId: string
  readonly groupId: string
  readonly group: string
  readonly project: string
  readonly unit: 'organisation' | 'person'
  readonly placeStatus: 'offered' | 'held'
  /** For how many people the place is, and how many others are named for it. */
  readonly peopleCount: number
  readonly others: number
  readonly comingDates: number
  readonly room: { readonly organisations: number; readonly people: number }
  /** The place that the new organisation has in the project already. */
  readonly target: {
    readonly placeId: string
    readonly groupId: string
    readonly group: string
    readonly free: number
  } | null
}

export type MoveNamed = { readonly person: string; readonly from: string; readonly to: string | null }
export type Choice = {
  readonly decision: Decision
  readonly label: string
  /** What it will do, said before it is done. */
  readonly effect: string
  /** Why it cannot be chosen, or null. */
  readonly refusal: string | null
}

const dates = (count: number): string => (count === 1 ? 'the coming date' : `the ${count} coming dates`)

const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`)

const staying = (move: MoveNamed, { comingDates, peopleCount, others }: Participation): Choice => ({
  decision: 'stays',
  label: `The place stays with ${move.from}`,
  effect: [
    `${move.person} leaves the group today${comingDates > 0 ? `, and ${dates(comingDates)} are taken out of their calendar` : ''}.`,
    `${move.from} keeps its place for ${people(peopleCount)}; ${others === 0 ? 'nobody is named for it then' : `${people(others)} ${others === 1 ? 'stays' : 'stay'} named`}.`,
    'You can name who follows: they are sent the dates.',
  ].join(' '),
  refusal: null,
})

const refusalToMove = ({ placeStatus, target, room, others, group }: Participation): string | null => {
  if (placeStatus === 'offered') return 'The place is only offered: wait until it is answered.'
  if (target)
    return target.free > 0 || room.people > 0 ? null : `There is no room for another person in ${target.group}.`
  // Nobody is left at the place before: its room can go along.
  if (others > 0 && room.organisations <= 0)
    return `${group} has no room for a place of another school: give the group more room first.`
  return null
}

const moving = (move: MoveNamed & { readonly to: string }, participation: Participation): Choice => {
  const { unit, target, group, comingDates } = participation
  const label = `${move.person} goes on for ${move.to}`
  if (unit === 'person') {
    const effect = `The place is ${move.person}’s own: it counts for ${move.to} from today. The dates stay as they are.`
    return { decision: 'moves', label, effect, refusal: null }
  }
  const where = target
    ? `${move.to} has a place in ${target.group} already: ${move.person} takes part under it.`
    : `${move.to} gets a place of its own in ${group}, for one person.`
  const change =
    target && target.groupId !== participation.groupId
      ? `The dates of ${group} are called off for them, and those of ${target.group} sent.`
      : comingDates > 0
        ? `${dates(comingDates)[0]?.toUpperCase()}${dates(comingDates).slice(1)} stay in their calendar.`
        : 'No date changes.'
  return { decision: 'moves', label, effect: `${where} ${change}`, refusal: refusalToMove(participation) }
}

const ending = ({ unit, others, group }: Participation): Choice | null =>
  unit === 'person' || others === 0
    ? {
        decision: 'ends',
        label: 'The place ends',
        effect: `Its room in ${group} is free at once. What was taken part in stays on record. If it came of a request, the next on the waiting list is offered it.`,
        refusal: null,
      }
    : null

/** What can be decided, with its effect said before. */
export const choicesFor = (move: MoveNamed, participation: Participation): readonly Choice[] => {
  const { to } = move
  const choices = [
    participation.unit === 'organisation' ? staying(move, participation) : null,
    to === null ? null : moving({ ...move, to }, participation),
    ending(participation),
  ]
  return choices.filter((choice) => choice !== null)
}
