/** A school of a group as far as hosting goes. */
export type School = {
  readonly id: string
  readonly name: string
  readonly isWilling: boolean
  /** How many people it has room for; null where it has not said. */
  readonly room: number | null
  /** How many sessions of this group it hosted in earlier years. */
  readonly before: number
  /** How far the others travel to it, in metres altogether; null where it is not known where they lie. */
  readonly travel: number | null
  /** How many minutes they travel to it altogether, where the hub's table tells of every one of them. */
  readonly minutes: number | null
  /** Whether a lead of the group works there. */
  readonly isLeads: boolean
}

/** A session of a group: who hosts it, or who was asked and said no. */
export type Meeting = {
  readonly id: string
  readonly number: number
  readonly host: string | null
  readonly declinedBy: readonly string[]
}

export type Turn = { readonly meetingId: string; readonly schoolId: string | null; readonly why: string }

/** Why a school cannot be asked to host so many people; null where it can. */
export const hostRefusal = ({ isWilling, room }: School, people: number): string | null => {
  if (!isWilling) return 'would rather not'
  return room !== null && room < people ? `has room for ${room}, and ${people} come` : null
}

const turnOf = (times: number, before: number): string => {
  if (times === 0 && before === 0) return 'it has not hosted yet'
  if (times === 0) return `it has not hosted this year, and ${before === 1 ? 'once' : `${before} times`} before`
  return `it has hosted ${times === 1 ? 'once' : `${times} times`} this year, no more often than the others`
}

type Counted = { readonly school: School; readonly times: number }

// Who has hosted least this year; of those, least in earlier years; then whom the others reach soonest; then by name.
const fairest =
  (travelTo: (school: School) => number | null) =>
  (one: Counted, other: Counted): number =>
    one.times - other.times ||
    one.school.before - other.school.before ||
    (travelTo(one.school) ?? Number.MAX_SAFE_INTEGER) - (travelTo(other.school) ?? Number.MAX_SAFE_INTEGER) ||
    one.school.name.localeCompare(other.school.name)

/** Whether the minutes of the hub's table decide who is reached soonest: only where it tells of every school, else the straight line does for all. */
export const goesByMinutes = (schools: readonly School[]): boolean =>
  schools.length > 1 && schools.every(({ minutes }) => minutes !== null)

/**
 * Who hosts the sessions that have no host yet: the first of all at the lead's school, the others in turn. Nobody hosts twice
 * before everybody who is willing and has room hosted once. Sessions that have a host keep it, so that a refusal moves only its own.
 */
export const rotaFor = (meetings: readonly Meeting[], schools: readonly School[], people: number): readonly Turn[] => {
  const times = new Map(schools.map(({ id }) => [id, meetings.filter(({ host }) => host === id).length]))
  const turns: Turn[] = []
  const soonest = fairest(goesByMinutes(schools) ? ({ minutes }) => minutes : ({ travel }) => travel)
  for (const [at, { id, host, declinedBy }] of meetings.entries()) {
    if (host !== null) continue
    const can = schools.filter((school) => hostRefusal(school, people) === null && !declinedBy.includes(school.id))
    const leads = at === 0 ? can.find(({ isLeads }) => isLeads) : undefined
    const next =
      leads ?? can.map((school) => ({ school, times: times.get(school.id) ?? 0 })).toSorted(soonest)[0]?.school
    if (!next) {
      turns.push({ meetingId: id, schoolId: null, why: 'No school that is willing and has room is left to ask.' })
      continue
    }
    const had = times.get(next.id) ?? 0
    turns.push({
      meetingId: id,
      schoolId: next.id,
      why: leads ? 'The first session is at the lead’s school.' : `It is its turn: ${turnOf(had, next.before)}.`,
    })
    times.set(next.id, had + 1)
  }
  return turns
}
