import type { GroupToFill } from '../../instance.ts'
import { weights } from '../../weights.ts'
import { type Choice, type Choices, columnsOf } from '../choices.ts'
import { addColumn, addRow } from '../draft.ts'

const needsMore = (group: GroupToFill): boolean => group.isNew || group.organisationsTaken < group.minimum

const tie = ({ draft }: Choices, group: GroupToFill, choices: readonly Choice[]): number => {
  const runs = addColumn(draft, { cost: group.isNew ? weights.opening : 0, whole: true })
  const least = Math.max(1, group.minimum - group.organisationsTaken)
  addRow(draft, [...columnsOf(choices), [runs, -least]], { least: 0 })
  addRow(draft, [...columnsOf(choices), [runs, -group.organisationsLeft]], { most: 0 })
  return runs
}

// Groups that would open at one place are alike: the first opens first, so that nothing is tried twice over.
const placeOf = (group: GroupToFill): string => `${group.offerId} ${group.id.replace(/-\d+$/, '')}`

/** A group runs with its minimum or not at all; of those that may be opened, no more are than the hub allows. */
export const running = (choices: Choices): void => {
  const { draft, instance, into } = choices
  const opened: { readonly place: string; readonly runs: number }[] = []
  for (const group of instance.groups.filter(needsMore)) {
    const own = into.get(group.id)
    if (!own) continue
    const runs = tie(choices, group, own)
    if (group.isNew) opened.push({ place: placeOf(group), runs })
  }
  if (opened.length === 0) return
  addRow(
    draft,
    opened.map(({ runs }) => [runs, 1] as const),
    { most: instance.rules.opening },
  )
  for (const alike of Map.groupBy(opened, ({ place }) => place).values())
    for (const [at, next] of alike.slice(1).entries())
      addRow(
        draft,
        [
          [alike[at]?.runs ?? 0, 1],
          [next.runs, -1],
        ],
        { least: 0 },
      )
}
