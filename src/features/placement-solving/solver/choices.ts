import { type Applicant, type GroupToFill, type Instance, inOneOrder } from '../instance.ts'
import { type Pair, possiblePairs } from '../pairs.ts'
import { weightOfLeavingOut } from '../weights.ts'
import { addColumn, type Draft } from './draft.ts'

/** A choice of the model: this applicant goes to this group. */
export type Choice = Pair & { readonly column: number; readonly applicant: Applicant; readonly group: GroupToFill }

/** The choices there are, by who goes and where to; what every kind of limit is made of. */
export type Choices = {
  readonly draft: Draft
  readonly instance: Instance
  readonly all: readonly Choice[]
  readonly of: ReadonlyMap<string, readonly Choice[]>
  readonly into: ReadonlyMap<string, readonly Choice[]>
}

/** A yes-or-no column for each applicant and each group it could go to. Being placed saves the weight of being left out. */
export const choicesOf = (draft: Draft, given: Instance): Choices => {
  const instance = inOneOrder(given)
  const { applicants, groups } = instance
  const all = possiblePairs(instance).flatMap((pair): Choice[] => {
    const [applicant, group] = [applicants[pair.a], groups[pair.g]]
    if (!applicant || !group) return []
    const cost = pair.weight - weightOfLeavingOut(pair.a, applicants.length)
    return [{ ...pair, applicant, group, column: addColumn(draft, { cost, whole: true }) }]
  })
  return {
    draft,
    instance,
    all,
    of: Map.groupBy(all, (choice) => choice.applicant.id),
    into: Map.groupBy(all, (choice) => choice.group.id),
  }
}

export const columnsOf = (choices: readonly Choice[] | undefined, value = 1): readonly (readonly [number, number])[] =>
  (choices ?? []).map(({ column }) => [column, value])
