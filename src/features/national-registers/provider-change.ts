import type { IttPhase, ProviderRow } from './provider-row.ts'

/** What is known of a body that a row may mean. */
export type KnownProvider = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly ukprn: string | null
  readonly providerCode: string | null
  readonly urn: number | null
  readonly ittKind: string | null
  readonly ittPhases: readonly string[]
  readonly street: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly authorityCode: string | null
  readonly website: string | null
  readonly telephone: string | null
  readonly accredited: boolean
}

/** What of a body changes, by column, with what was before and what is after. */
export type ProviderChange = Readonly<
  Record<string, readonly [before: string | readonly string[] | null, after: string | readonly string[] | null]>
>

/** The known bodies that the signs of a row name: none, one, or several that should be one. */
export const meantBy = (row: ProviderRow, known: readonly KnownProvider[]): readonly KnownProvider[] =>
  known.filter(
    (each) =>
      (row.ukprn !== null && each.ukprn === row.ukprn) ||
      (row.code !== null && each.providerCode === row.code) ||
      (row.urn !== null && each.urn === row.urn),
  )

const asOrdered = (phases: readonly string[]): readonly string[] => phases.toSorted()

const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after)

/**
 * What a row changes of a body. A school keeps the name and address that the schools register gives it; what the row leaves
 * empty stays as it is.
 */
export const changeBy = (row: ProviderRow, known: KnownProvider, authorities: ReadonlySet<string>): ProviderChange => {
  const authority = row.authority !== null && authorities.has(row.authority) ? row.authority : null
  const own: readonly (readonly [string, string | null, string | null])[] =
    known.kind === 'school'
      ? []
      : [
          ['name', known.name, row.name],
          ['ukprn', known.ukprn, row.ukprn],
          ['street', known.street, row.street],
          ['town', known.town, row.town],
          ['postcode', known.postcode, row.postcode],
          ['authority_code', known.authorityCode, authority],
          ['website', known.website, row.website],
          ['telephone', known.telephone, row.telephone],
        ]
  const phases: readonly IttPhase[] | null = row.phases
  const all: readonly (readonly [string, string | readonly string[] | null, string | readonly string[] | null])[] = [
    ...own,
    ['provider_code', known.providerCode, row.code],
    ['itt_kind', known.ittKind, row.kind],
    ['itt_phases', asOrdered(known.ittPhases), phases && asOrdered(phases)],
  ]
  return Object.fromEntries(
    all
      .filter(([, before, after]) => after !== null && !isSame(before, after))
      .map(([column, before, after]) => [column, [before, after]]),
  )
}

/** Whether a row says that a provider is accredited on a day; null when it does not say. */
export const isAccreditedOn = (
  { accredited, from, until }: Pick<ProviderRow, 'accredited' | 'from' | 'until'>,
  today: Temporal.PlainDate,
): boolean | null => {
  if (until !== null && Temporal.PlainDate.compare(until, today) < 0) return false
  if (accredited !== null) return accredited
  return from === null && until === null ? null : true
}
