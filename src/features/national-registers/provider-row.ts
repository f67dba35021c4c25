import { type AcademicYear, parseAcademicYear } from '../../vocabulary/academic-year.ts'
import { parsePostcode } from '../../vocabulary/postcode.ts'
import { parseDate } from '../../vocabulary/typed-date.ts'
import { parseUkprn } from '../../vocabulary/ukprn.ts'
import { parseUrn } from '../../vocabulary/urn.ts'

export const ittKinds = ['hei', 'scitt', 'lead_school'] as const
export type IttKind = (typeof ittKinds)[number]
export const ittKindLabels: Readonly<Record<IttKind, string>> = {
  hei: 'Higher education institution',
  scitt: 'School-centred initial teacher training (SCITT)',
  lead_school: 'Lead school',
}

export const ittPhases = ['eyts', 'qts_primary', 'qts_secondary', 'post_16'] as const
export type IttPhase = (typeof ittPhases)[number]
export const ittPhaseLabels: Readonly<Record<IttPhase, string>> = {
  eyts: 'Early years (EYTS)',
  qts_primary: 'Primary (QTS)',
  qts_secondary: 'Secondary (QTS)',
  post_16: 'Post-16',
}

/** The columns of a providers file. Any may be left out but the name, the type and one that tells providers apart. */
export const providerColumns = {
  ukprn: 'UKPRN',
  code: 'Provider code',
  urn: 'URN',
  name: 'Name',
  kind: 'Type',
  phases: 'Phases',
  accredited: 'Accredited',
  from: 'Accredited from',
  until: 'Accredited until',
  street: 'Street',
  town: 'Town',
  postcode: 'Postcode',
  authority: 'LA (code)',
  website: 'Website',
  telephone: 'Telephone',
  worksWith: 'Works with',
  year: 'Academic year',
} as const
export type ProviderCell = keyof typeof providerColumns

export type ProviderRow = {
  readonly line: number
  readonly ukprn: string | null
  readonly code: string | null
  readonly urn: number | null
  readonly name: string
  readonly kind: IttKind
  /** null: the file does not say. */
  readonly phases: readonly IttPhase[] | null
  readonly accredited: boolean | null
  readonly from: Temporal.PlainDate | null
  readonly until: Temporal.PlainDate | null
  readonly street: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly authority: string | null
  readonly website: string | null
  readonly telephone: string | null
  readonly worksWith: readonly string[]
  readonly year: AcademicYear | null
}

/** The cells of a row, empty where the file says nothing. */
export type ProviderCells = Readonly<Record<ProviderCell, string>>

const kindOf = (text: string): IttKind | null => {
  const words = text.toLowerCase()
  if (/\bscitt\b|school-centred/.test(words)) return 'scitt'
  if (/\bhei\b|higher education|university/.test(words)) return 'hei'
  return /lead (school|partner)/.test(words) ? 'lead_school' : null
}

const phaseOf = (text: string): IttPhase | null => {
  const words = text.toLowerCase()
  if (/eyts|early years/.test(words)) return 'eyts'
  if (/primary/.test(words)) return 'qts_primary'
  if (/secondary/.test(words)) return 'qts_secondary'
  return /post.?16|further/.test(words) ? 'post_16' : null
}

const partsOf = (text: string): readonly string[] =>
  text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter(Boolean)

const truthOf = (text: string): boolean | null => {
  if (/^(yes|y|true|1|accredited)$/i.test(text)) return true
  return /^(no|n|false|0|not accredited)$/i.test(text) ? false : null
}

const cannotRead = (text: string, read: (text: string) => unknown): boolean => text !== '' && read(text) === null

/** The first thing that is wrong with a row, if anything is. */
const wrongIn = (cells: ProviderCells): string | null => {
  const { ukprn, code, urn, name, kind, accredited, from, until, year } = cells
  const strange = partsOf(cells.phases).find((part) => phaseOf(part) === null)
  const checks: readonly (readonly [boolean, string])[] = [
    [ukprn + code + urn === '', 'It has neither a UKPRN nor a provider code nor a URN'],
    [cannotRead(ukprn, parseUkprn), `The UKPRN "${ukprn}" is not eight digits that begin with 1`],
    [cannotRead(urn, parseUrn), `The URN "${urn}" is not six digits`],
    [name === '', 'It has no name'],
    [kindOf(kind) === null, `The type "${kind}" is none of HEI, SCITT and lead school`],
    [strange !== undefined, `The phase "${strange}" is none of EYTS, QTS primary, QTS secondary and post-16`],
    [cannotRead(accredited, truthOf), `"${accredited}" does not say whether it is accredited: write yes or no`],
    [cannotRead(from, parseDate), `"${from}" is no date from which it is accredited`],
    [cannotRead(until, parseDate), `"${until}" is no date until which it is accredited`],
    [cannotRead(year, parseAcademicYear), `"${year}" is no academic year: write 2021/22`],
    [cells.worksWith !== '' && year === '', 'It says who it works with but not in which academic year'],
  ]
  return checks.find(([isWrong]) => isWrong)?.[1] ?? null
}

const textOrNone = (text: string): string | null => text || null

/** Reads one row of a providers file, or says why it cannot be taken. */
export const readProviderRow = (line: number, cells: ProviderCells): ProviderRow | { readonly reason: string } => {
  const reason = wrongIn(cells)
  const kind = kindOf(cells.kind)
  if (reason !== null || kind === null) return { reason: reason ?? '' }
  return {
    line,
    kind,
    name: cells.name,
    ukprn: parseUkprn(cells.ukprn),
    code: textOrNone(cells.code.toUpperCase()),
    urn: parseUrn(cells.urn),
    phases: cells.phases === '' ? null : partsOf(cells.phases).flatMap((part) => phaseOf(part) ?? []),
    accredited: truthOf(cells.accredited),
    from: parseDate(cells.from),
    until: parseDate(cells.until),
    street: textOrNone(cells.street),
    town: textOrNone(cells.town),
    postcode: parsePostcode(cells.postcode) ?? textOrNone(cells.postcode),
    authority: textOrNone(cells.authority),
    website: textOrNone(cells.website),
    telephone: textOrNone(cells.telephone),
    worksWith: partsOf(cells.worksWith),
    year: parseAcademicYear(cells.year),
  }
}
