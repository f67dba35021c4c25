import { type Choices, columnsOf } from '../choices.ts'
import { addRow } from '../draft.ts'

/** Everybody is placed once at most, or exactly there where it was put by hand. */
export const placedOnce = ({ draft, instance, of }: Choices): void => {
  const pinned = new Set(instance.rules.pins.flatMap((pin) => (pin.groupId === null ? [] : [pin.applicantId])))
  for (const [id, choices] of of) addRow(draft, columnsOf(choices), { least: pinned.has(id) ? 1 : 0, most: 1 })
}

/** Who asked through several offers of a project takes one place in it. */
export const onePlaceEach = ({ draft, instance, of }: Choices): void => {
  for (const own of Map.groupBy(instance.applicants, (applicant) => applicant.unit).values())
    if (own.length > 1)
      addRow(
        draft,
        own.flatMap(({ id }) => columnsOf(of.get(id))),
        { most: 1 },
      )
}

/** A group holds no more organisations and no more people than it has room for. */
export const room = ({ draft, instance, into }: Choices): void => {
  for (const group of instance.groups) {
    const choices = into.get(group.id)
    if (!choices) continue
    addRow(draft, columnsOf(choices), { most: group.organisationsLeft })
    addRow(
      draft,
      choices.map(({ column, applicant }) => [column, applicant.people] as const),
      {
        most: group.peopleLeft,
      },
    )
  }
}
