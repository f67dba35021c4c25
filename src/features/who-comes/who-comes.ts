/** As what somebody states who comes. */
export type As = 'hub' | 'lead' | 'school' | 'person'

/** One person of a place at one session. */
export type AtSession = {
  readonly participantId: string
  readonly part: string
  /** Whether they come where nobody states otherwise. */
  readonly byItself: boolean
  readonly comes: boolean
  readonly insteadOfId: string | null
}

export type Said = { readonly sessionId: string; readonly participantId: string; readonly comes: boolean }

/** What is asked of a school that would come with fewer than are expected: that is notice, and follows the policy it agreed to. */
export const noticeInstead =
  'To come with fewer people, give notice under “Cancel sessions”: what follows is shown there first.'

export const samePeopleInstead =
  'This project keeps the same people all year, so nobody comes in the place of another. Give notice instead. Where somebody has left for good, their school asks the hub for an exception under “Who follows”.'

const those = (people: readonly AtSession[]): number => people.filter(({ comes }) => comes).length

const stays = (people: readonly AtSession[], participantId: string): boolean =>
  people.some((each) => each.participantId === participantId && each.comes)

/** Why the people of a place may not come to a session so; null when they may. The hub and the leads decide for themselves who is expected. */
export const refusalOf = (
  { as, samePeople, peopleCount }: { readonly as: As; readonly samePeople: boolean; readonly peopleCount: number },
  before: readonly AtSession[],
  after: readonly AtSession[],
): string | null => {
  if (those(after) > peopleCount && those(after) > those(before))
    return `The place is for ${peopleCount === 1 ? 'one person' : `${peopleCount} people`}, and ${those(after)} would come. Choose who comes, or ask the hub for more room.`
  if (as === 'hub' || as === 'lead') return null
  const usual = before.filter(({ byItself, comes }) => byItself && comes)
  if (samePeople && usual.some(({ participantId }) => !stays(after, participantId))) return samePeopleInstead
  return usual.length > 0 && those(after) < Math.min(those(before), usual.length) ? noticeInstead : null
}

/** The people of a place at a session as they would be after what is said of it. */
export const afterSaying = (people: readonly AtSession[], said: readonly Said[]): readonly AtSession[] =>
  people.map((each) => {
    const own = said.find(({ participantId }) => participantId === each.participantId)
    return own ? { ...each, comes: own.comes } : each
  })
