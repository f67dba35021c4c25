import { type Choices, columnsOf } from '../choices.ts'
import { addRow, type Term } from '../draft.ts'

const termsIn = ({ of }: Choices, id: string, groupId: string, value: number): readonly Term[] =>
  columnsOf(
    of.get(id)?.filter(({ group }) => group.id === groupId),
    value,
  )

const sameGroup = (choices: Choices, one: string, other: string): void => {
  for (const { id } of choices.instance.groups) {
    const terms = [...termsIn(choices, one, id, 1), ...termsIn(choices, other, id, -1)]
    if (terms.length > 0) addRow(choices.draft, terms, { least: 0, most: 0 })
  }
}

/** Those who are kept together are all in one group, or all left out; who asks no more is kept with nobody. */
export const together = (choices: Choices): void => {
  const { applicants, rules } = choices.instance
  const asking = new Set(applicants.map(({ id }) => id))
  for (const ids of rules.together) {
    const [first, ...others] = ids.filter((id) => asking.has(id))
    for (const other of others) sameGroup(choices, first ?? other, other)
  }
}

/** Of those who are kept apart, a group takes one. */
export const apart = (choices: Choices): void => {
  const { draft, instance } = choices
  for (const ids of instance.rules.apart)
    for (const group of instance.groups) {
      const terms = ids.flatMap((id) => termsIn(choices, id, group.id, 1))
      if (terms.length > 1) addRow(draft, terms, { most: 1 })
    }
}
