import { weightOfFilling } from '../../weights.ts'
import { type Choices, columnsOf } from '../choices.ts'
import { addColumn, addRow } from '../draft.ts'

/** Each further organisation in a group takes the next, dearer step, so that groups fill evenly. */
export const balance = ({ draft, instance, into }: Choices): void => {
  for (const group of instance.groups) {
    const choices = into.get(group.id)
    if (!choices) continue
    const steps = Array.from({ length: Math.min(group.organisationsLeft, choices.length) }, (_, step) =>
      addColumn(draft, { cost: weightOfFilling(group.organisationsTaken + step) }),
    )
    addRow(draft, [...columnsOf(choices), ...steps.map((step) => [step, -1] as const)], { least: 0, most: 0 })
  }
}
