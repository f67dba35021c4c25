import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { formatDate } from '../../vocabulary/local-time.ts'
import { type Phase, phaseLabels } from '../../vocabulary/phases.ts'
import { type PostKind, postLabels } from '../../vocabulary/posts.ts'
import type { Answer, Leaf } from './rule.ts'

/** What the asker has said: null is "not asked yet", which is another thing than "nobody" or "none". */
export type Stated = {
  readonly people: readonly { readonly post: PostKind; readonly held: boolean | null }[] | null
  readonly commitments: readonly string[] | null
}

export type StageTaken = {
  readonly stage: string
  readonly year: number
  readonly status: 'in_progress' | 'completed' | 'withdrew'
  readonly recordedOn: Temporal.PlainDate
}

export type KnownOrganisation = {
  readonly name: string
  readonly kind: string
  readonly phases: readonly Phase[]
  readonly stateFunded: boolean | null
  readonly ittKind: string | null
  readonly ittPhases: readonly string[]
  readonly status: string
  readonly closedOn: Temporal.PlainDate | null
  readonly successor: string | null
  /** Nobody said which one it is: what is known of it is what they said of it. */
  readonly isUnnamed?: true
}

/** Everything known of one asker when a verdict is reached. */
export type KnownFacts = Stated & {
  readonly organisation: KnownOrganisation
  readonly inArea: { readonly answer: Answer; readonly hub: string } | null
  /** null: not to be told, because the asker is not known yet (domain rule 15). */
  readonly stages: readonly StageTaken[] | null
  readonly stageNames: ReadonlyMap<string, string>
  readonly year: number
  readonly today: Temporal.PlainDate
}

export type FactUsed = {
  readonly label: string
  readonly value: string
  readonly source: string
  readonly asOf: string | null
}

/** One fact looked up: the answer it gives, and the fact as it is shown. */
export type Finding = { readonly answer: Answer; readonly fact: FactUsed }

const unknown = 'Not yet known'
const answerIf = (is: boolean): Answer => (is ? 'yes' : 'no')
const ittKinds: Record<string, string> = {
  hei: 'University (HEI)',
  scitt: 'SCITT',
  lead_school: 'Lead school (School Direct)',
}
const ittPhaseNames: Record<string, string> = {
  eyts: 'EYTS',
  qts_primary: 'QTS primary',
  qts_secondary: 'QTS secondary',
  post_16: 'post-16',
}
const kinds: Record<string, string> = {
  school: 'School or college',
  itt_provider: 'Provider of initial teacher training',
  trust: 'Trust',
  authority: 'Local authority',
  other: 'Another body',
}
const statuses: Record<string, string> = {
  open: 'Open',
  closed: 'Closed',
  proposed_to_close: 'Open, proposed to close',
  proposed_to_open: 'Proposed to open',
}

const listed = (values: readonly string[], names: Readonly<Record<string, string>>): string =>
  values.map((value) => names[value] ?? value).join(', ')

const registerOf = ({ kind, isUnnamed }: KnownOrganisation): string =>
  isUnnamed
    ? 'what you say'
    : kind === 'school'
      ? 'the public register of schools'
      : 'the public register of organisations'

type Lookup<Fact extends Leaf['fact']> = (leaf: Extract<Leaf, { fact: Fact }>, known: KnownFacts) => Finding

const fromRegister = (known: KnownFacts, label: string, value: string | null, answer: Answer): Finding => ({
  answer: value === null ? 'not_yet_known' : answer,
  fact: { label, value: value ?? unknown, source: registerOf(known.organisation), asOf: null },
})

const trainsTeachers = ({ kind, ittKind }: KnownOrganisation) => kind === 'itt_provider' || ittKind !== null

const lookups: { readonly [Fact in Leaf['fact']]: Lookup<Fact> } = {
  'organisation.kind': (leaf, known) => {
    const { kind } = known.organisation
    return fromRegister(known, 'Kind of organisation', kinds[kind] ?? kind, answerIf(leaf.in.includes(kind)))
  },
  'organisation.phase': (leaf, known) => {
    const { phases, kind } = known.organisation
    if (phases.length === 0 && kind !== 'school')
      return fromRegister(known, 'Phases taught', 'None: not a school', 'no')
    const value = phases.length === 0 ? null : listed(phases, phaseLabels)
    return fromRegister(known, 'Phases taught', value, answerIf(phases.some((phase) => leaf.in.includes(phase))))
  },
  'organisation.state_funded': (leaf, known) => {
    const { stateFunded } = known.organisation
    const value = stateFunded === null ? null : stateFunded ? 'Yes' : 'No'
    return fromRegister(known, 'State-funded', value, answerIf(stateFunded === leaf.is))
  },
  'organisation.itt_kind': (leaf, known) => {
    const { ittKind } = known.organisation
    if (!trainsTeachers(known.organisation)) return fromRegister(known, 'Kind of ITT provider', 'Not a provider', 'no')
    const value = ittKind === null ? null : (ittKinds[ittKind] ?? ittKind)
    return fromRegister(known, 'Kind of ITT provider', value, answerIf(leaf.in.includes(ittKind ?? '')))
  },
  'organisation.itt_phases': (leaf, known) => {
    const { ittPhases } = known.organisation
    if (!trainsTeachers(known.organisation)) return fromRegister(known, 'Phases of ITT', 'Not a provider', 'no')
    const value = ittPhases.length === 0 ? null : listed(ittPhases, ittPhaseNames)
    return fromRegister(known, 'Phases of ITT', value, answerIf(ittPhases.some((phase) => leaf.in.includes(phase))))
  },
  'organisation.status': (leaf, known) => {
    const { status, closedOn } = known.organisation
    const since = status === 'closed' && closedOn ? ` since ${formatDate(closedOn)}` : ''
    return fromRegister(known, 'Status', `${statuses[status] ?? status}${since}`, answerIf(leaf.in.includes(status)))
  },
  'organisation.area': (_leaf, { inArea }) => {
    const words = { yes: 'In its area', no: 'Outside its area', not_yet_known: unknown }
    const source = 'the areas the hub says it serves'
    const label = inArea ? `Area of ${inArea.hub}` : 'Area of the hub'
    const answer = inArea?.answer ?? 'not_yet_known'
    return { answer, fact: { label, value: words[answer], source, asOf: null } }
  },
  'organisation.stage': (leaf, known) => {
    const name = known.stageNames.get(leaf.stage) ?? leaf.stage
    if (known.stages === null)
      return {
        answer: 'not_yet_known',
        fact: { label: `Stage ${name}`, value: unknown, source: 'the network’s stage records', asOf: null },
      }
    const taken = known.stages.filter((record) => record.stage === leaf.stage && record.year < known.year)
    const fits = taken.find((record) => leaf.status.some((status) => status === record.status))
    const shown = fits ?? taken[0]
    const progress = { completed: 'Completed in', in_progress: 'Taken part in', withdrew: 'Withdrew in' }
    return {
      answer: answerIf(fits !== undefined),
      fact: {
        label: `Stage ${name}`,
        value: shown
          ? `${progress[shown.status]} ${yearLabel(academicYear(shown.year))}`
          : `No record before ${yearLabel(academicYear(known.year))}`,
        source: 'the network’s stage records',
        asOf: (shown?.recordedOn ?? known.today).toString(),
      },
    }
  },
  'person.post': (leaf, { people, today }) => {
    const label = 'Posts of those who would take part'
    const source = 'what the sender says'
    if (people === null) return { answer: 'not_yet_known', fact: { label, value: unknown, source, asOf: null } }
    const when = (held: boolean | null) =>
      held === null ? ' (now or later: not said)' : held ? '' : ' (from a later date)'
    const value = people.map(({ post, held }) => `${postLabels[post]}${when(held)}`).join(', ') || 'Nobody named'
    const fitting = people.filter(({ post }) => leaf.in.includes(post))
    const answer = fitting.some(({ held }) => held)
      ? 'yes'
      : fitting.some(({ held }) => held === null)
        ? 'not_yet_known'
        : 'no'
    return { answer, fact: { label, value, source, asOf: today.toString() } }
  },
  commitment: (leaf, { commitments, today }) => {
    const label = commitmentWords(leaf.key)
    const source = 'what the sender says'
    if (commitments === null) return { answer: 'not_yet_known', fact: { label, value: unknown, source, asOf: null } }
    const declared = commitments.includes(leaf.key)
    return {
      answer: answerIf(declared),
      fact: { label, value: declared ? 'Agreed' : 'Not agreed', source, asOf: today.toString() },
    }
  },
}

const commitments: Record<string, string> = {
  full_year: 'Taking part for the whole academic year',
  same_people_all_year: 'Sending the same people all year',
}

/** A commitment in words. */
export const commitmentWords = (key: string): string => {
  const words = key.replaceAll('_', ' ')
  return commitments[key] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Looks one fact of a rule up in what is known. */
export const findingOf = (leaf: Leaf, known: KnownFacts): Finding =>
  (lookups[leaf.fact] as (leaf: Leaf, known: KnownFacts) => Finding)(leaf, known)
