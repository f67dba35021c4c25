import type { Reader } from '../../platform/database/index.ts'
import { historyOf } from '../../platform/history.ts'
import { hashOf } from '../../platform/secrets.ts'
import { changeInWords, isChangeOfRequest } from '../place-offers/index.ts'
import type { GroupToFill, Instance } from '../placement-solving/index.ts'
import type { Pin } from './asked.ts'
import type { ProposalSeen } from './run-queries.ts'

type Placed = { readonly interestId: string; readonly groupId: string }

/** What a proposal rests on: who goes where, who of them still asks and for how many, the room of the groups, what is settled by hand. */
export type RestsOn = { readonly placed: readonly Placed[]; readonly instance: Instance; readonly pins: readonly Pin[] }

const short = (value: unknown): string => hashOf(JSON.stringify(value)).toString('base64url').slice(0, 6)
// Two in ten thousand hardly ever have the same five letters, and three tell what it was from what it is: all of it is told apart by six.
const [keyLetters, partLetters] = [5, 3]

const ofGroup = (group: GroupToFill): string =>
  short([group.organisationsTaken, group.organisationsLeft, group.peopleLeft, group.minimum, group.venueId])

/** A few letters for each that is placed, each group, and what is settled: they are others when anything about it is. */
const partsOf = ({ placed, instance, pins }: RestsOn): ReadonlyMap<string, string> => {
  const asking = new Map(instance.applicants.map((applicant) => [applicant.id, applicant]))
  const groups = new Map(instance.groups.map((group) => [group.id, group]))
  const used = [...new Set(placed.map(({ groupId }) => groupId))].flatMap((id) => groups.get(id) ?? [])
  return new Map([
    ...placed.map(({ interestId, groupId }): [string, string] => {
      const applicant = asking.get(interestId)
      const facts = applicant && [applicant.people, applicant.travelLimitMiles, applicant.minutes[groupId]]
      return [interestId, short([groupId, facts ?? 'gone', applicant?.clashes.includes(groupId)])]
    }),
    ...used.map((group): [string, string] => [group.id, ofGroup(group)]),
    ['settled', short(pins.map((pin) => JSON.stringify({ ...pin, id: null })).toSorted())],
  ])
}

const keyOf = (id: string): string => short(id).slice(0, keyLetters)
const toldApart = (part: string): string => part.slice(0, partLetters)

const written = (rests: RestsOn): { whole: string; parts: string } => {
  const parts = [...partsOf(rests)]
  return {
    whole: short(parts.map(([id, part]) => `${id}${part}`).toSorted()),
    parts: parts
      .map(([id, part]) => `${keyOf(id)}${toldApart(part)}`)
      .toSorted()
      .join(''),
  }
}

/** The mark of what somebody sees who is about to accept a proposal: what all of it rests on. */
export const markOf = (rests: RestsOn): string => {
  const { whole, parts } = written(rests)
  return `${whole}.${parts}`
}

/** Whether a proposal still rests on what was seen of it. */
export const isAsSeen = (seen: string, rests: RestsOn): boolean => seen.split('.')[0] === written(rests).whole

const eachPart = new RegExp(`.{${keyLetters + partLetters}}`, 'g')
const seenParts = (seen: string): ReadonlyMap<string, string> =>
  new Map(
    (seen.split('.')[1]?.match(eachPart) ?? []).map((each) => [each.slice(0, keyLetters), each.slice(keyLetters)]),
  )

type Since = RestsOn & { readonly seen: string; readonly proposals: readonly ProposalSeen[] }

const whatOfRequest = async (
  db: Reader,
  { groupId, interestId }: ProposalSeen,
  { instance }: RestsOn,
): Promise<string> => {
  if (!instance.applicants.some(({ id }) => id === interestId)) {
    const last = (await historyOf(db, { type: 'interest', id: interestId })).find(isChangeOfRequest)
    return last ? `: ${changeInWords(last)}` : ' asks no more'
  }
  const group = instance.groups.find(({ id }) => id === groupId)
  return group ? ` is placed in ${group.name}, or asks otherwise than it did` : ' is left out now'
}

const ofRoom = ({ name, organisationsLeft, peopleLeft, minimum }: GroupToFill): string =>
  `${name}: its room, its minimum or its venue has changed. There is room for ${organisationsLeft} more, and for ${peopleLeft} more people; it needs ${minimum} to run.`

const mostTold = 30

const more = (number: number, one: string, many: string): readonly string[] =>
  number > mostTold ? [`And ${number - mostTold} more ${number - mostTold === 1 ? one : many} changed.`] : []

/** What has changed of a proposal, or of what it rests on, since it was seen: in sentences, the first of them and how many more. */
export const changesSince = async (db: Reader, since: Since): Promise<readonly string[]> => {
  const [before, now] = [seenParts(since.seen), partsOf(since)]
  const isOther = (id: string): boolean => {
    const part = now.get(id)
    return before.get(keyOf(id)) !== (part === undefined ? part : toldApart(part))
  }
  if (before.size === 0) return ['What was seen of it cannot be read: look at all of it.']
  const requests = since.proposals.filter(({ interestId }) => isOther(interestId))
  const groups = since.instance.groups.filter(({ id }) => now.has(id) && isOther(id))
  const told: string[] = []
  for (const proposal of requests.slice(0, mostTold))
    told.push(`${proposal.organisation}${await whatOfRequest(db, proposal, since)}.`)
  return [
    ...told,
    ...more(requests.length, 'request has', 'requests have'),
    ...groups.slice(0, mostTold).map(ofRoom),
    ...more(groups.length, 'group has', 'groups have'),
    ...(isOther('settled') ? ['What is settled by hand has changed.'] : []),
  ]
}
