import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { deliveryModels, deliveryModelWords } from '../../../vocabulary/delivery-models.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { PublicationStatus } from '../../projects/index.ts'

/** Where a project is written: in the national catalogue, or by a hub for itself. */
export type PlaceOfWriting = {
  readonly hubId: string | null
  readonly path: string
  readonly title: string
  readonly home: { readonly text: string; readonly href: string }
  readonly whoSeesDrafts: string
  readonly whatFollows: string
  readonly mayEdit: boolean
  readonly mayPublish: boolean
}

const statusWords: Readonly<Record<PublicationStatus, readonly [string, Tone]>> = {
  draft: ['Draft', 'attention'],
  published: ['Published', 'good'],
  closed: ['Closed', 'over'],
  withdrawn: ['Withdrawn', 'bad'],
}
export const tagOf = (status: PublicationStatus): Html => statusTag(...statusWords[status])
export const listOf = ({ title, path }: PlaceOfWriting) => ({ text: title, href: path })

export type Managed = {
  readonly place: PlaceOfWriting
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly projects: readonly {
    readonly id: string
    readonly code: string | null
    readonly title: string
    readonly status: PublicationStatus
    readonly isCorrected: boolean
    readonly offers: number
  }[]
}

/** The projects of a year, for those who write the catalogue. */
export const projectsView = (frame: Frame, { place, year, years, projects }: Managed): Html =>
  layout(
    frame,
    {
      title: `${place.title}, ${yearInWords(year)}`,
      breadcrumbs: [place.home, { text: place.title }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: `${place.title}, ${yearInWords(year)}`,
      text: `A draft is seen by ${place.whoSeesDrafts}. ${place.whatFollows}`,
      actions: place.mayEdit
        ? [button({ text: 'Write a project', href: `${place.path}/new?year=${yearSlug(year)}` })]
        : [],
    })}
<p class="govuk-body">Year: ${years.map((each) => (each === year ? html`<strong>${yearLabel(each)}</strong> ` : html`<a class="govuk-link" href="${place.path}?year=${yearSlug(each)}">${yearLabel(each)}</a> `))}</p>
${
  projects.length === 0
    ? emptyState({ title: 'No projects yet', text: 'The projects of this year will be here.' })
    : table({
        caption: projects.length === 1 ? '1 project' : `${projects.length} projects`,
        captionClasses: 'govuk-table__caption--m',
        head: ['Project', 'Code', 'State', { text: 'Hubs’ offers', format: 'numeric' }],
        rows: projects.map((project) => [
          html`<a class="govuk-link" href="${place.path}/${project.id}">${project.title}</a>`,
          project.code ?? 'Not known',
          html`${tagOf(project.status)}${project.isCorrected && html` ${statusTag('Correction begun', 'waiting')}`}`,
          { text: project.offers, format: 'numeric' as const },
        ]),
        stacks: true,
      })
}`,
  )

export type Beginning = {
  readonly place: PlaceOfWriting
  readonly form: FormState
  readonly years: readonly AcademicYear[]
}

/** What a project begins with. */
export const newProjectView = (frame: Frame, { place, form, years }: Beginning): Html => {
  const title = 'Write a project'
  return layout(
    frame,
    { title, breadcrumbs: [place.home, listOf(place), { text: title }], errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">This begins the draft, which is seen by ${place.whoSeesDrafts}. Its text, who joins and what it promises come next, part by part.</p>
<form method="post" action="${place.path}/new" novalidate>
${selectField(form, { name: 'year', label: 'Academic year', blank: false, items: years.map((year) => ({ value: yearSlug(year), text: yearLabel(year) })) })}
${place.hubId === null && textField(form, { name: 'code', label: 'Code (leave empty while it is not known)', hint: 'For example NCP21-15', width: 10 })}
${textField(form, { name: 'title', label: 'Title' })}
${textField(form, { name: 'summary', label: 'One sentence about it', hint: 'It stands in the catalogue. You can leave it for later.' })}
${radiosField(form, { name: 'delivery_model', label: 'How is it run?', small: true, value: 'work_group', items: deliveryModels.map((model) => ({ value: model, text: deliveryModelWords[model].label })) })}
${button({ text: 'Begin the draft', preventDoubleClick: true })}</form></div></div>`,
  )
}
