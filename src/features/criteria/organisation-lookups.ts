import { formatDate } from '../../vocabulary/local-time.ts'
import { phaseLabels } from '../../vocabulary/phases.ts'
import { schoolTypeName, typeCode } from '../../vocabulary/school-types.ts'
import type { KnownFacts, KnownOrganisation } from './known-facts.ts'
import { answerIf, fromRegister, fromSaid, type Lookups, listed, notTold, unknown } from './looking-up.ts'
import { ittKinds, ittPhaseNames, kinds, statuses } from './words.ts'

const trainsTeachers = ({ kind, ittKind }: KnownOrganisation) => kind === 'itt_provider' || ittKind !== null

const wordsSaid = ({ said }: KnownFacts, fact: string) => {
  const told = said?.[fact]
  const values = Array.isArray(told?.value) ? (told.value as readonly string[]) : told && [String(told.value)]
  return told && values ? { told, values } : null
}

const numberSaid = ({ said }: KnownFacts, fact: string) => {
  const told = said?.[fact]
  return told && typeof told.value === 'number' ? { told, number: told.value } : null
}

const yesNoSaid = ({ said }: KnownFacts, fact: string) => {
  const told = said?.[fact]
  return told && typeof told.value === 'boolean' ? { told, is: told.value } : null
}

const percent = (share: number): string => `${share.toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`

/** What the registers say of an organisation; where they say nothing, what somebody told. */
export const organisationLookups: Lookups<
  | 'organisation.kind'
  | 'organisation.type'
  | 'organisation.phase'
  | 'organisation.state_funded'
  | 'organisation.itt_kind'
  | 'organisation.itt_phases'
  | 'organisation.status'
  | 'organisation.area'
  | 'organisation.authority'
  | 'organisation.free_meals'
> = {
  'organisation.kind': (leaf, known) => {
    const { kind } = known.organisation
    return fromRegister(known, 'Kind of organisation', kinds[kind] ?? kind, answerIf(leaf.in.includes(kind)))
  },
  'organisation.type': (leaf, known) => {
    const { typeCode: code, kind } = known.organisation
    if (!code && kind !== 'school') return fromRegister(known, 'Type of school', 'None: not a school', 'no')
    const answer = answerIf(code !== null && code !== undefined && leaf.in.includes(typeCode(code)))
    return fromRegister(known, 'Type of school', code ? schoolTypeName(code) : null, answer)
  },
  'organisation.phase': (leaf, known) => {
    const { phases, kind } = known.organisation
    if (phases.length === 0 && kind !== 'school')
      return fromRegister(known, 'Phases taught', 'None: not a school', 'no')
    const isMet = (taught: readonly string[]) => answerIf(leaf.in.some((phase) => taught.includes(phase)))
    const said = phases.length === 0 ? wordsSaid(known, leaf.fact) : null
    if (said) return fromSaid(said.told, 'Phases taught', listed(said.values, phaseLabels), isMet(said.values))
    const value = phases.length === 0 ? null : listed(phases, phaseLabels)
    return fromRegister(known, 'Phases taught', value, isMet(phases))
  },
  'organisation.state_funded': (leaf, known) => {
    const { stateFunded } = known.organisation
    const said = stateFunded === null ? yesNoSaid(known, leaf.fact) : null
    if (said) return fromSaid(said.told, 'State-funded', said.is ? 'Yes' : 'No', answerIf(said.is === leaf.is))
    const value = stateFunded === null ? null : stateFunded ? 'Yes' : 'No'
    return fromRegister(known, 'State-funded', value, answerIf(stateFunded === leaf.is))
  },
  'organisation.itt_kind': (leaf, known) => {
    const { ittKind } = known.organisation
    const label = 'Kind of ITT provider'
    if (!trainsTeachers(known.organisation)) return fromRegister(known, label, 'Not a provider', 'no')
    const said = ittKind === null ? wordsSaid(known, leaf.fact) : null
    if (said)
      return fromSaid(said.told, label, listed(said.values, ittKinds), answerIf(leaf.in.includes(said.values[0] ?? '')))
    const value = ittKind === null ? null : (ittKinds[ittKind] ?? ittKind)
    return fromRegister(known, label, value, answerIf(leaf.in.includes(ittKind ?? '')))
  },
  'organisation.itt_phases': (leaf, known) => {
    const { ittPhases } = known.organisation
    const label = 'Phases of ITT'
    if (!trainsTeachers(known.organisation)) return fromRegister(known, label, 'Not a provider', 'no')
    const isMet = (phases: readonly string[]) => answerIf(phases.some((phase) => leaf.in.includes(phase)))
    const said = ittPhases.length === 0 ? wordsSaid(known, leaf.fact) : null
    if (said) return fromSaid(said.told, label, listed(said.values, ittPhaseNames), isMet(said.values))
    const value = ittPhases.length === 0 ? null : listed(ittPhases, ittPhaseNames)
    return fromRegister(known, label, value, isMet(ittPhases))
  },
  'organisation.status': (leaf, known) => {
    const { status, closedOn } = known.organisation
    const since = status === 'closed' && closedOn ? ` since ${formatDate(closedOn)}` : ''
    return fromRegister(known, 'Status', `${statuses[status] ?? status}${since}`, answerIf(leaf.in.includes(status)))
  },
  'organisation.area': (leaf, known) => {
    const { inArea } = known
    const words = { yes: 'In its area', no: 'Outside its area', not_yet_known: unknown }
    const label = inArea ? `Area of ${inArea.hub}` : 'Area of the hub'
    const answer = inArea?.answer ?? 'not_yet_known'
    const said = answer === 'not_yet_known' ? yesNoSaid(known, leaf.fact) : null
    if (said) return fromSaid(said.told, label, words[answerIf(said.is)], answerIf(said.is))
    return { answer, fact: { label, value: words[answer], source: 'the areas the hub says it serves', asOf: null } }
  },
  'organisation.authority': (leaf, known) => {
    const { authority } = known.organisation
    const name = authority ? (known.names.authorities.get(authority) ?? authority) : null
    return fromRegister(known, 'Local authority', name, answerIf(leaf.in.includes(authority ?? '')))
  },
  'organisation.free_meals': (leaf, known) => {
    const share = known.organisation.freeMeals ?? null
    const label = 'Pupils who can have free school meals'
    const said = share === null ? numberSaid(known, leaf.fact) : null
    if (said) return fromSaid(said.told, label, percent(said.number), answerIf(said.number >= leaf.atLeast))
    if (share === null && known.organisation.kind !== 'school') return notTold(label, 'the hub, or whoever asks')
    return fromRegister(known, label, share === null ? null : percent(share), answerIf((share ?? 0) >= leaf.atLeast))
  },
}
