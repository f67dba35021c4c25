import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import {
  fieldNames,
  type Line,
  markOf,
  type Planned,
  type Progress,
  planInWords,
  projectNamed,
  totalOf,
} from '../target.ts'
import { howCounted, linesTable, planPicture, type Shown } from './lines.view.ts'
import { totals } from './network.view.ts'

type HubShown = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly isStated: boolean
  readonly planned: Planned | null
  readonly progress: Progress
}
type Past = {
  readonly title: string
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly hub: string | null
  readonly before: Planned | null
  readonly planned: Planned | null
}

export type ProjectTargets = {
  readonly project: {
    readonly id: string
    readonly year: AcademicYear
    readonly code: string | null
    readonly title: string
    readonly hubId: string | null
  }
  readonly hub: { readonly slug: string; readonly name: string } | null
  readonly base: string
  readonly mayState: boolean
  readonly lines: readonly Line[]
  readonly shown: readonly HubShown[]
  readonly schools: number
  readonly past: readonly Past[]
  readonly form: FormState
}

const hidden = (text: string) => html`<span class="govuk-visually-hidden">${text}</span>`

const shownOf = (form: FormState, { slug, name, planned, progress, isStated }: HubShown): Shown => {
  const shown = { name, plainName: name, planned, progress }
  if (!isStated) return shown
  const fields = fieldNames(slug)
  const typed = form.typed[fields.groups] !== undefined
  const differs = typed && form.typed[fields.mark] !== markOf(planned)
  return {
    ...shown,
    fields: {
      groups: html`${textField(form, { name: fields.groups, label: hidden(`Groups planned, ${name}`), value: planned?.groups, width: 3, inputmode: 'numeric' })}${hiddenField(fields.mark, markOf(planned))}${differs && html`<span class="govuk-body-s">Stands now: ${planInWords(planned)}</span>`}`,
      places: textField(form, {
        name: fields.places,
        label: hidden(`Places planned, ${name}`),
        value: planned?.places,
        width: 4,
        inputmode: 'numeric',
      }),
    },
  }
}

const pastPart = (past: readonly Past[]): Html | string =>
  past.length === 0
    ? ''
    : html`<h2 class="govuk-heading-m">What happened</h2>${timeline(
        past.map(({ title, at, by, hub, before, planned }) => ({
          title: hub ? `${title}: ${hub}` : title,
          when: formatInstant(at),
          datetime: at.toString(),
          by: by ?? undefined,
          text: `It was ${planInWords(before)}, and is ${planInWords(planned)} now.`,
        })),
      )}`

const tablePart = (
  { project, base, mayState, shown, form }: ProjectTargets,
  total: ReturnType<typeof totalOf>,
): Html => {
  const rows = linesTable(
    'Hub',
    'Every hub of this project',
    shown.map((each) => shownOf(form, each)),
    total,
  )
  if (!mayState) return rows
  return html`<form method="post" action="${base}/${project.id}" novalidate>
<p class="govuk-body">Leave both boxes of a hub blank where it plans nothing.</p>
${rows}${button({ text: 'Save targets', preventDoubleClick: true })}</form>`
}

/** What each hub plans for one project, and what has come about. */
export const projectView = (frame: Frame, targets: ProjectTargets): Html => {
  const { project, hub, base, lines, shown, schools, past, form } = targets
  const title = projectNamed({ project: project.title, code: project.code })
  const total = totalOf(lines, schools)
  const year = yearSlug(project.year)
  return layout(
    frame,
    {
      title: `Targets: ${title}`,
      breadcrumbs: [
        hub ? { text: 'Hub work', href: `/hub/${hub.slug}` } : { text: 'National picture', href: '/network' },
        { text: 'Recruitment against plan', href: `${base}?year=${year}` },
        { text: title },
      ],
      errors: form.errors,
      wide: true,
    },
    html`${actionBar({
      caption: `Recruitment against plan, ${yearLabel(project.year)}`,
      title,
      ...(project.hubId === null
        ? {}
        : { text: 'A project of one hub: that hub plans it, and it is counted apart from the national catalogue.' }),
      actions: hub
        ? []
        : [
            button({
              text: 'Download as CSV',
              href: `/network/targets.csv?year=${year}&project=${project.id}`,
              classes: 'govuk-button--secondary',
            }),
          ],
    })}
${totals(total, '')}${howCounted()}
${planPicture(
  'Places against plan, by hub',
  shown.map(({ name, planned, progress }) => ({ name, plainName: name, planned, progress })),
)}
${shown.length === 0 ? emptyState({ title: 'No hub plans this project yet', text: 'The national team states what each hub plans.' }) : tablePart(targets, total)}
${pastPart(past)}`,
  )
}
