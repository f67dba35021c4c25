import { formatDate } from '../../vocabulary/local-time.ts'
import { isSchoolPhase, schoolPhaseLabels } from '../../vocabulary/school-phases.ts'
import { type OrganisationStatus, statusOf } from '../organisations/index.ts'
import { ittKindLabels, ittPhaseLabels } from './provider-row.ts'
import type { ChangeKind } from './register-import.ts'

/** What was said before and after, by fact. */
export type Changed = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

/** Something that became different of an organisation. */
export type ChangeSeen = {
  readonly id: number
  readonly organisationId: string
  readonly name: string
  readonly urn: number | null
  readonly kind: ChangeKind
  readonly changed: Changed
  readonly heldOn: Temporal.PlainDate
}

const labelled = (labels: Readonly<Record<string, string>>, value: string): string => labels[value] ?? value

const dayInWords = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(Temporal.PlainDate.from(value)) : value

const wordsFor: Readonly<Record<string, (value: string) => string>> = {
  status: (value) => statusOf({ status: value as OrganisationStatus }),
  phase: (value) => (isSchoolPhase(value) ? schoolPhaseLabels[value] : value),
  opened_on: dayInWords,
  closed_on: dayInWords,
  itt_kind: (value) => labelled(ittKindLabels, value),
}

const several = (fact: string, values: readonly unknown[]): string =>
  values
    .map((value) =>
      typeof value === 'object' && value !== null && 'name' in value
        ? `${(value as { name: string }).name} (${(value as { urn?: number }).urn})`
        : fact === 'itt_phases'
          ? labelled(ittPhaseLabels, String(value))
          : String(value),
    )
    .join(', ')

/** What a register said of a fact, for people. */
export const inWords = (fact: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'not said'
  if (Array.isArray(value)) return several(fact, value) || 'none'
  return (wordsFor[fact] ?? ((text: string) => text))(String(value))
}
