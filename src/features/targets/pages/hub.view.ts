import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type Line, noProgress, projectNamed, totalOf } from '../target.ts'
import { howCounted, linesTable, planPicture, type Shown } from './lines.view.ts'
import { otherYears, totals } from './network.view.ts'

type OwnProject = { readonly id: string; readonly code: string | null; readonly title: string }
export type HubTargets = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly lines: readonly Line[]
  readonly schools: { readonly national: number; readonly own: number }
  readonly own: readonly OwnProject[]
  readonly mayState: boolean
}

const shownOf = (line: Line): Shown => {
  const name = projectNamed(line)
  return { name, plainName: name, planned: line.planned, progress: line.progress }
}

const national = ({ lines, schools }: HubTargets): Html => {
  const of = lines.filter(({ isOwn }) => !isOwn)
  if (of.length === 0)
    return emptyState({
      title: 'Nothing is planned for this year yet',
      text: 'The national team states how many groups and places your hub plans for each project; they are listed here with what has come about.',
    })
  const total = totalOf(of, schools.national)
  const shown = of.map(shownOf)
  return html`${totals(total, 'At your hub')}${planPicture('Places against plan, by project', shown)}${linesTable('Project', 'Projects of the national catalogue', shown, total)}`
}

const ownPart = ({ hub, lines, schools, own, mayState }: HubTargets): Html | string => {
  if (own.length === 0) return ''
  const of = lines.filter(({ isOwn }) => isOwn)
  const shown = own.map(({ id, code, title }): Shown => {
    const line = of.find(({ projectId }) => projectId === id)
    const plainName = projectNamed({ project: title, code })
    const name = mayState
      ? html`<a class="govuk-link" href="/hub/${hub.slug}/targets/${id}">${plainName}</a>`
      : plainName
    return { name, plainName, planned: line?.planned ?? null, progress: line?.progress ?? noProgress }
  })
  return html`<p class="govuk-body">Projects that your hub devised for itself are counted apart from those of the national catalogue. ${mayState ? 'Choose one to state what your hub plans for it.' : 'The leads of your hub state what it plans for them.'}</p>
${linesTable('Project', 'Your hub’s own projects', shown, totalOf(of, schools.own))}`
}

/** What a hub plans and what has come about. */
export const hubView = (frame: Frame, targets: HubTargets): Html => {
  const { hub, year, years } = targets
  const base = `/hub/${hub.slug}/targets`
  return layout(
    frame,
    {
      title: `Recruitment against plan: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Recruitment against plan' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      caption: hub.name,
      title: `Recruitment against plan, ${yearLabel(year)}`,
      text: 'How many groups and places your hub plans for each project, and what has come about so far.',
      actions: [
        button({
          text: 'Download as CSV',
          href: `${base}.csv?year=${yearSlug(year)}`,
          classes: 'govuk-button--secondary',
        }),
      ],
    })}
${howCounted()}
${otherYears(base, year, years)}${national(targets)}${ownPart(targets)}`,
  )
}
