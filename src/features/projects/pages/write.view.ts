import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import {
  checkboxesField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { deliveryModels, deliveryModelWords } from '../../../vocabulary/delivery-models.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { phaseLabels, phases } from '../../../vocabulary/phases.ts'
import { type Draft, missingFrom, usualSections } from '../draft.ts'
import type { PublicationStatus } from '../project.ts'

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
const tagOf = (status: PublicationStatus): Html => statusTag(...statusWords[status])
const listOf = ({ title, path }: PlaceOfWriting) => ({ text: title, href: path })

export type Managed = {
  readonly place: PlaceOfWriting
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly projects: readonly {
    readonly id: string
    readonly code: string | null
    readonly title: string
    readonly status: PublicationStatus
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
          tagOf(project.status),
          { text: project.offers, format: 'numeric' as const },
        ]),
        stacks: true,
      })
}`,
  )

const fields = ({ form, years, place }: Writing): Html =>
  html`${selectField(form, { name: 'year', label: 'Academic year', blank: false, items: years.map((year) => ({ value: yearSlug(year), text: yearLabel(year) })) })}
${place.hubId === null && textField(form, { name: 'code', label: 'Code (leave empty while it is not known)', hint: 'For example NCP21-15', width: 10 })}
${textField(form, { name: 'title', label: 'Title' })}
${textField(form, { name: 'summary', label: 'One sentence about it', hint: 'It stands in the catalogue' })}
${radiosField(form, { name: 'delivery_model', label: 'How is it run?', small: true, items: deliveryModels.map((model) => ({ value: model, text: deliveryModelWords[model].label })) })}
${radiosField(form, {
  name: 'unit',
  label: 'Who joins?',
  small: true,
  items: [
    { value: 'organisation', text: 'A school or institution, with people it names' },
    { value: 'person', text: 'One person' },
  ],
})}
${checkboxesField(form, { name: 'phases', label: 'Phases', small: true, items: phases.map((phase) => ({ value: phase, text: phaseLabels[phase] })) })}
${checkboxesField(form, {
  name: 'flags',
  label: 'Also',
  small: true,
  items: [
    { value: 'is_new', text: 'New this year' },
    { value: 'headteacher_confirms', text: 'The headteacher confirms each request' },
  ],
})}
${usualSections.map(({ key, heading }) => textArea(form, { name: key, label: heading, rows: 5 }))}
${textArea(form, { name: 'benefits', label: 'What are the benefits?', hint: 'One to a line. The evaluation asks participants about each.', rows: 6 })}`

export type Writing = {
  readonly place: PlaceOfWriting
  readonly form: FormState
  readonly years: readonly AcademicYear[]
  readonly action: string
  readonly mark: string | null
}

/** The form of a project, new or a draft. */
export const writeView = (frame: Frame, writing: Writing): Html => {
  const { place, form, action, mark } = writing
  const title = mark === null ? 'Write a project' : 'Change the draft'
  return layout(
    frame,
    { title, breadcrumbs: [place.home, listOf(place), { text: title }], errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
${mark !== null && html`<p class="govuk-body"><a class="govuk-link" href="${action.replace(/\/edit$/, '')}">The draft as it is saved</a></p>`}
<p class="govuk-body">Leave a blank line between paragraphs; begin a line with - for a list.</p>
<form method="post" action="${action}" novalidate>${mark !== null && hiddenField('mark', mark)}${fields(writing)}
${button({ text: 'Save the draft', preventDoubleClick: true })}</form></div></div>`,
  )
}

export type Shown = {
  readonly place: PlaceOfWriting
  readonly past: readonly { readonly title: string; readonly at: Temporal.Instant; readonly by: string | null }[]
  readonly id: string
  readonly slug: string
  readonly status: PublicationStatus
  readonly statusReason: string | null
  readonly draft: Draft
  readonly form: FormState
}

const acts = ({ place, id, status, draft, form }: Shown): Html => {
  const missing = missingFrom(draft)
  const withdraw = html`<h2 class="govuk-heading-m">Withdraw it</h2><form method="post" action="${place.path}/${id}/withdraw" novalidate>
<p class="govuk-body">Nobody can offer it any more. Groups and places that stand are not touched.</p>
${textField(form, { name: 'reason', label: 'Why is it withdrawn?', hint: 'Shown with the project' })}${button({ text: 'Withdraw the project', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
  if (status === 'published') return place.mayPublish ? withdraw : html``
  if (status !== 'draft') return html``
  return html`${missing.length > 0 ? insetText(`Before it can be published it needs ${missing.join('; ')}.`) : publishing(place, id, draft.title)}
${button({ text: 'Change the draft', href: `${place.path}/${id}/edit`, classes: 'govuk-button--secondary' })}`
}

const publishing = (place: PlaceOfWriting, id: string, title: string): Html =>
  place.mayPublish
    ? html`<form method="post" action="${place.path}/${id}/publish">${button({ text: `Publish ${title}`, preventDoubleClick: true })}</form>`
    : insetText('It is ready. A lead of your hub publishes it.')

const past = (shown: Shown): Html | false =>
  shown.past.length > 0 &&
  html`<h2 class="govuk-heading-m">What has happened</h2>${timeline(shown.past.map(({ title, at, by }) => ({ title, when: formatInstant(at), datetime: at.toString(), ...(by ? { by } : {}) })))}`

/** One project as it was written, with what can be done next. */
export const projectView = (frame: Frame, shown: Shown): Html => {
  const { place, draft, status, statusReason } = shown
  return layout(
    frame,
    {
      title: draft.title,
      breadcrumbs: [place.home, listOf(place), { text: draft.title }],
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${yearInWords(draft.year)}</span><h1 class="govuk-heading-l">${draft.title}</h1>
<p class="govuk-body">${tagOf(status)} ${status === 'draft' ? `It is seen by ${place.whoSeesDrafts}.` : html`${statusReason} <a class="govuk-link" href="/projects/${yearSlug(draft.year)}/${shown.slug}">See it as everybody does</a>`}</p>
${summaryList({
  rows: [
    place.hubId === null && { key: 'Code', value: draft.code ?? 'Not known' },
    { key: 'In a sentence', value: draft.summary },
    { key: 'How it is run', value: deliveryModelWords[draft.deliveryModel].label },
    { key: 'Phases', value: draft.phases.map((phase) => phaseLabels[phase]).join(', ') || 'None yet' },
    { key: 'Who joins', value: draft.unit === 'organisation' ? 'A school or institution' : 'One person' },
    { key: 'Headteacher confirms', value: draft.headteacherConfirms ? 'Yes' : 'No' },
  ],
})}
${usualSections.filter(({ key }) => draft.texts[key] !== '').map(({ key, heading }) => html`<h2 class="govuk-heading-m">${heading}</h2>${prose(draft.texts[key])}`)}
${draft.benefits.length > 0 && html`<h2 class="govuk-heading-m">What are the benefits?</h2><ul class="govuk-list govuk-list--bullet">${draft.benefits.map((benefit) => html`<li>${benefit}</li>`)}</ul>`}
${acts(shown)}${past(shown)}</div></div>`,
  )
}
