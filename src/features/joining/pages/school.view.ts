import { emptyState } from '../../../ui/components/empty-state.ts'
import { pathway } from '../../../ui/components/pathway.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, academicYear, yearInWords, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { schoolPhaseLabels } from '../../../vocabulary/school-phases.ts'
import { speakerFor } from '../../../vocabulary/speaks-for.ts'
import { type Served, schoolPath, schoolSign } from '../../catalogue/index.ts'
import { addressOf, type Hub, type Organisation, statusOf } from '../../organisations/index.ts'
import { inTurn, type Pathway } from '../../projects/index.ts'
import { type StageRecordSeen, stageStatusWords } from '../../stages/index.ts'
import type { Entry } from '../entries.ts'
import type { Own } from '../own.ts'
import { joiningView } from './joining.view.ts'

type Shown = {
  readonly school: Organisation
  readonly company: { readonly trust: string | null; readonly formerNames: readonly string[] }
  readonly served: Served | null
  readonly successors: readonly Organisation[]
  readonly pathways: readonly Pathway[]
  /** null: this visitor is not told. */
  readonly records: readonly StageRecordSeen[] | null
  /** What it has asked for or joined already; null: this visitor is not told. */
  readonly own: readonly Own[] | null
  readonly entries: readonly Entry[]
  readonly year: AcademicYear
}

const names = (all: readonly Hub[]): Html =>
  html`${all.map((hub, at) => html`${at > 0 && ', '}<a class="govuk-link" href="/hubs/${hub.slug}">${hub.name}</a>`)}`

const hubRow = (served: Served | null): Html | string => {
  if (!served) return 'Not known: turn to any hub'
  if (served.hubs.length > 0) return names(served.hubs)
  return html`No hub is known to serve ${served.authority.name}${served.neighbours.length > 0 && html`. In the same region: ${names(served.neighbours)}`}`
}

const factRows = ({ school, served, company }: Pick<Shown, 'school' | 'served' | 'company'>) => {
  const ages = school.lowAge !== null && school.highAge !== null ? `${school.lowAge} to ${school.highAge}` : null
  const rows: [string, string | null][] = [
    ['URN', school.urn === null ? null : String(school.urn)],
    ['UKPRN', school.ukprn],
    ['Status', `${statusOf(school)}${school.closedOn ? ` since ${formatDate(school.closedOn)}` : ''}`],
    ['Phase', school.phase && school.phase !== 'not_applicable' ? schoolPhaseLabels[school.phase] : null],
    ['Ages', ages],
    ['Type', school.typeName],
    ['Trust', company.trust],
    ['Formerly', company.formerNames.join(', ') || null],
    ['Address', addressOf(school) || null],
    ['Local authority', school.authorityName],
  ]
  return [...rows.flatMap(([key, value]) => (value ? [{ key, value }] : [])), { key: 'Hub', value: hubRow(served) }]
}

/** The school in a line; all the register says stands at the end of the page. */
const inShort = ({ kind, phase, town, authorityName }: Organisation): string => {
  const what =
    kind === 'school'
      ? phase && phase !== 'not_applicable'
        ? schoolPhaseLabels[phase]
        : 'School'
      : 'Provider of initial teacher training'
  return `${[what, town, authorityName && `${authorityName} local authority`].filter(Boolean).join(', ')}.`
}

const closedNotice = ({ school, successors }: Shown): Html | false =>
  school.status === 'closed' &&
  html`${warningText(`${school.name} has closed.`)}${
    successors.length > 0
      ? html`<p class="govuk-body">It was followed by ${successors.map((each, at) => html`${at > 0 && ' and '}<a class="govuk-link" href="${schoolPath(each)}">${each.name}</a>`)}.</p>`
      : html`<p class="govuk-body">No successor is known.</p>`
  }`

const noteOf = (stage: Pathway['stages'][number], record: StageRecordSeen | undefined): string | undefined =>
  record
    ? `${yearLabel(academicYear(record.year))}: ${stageStatusWords[record.status].toLowerCase()}`
    : stage.entryPoint
      ? 'Schools can begin here'
      : undefined

const states = { completed: 'done', in_progress: 'now' } as const

const journey = (way: Pathway, records: readonly StageRecordSeen[]): Html => {
  const own = records.filter((record) => record.pathwayKey === way.key && record.status !== 'withdrew')
  const latest = (stageId: string) => own.findLast((record) => record.stageId === stageId)
  const line = inTurn(way)
  const reached = line.findLastIndex((stage) => latest(stage.id))
  const ahead = (stage: Pathway['stages'][number]) => {
    const at = line.indexOf(stage)
    return {
      state: at === reached + 1 ? ('next' as const) : ('later' as const),
      said: at === -1 ? 'Beside another' : at < reached ? 'Not taken' : undefined,
    }
  }
  return pathway({
    title: way.name,
    stages: way.stages.map((stage) => {
      const record = latest(stage.id)
      const standing = record && record.status !== 'withdrew' ? { state: states[record.status] } : ahead(stage)
      return { name: stage.name, ...standing, note: noteOf(stage, record) }
    }),
  })
}

const history = ({ records, pathways, school }: Shown): Html | false => {
  if (school.kind !== 'school') return false
  const heading = html`<h2 class="govuk-heading-l">Stages over the years</h2>`
  if (records === null)
    return html`${heading}<p class="govuk-body">Not yet known here: how far a school has come is shown to the school and its hub. <a class="govuk-link" href="/sign-in?to=${encodeURIComponent(schoolPath(school))}">Sign in</a> to see it.</p>`
  if (records.length === 0)
    return html`${heading}${emptyState({ title: 'No stage is recorded yet', text: 'A stage is recorded when a group of the pathway is completed.' })}`
  const taken = pathways.filter((way) => records.some((record) => record.pathwayKey === way.key))
  return html`${heading}${taken.map((way) => html`<h3 class="govuk-heading-m">${way.name}</h3>${journey(way, records)}`)}${scrollable(
    'Stages over the years',
    table({
      caption: 'Stages over the years',
      captionClasses: 'govuk-visually-hidden',
      head: ['Year', 'Pathway', 'Stage', 'How it stands', 'Evidence'],
      rows: records.map((record) => [
        yearLabel(academicYear(record.year)),
        record.pathway,
        record.stage,
        stageStatusWords[record.status],
        html`${record.evidence}${record.under && ` (as ${record.under})`}`,
      ]),
    }),
  )}`
}

const basis = ({ school, records }: Shown): Html =>
  records === null
    ? html`<p class="govuk-body">From the public register alone: what depends on the ${speakerFor(school.kind).body}’s history with the network is told to the ${speakerFor(school.kind).body} and its hub. <a class="govuk-link" href="${signInFor(school)}">Sign in</a> to see it.</p>`
    : html`<p class="govuk-body">With what the ${speakerFor(school.kind).body} has taken part in so far.</p>`

const signInFor = (school: Organisation): string => `/sign-in?to=${encodeURIComponent(schoolPath(school))}`

const unmeasured = ({ easting, northing, name }: Organisation): Html | false =>
  (easting === null || northing === null) &&
  html`<p class="govuk-body">Nobody knows where ${name} lies on the map, so nothing is said of distances.</p>`

const joining = (shown: Shown): Html => {
  const { school, entries, own, year, records } = shown
  const whose = school.kind === 'school' ? 'your school' : 'your institution'
  return html`<h2 class="govuk-heading-l govuk-!-margin-bottom-2" id="joining">What ${whose} can join ${yearInWords(year)}</h2>
${basis(shown)}${unmeasured(school)}
<p class="govuk-body app-screen-only"><a class="govuk-link" href="/for-you?at=${schoolSign(school)}">Only for me: say what you do there</a></p>
${
  entries.length === 0
    ? emptyState({
        title: 'Nothing is published yet',
        text: 'When hubs publish what they offer, you see here whether you can join, and why.',
        action: { text: 'See the catalogue', href: '/projects' },
      })
    : joiningView({
        entries,
        own,
        organisationId: school.id,
        post: null,
        signIn: records === null ? signInFor(school) : null,
        year,
      })
}`
}

/** A school as the public register knows it, what it can join with reasons, and its stages for those who may see them. */
export const schoolView = (frame: Frame, shown: Shown): Html => {
  const { school, served } = shown
  return layout(
    frame,
    { title: school.name, breadcrumbs: [{ text: 'Schools', href: '/schools' }, { text: school.name }], unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">${school.name}</h1>
${closedNotice(shown)}
${school.invented && html`<p class="govuk-body">${statusTag('Invented', 'plain')} This is an invented ${school.kind === 'school' ? 'school' : 'provider'} of the demonstration.</p>`}
<p class="govuk-body-l">${inShort(school)} ${html`Hub: ${hubRow(served)}.`}</p>
${school.status !== 'closed' && joining(shown)}
</div></div>
${history(shown)}
<h2 class="govuk-heading-l">What the register says</h2>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${summaryList({ rows: factRows(shown) })}</div></div>`,
  )
}
