import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { againstPlan, groupsOf, type Line, projectNamed, type Total, totalOf } from '../target.ts'
import { howCounted, linesTable, planPicture, type Shown } from './lines.view.ts'

type Project = {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly hubId: string | null
  readonly hub: string | null
}

export type NetworkTargets = {
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly lines: readonly Line[]
  readonly schools: { readonly ofProject: ReadonlyMap<string, number>; readonly national: number; readonly own: number }
  readonly projects: readonly Project[]
  readonly mayState: boolean
}

/** The other years, each at its address. */
export const otherYears = (action: string, year: AcademicYear, years: readonly AcademicYear[]): Html | string => {
  const others = years.filter((each) => each !== year)
  if (others.length === 0) return ''
  return html`<p class="govuk-body">Other years: ${others.map((each, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${action}?year=${yearSlug(each)}">${yearLabel(each)}</a>`)}</p>`
}

/** The four figures that a plan is watched by. */
export const totals = ({ planned, hubsWithPlan, progress }: Total, hubs: string): Html =>
  statFigures([
    { label: 'Groups', value: againstPlan(groupsOf(progress), planned?.groups ?? null), definition: hubs },
    { label: 'Places held', value: againstPlan(progress.held, planned?.places ?? null) },
    { label: 'Places offered', value: progress.offered, definition: 'Not answered yet' },
    { label: 'Interest waiting', value: progress.waiting, definition: 'Asked, and nothing offered yet' },
    { label: 'Schools', value: progress.schools, definition: 'Different ones with a place held' },
    ...(hubs === '' ? [{ label: 'Hubs with a plan', value: hubsWithPlan }] : []),
  ])

const byProject = ({ lines, schools, projects }: NetworkTargets, own: boolean): readonly Shown[] =>
  projects
    .filter(({ hubId }) => (hubId !== null) === own)
    .map((project) => {
      const total = totalOf(
        lines.filter(({ projectId }) => projectId === project.id),
        schools.ofProject.get(project.id) ?? 0,
      )
      const plainName = `${projectNamed({ project: project.title, code: project.code })}${own ? `, ${project.hub}` : ''}`
      const name = html`<a class="govuk-link" href="/network/targets/${project.id}">${plainName}</a>`
      return { name, plainName, planned: total.planned, progress: total.progress }
    })

const national = (all: NetworkTargets): Html => {
  const total = totalOf(
    all.lines.filter(({ isOwn }) => !isOwn),
    all.schools.national,
  )
  const lines = byProject(all, false)
  return lines.length === 0
    ? emptyState({
        title: 'No project is published for this year',
        text: 'Targets are stated for projects of the catalogue.',
      })
    : html`${totals(total, '')}${planPicture('Places against plan, by project', lines)}${linesTable('Project', 'Projects of the national catalogue', lines, total)}`
}

const ownPart = (all: NetworkTargets): Html | string => {
  const lines = byProject(all, true)
  if (lines.length === 0) return ''
  const total = totalOf(
    all.lines.filter(({ isOwn }) => isOwn),
    all.schools.own,
  )
  return html`<p class="govuk-body">Projects that a hub devised for itself are planned by that hub and counted apart: none of them is in the figures above.</p>
${linesTable('Project and hub', 'Projects of one hub', lines, total)}`
}

/** Recruitment against plan in the whole network. */
export const networkView = (frame: Frame, all: NetworkTargets): Html => {
  const { year, years, mayState } = all
  return layout(
    frame,
    {
      title: 'Recruitment against plan',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Recruitment against plan' }],
      wide: true,
    },
    html`${actionBar({
      caption: frame.networkName,
      title: `Recruitment against plan, ${yearLabel(year)}`,
      text: `How many groups and places hubs plan, and what has come about so far.${mayState ? ' Choose a project to state what each hub plans for it.' : ''}`,
      actions: [
        button({
          text: 'Download as CSV',
          href: `/network/targets.csv?year=${yearSlug(year)}`,
          classes: 'govuk-button--secondary',
        }),
        mayState ? html`<a class="govuk-link" href="/network/targets/lists">Bring a list of targets</a>` : html``,
      ],
    })}
${howCounted()}
${otherYears('/network/targets', year, years)}${national(all)}${ownPart(all)}`,
  )
}
