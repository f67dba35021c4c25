import type { Basis, Holding } from '../personal-fields/index.ts'
import { holdings } from '../personal-fields/index.ts'
import { keptFor } from '../retention/index.ts'

/** One line of the privacy notice: what is kept, why, who sees it, how long. */
export type NoticeLine = {
  readonly what: string
  readonly fields: string
  readonly why: string
  readonly basis: Basis
  readonly whoSees: string
  readonly howLong: string
}

const shownFields = ({ fields }: Holding): string =>
  [
    ...new Set(
      Object.values(fields)
        .filter(({ isWithheld, erasure, names }) => !isWithheld && (names || erasure !== 'keep'))
        .map(({ called }) => called.toLowerCase()),
    ),
  ].join(', ')

/** The lines of the notice that say what somebody gives or others note of them; what each person did is one line at the end. */
export const noticeLines = (months: ReadonlyMap<string, number>): readonly NoticeLine[] => {
  const told = holdings.filter((holding) => shownFields(holding) !== '')
  const deeds: NoticeLine = {
    what: 'What you decided or did for others',
    fields: 'that it was you, and when',
    why: 'To know who did what',
    basis: 'public task',
    whoSees: 'those who may see the record',
    howLong: keptFor('person', months),
  }
  return [
    ...told.map((holding) => ({
      what: holding.called,
      fields: shownFields(holding),
      why: holding.purpose,
      basis: holding.basis,
      whoSees: holding.seenBy,
      howLong: keptFor(holding.rule, months),
    })),
    deeds,
  ]
}
