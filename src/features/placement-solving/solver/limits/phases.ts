import type { GroupToFill } from '../../instance.ts'
import { type Choice, type Choices, columnsOf } from '../choices.ts'
import { addColumn, addRow } from '../draft.ts'

const byPhase = (choices: readonly Choice[]): ReadonlyMap<string | null, readonly Choice[]> =>
  Map.groupBy(choices, ({ applicant }) => applicant.phase)

const onePhase = ({ draft }: Choices, own: readonly Choice[]): void => {
  const phases = [...byPhase(own)].filter(([phase]) => phase !== null)
  if (phases.length < 2) return
  const chosen = phases.map(([, choices]) => {
    const is = addColumn(draft, { whole: true })
    addRow(draft, [...columnsOf(choices), [is, -choices.length]], { most: 0 })
    return is
  })
  addRow(
    draft,
    chosen.map((is) => [is, 1] as const),
    { most: 1 },
  )
}

const fewOfAPhase = ({ draft, instance }: Choices, group: GroupToFill, own: readonly Choice[]): void => {
  for (const [phase, some] of byPhase(own)) {
    if (phase === null) continue
    addRow(draft, columnsOf(some), { most: Math.max(0, instance.rules.mostOfAPhase - (group.phasesTaken[phase] ?? 0)) })
  }
}

/** All schools of a group teach the same phase, or no more than so many of a group do. Who has no phase counts for none. */
export const phases = (choices: Choices): void => {
  const { rules, groups } = choices.instance
  if (rules.phases === 'any') return
  for (const group of groups) {
    const own = choices.into.get(group.id) ?? []
    if (rules.phases === 'one') onePhase(choices, own)
    else fewOfAPhase(choices, group, own)
  }
}
