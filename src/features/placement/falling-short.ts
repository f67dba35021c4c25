import { Conflict } from '../../platform/errors.ts'
import type { GroupToFill } from '../placement-solving/index.ts'

/** What is done with a group that would stay under what it needs: its places are offered all the same, or nobody is put into it. */
export type ShortChoice = 'fewer' | 'without'
export type ShortChoices = ReadonlyMap<string, ShortChoice>

type Placed = { readonly interestId: string; readonly groupId: string }

/** A group that would have fewer than it needs to run, and who of its proposal cannot be put into it any more. */
export type FallingShort = {
  readonly groupId: string
  readonly name: string
  readonly would: number
  readonly needs: number
  readonly missing: readonly string[]
}

/** The name of the field that says what is done with a group that would stay under what it needs. */
export const fieldOfShort = (groupId: string): string => `short-${groupId}`

/** Groups would stay under what they need, and whoever accepts has to say first what is done with them: nothing is done before. */
export class TooFew extends Conflict {
  readonly short: readonly FallingShort[]
  constructor(short: readonly FallingShort[]) {
    super(
      `${short.map(({ name }) => name).join(', ')} would have too few to run. Say what is to be done, then accept again.`,
    )
    this.short = short
  }
}

/**
 * The groups of a proposal that would stay under their minimum, because some who were placed in them cannot be any more. A group
 * into which nobody goes stays as it is; one that would be opened for nobody falls short.
 */
export const fallingShort = (
  groups: readonly Pick<GroupToFill, 'id' | 'name' | 'organisationsTaken' | 'minimum' | 'isNew'>[],
  placed: readonly Placed[],
  isAble: (interestId: string) => boolean,
): readonly FallingShort[] => {
  const byGroup = Map.groupBy(placed, ({ groupId }) => groupId)
  return groups.flatMap(({ id, name, organisationsTaken, minimum, isNew }) => {
    const own = byGroup.get(id) ?? []
    const joining = own.filter(({ interestId }) => isAble(interestId)).length
    const would = organisationsTaken + joining
    if (own.length === 0 || would >= minimum || (joining === 0 && !isNew)) return []
    const missing = own.filter(({ interestId }) => !isAble(interestId)).map(({ interestId }) => interestId)
    return [{ groupId: id, name, would, needs: minimum, missing }]
  })
}

/** Of these, the ones about which whoever accepts has not yet said what is to be done. */
export const undecided = (short: readonly FallingShort[], choices: ShortChoices): readonly FallingShort[] =>
  short.filter(({ groupId }) => !choices.has(groupId))
