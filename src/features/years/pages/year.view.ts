import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout as page } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import { type AcademicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type LaidOutSection, type ListName, projectsNowhere, sectionsUnder, type YearLayout } from '../layout.ts'
import { actInWords, type ProjectToPlace, type YearVersion } from '../year.ts'
import { allYears, picture } from './years.view.ts'

/** A year as it is being written: the draft where there is one, else what is public. */
export type YearWritten = {
  readonly year: AcademicYear
  readonly layout: YearLayout
  readonly isDraft: boolean
  readonly isPublic: boolean
  readonly projects: readonly ProjectToPlace[]
  readonly titles: ReadonlyMap<string, string>
}

type Shown = YearWritten & {
  readonly marks: ReadonlyMap<string, string>
  readonly versions: readonly YearVersion[]
  readonly mark: string
  readonly form: FormState
}

export const yearPath = (year: AcademicYear): string => `/network/years/${yearSlug(year)}`
export const yearLink = (year: AcademicYear) => ({ text: yearLabel(year), href: yearPath(year) })

const nameOf = ({ title, code, status }: ProjectToPlace): string =>
  [title, code && `(${code})`, status === 'draft' && '(draft)'].filter(Boolean).join(' ')

const small = 'govuk-button--secondary govuk-!-margin-bottom-0'

/** Buttons that move something a step or remove it; each says to those who listen what it is about. */
export const stepButtons = (what: string, isFirst: boolean, isLast: boolean): Html => {
  const about = html`<span class="govuk-visually-hidden"> ${what}</span>`
  const step = (text: string, value: string) =>
    button({ text: html`${text}${about}`, name: 'step', value, classes: small, preventDoubleClick: true })
  return html`${!isFirst && step('Up', 'up')} ${!isLast && step('Down', 'down')} ${step('Remove', 'remove')}`
}

type Listed = {
  readonly id: string
  readonly name: string
  readonly said: Html
  readonly rank: number
  readonly many: number
  readonly isUnder?: boolean
}

const listOf = ({ year, marks }: Shown, list: ListName, items: readonly Listed[]): Html =>
  html`<ol class="govuk-list app-arranged">${items.map(
    ({
      id,
      name,
      said,
      rank,
      many,
      isUnder,
    }) => html`<li class="app-arranged__item${isUnder && ' app-arranged__item--under'}"><div class="app-arranged__text">
<a class="govuk-link" href="${yearPath(year)}/${list}/${id}">${name}</a>${said}</div>
<form method="post" action="${yearPath(year)}/arrange" class="app-arranged__steps">${hiddenField('list', list)}${hiddenField('id', id)}${hiddenField('mark', marks.get(id) ?? '')}${stepButtons(name, rank === 0, rank === many - 1)}</form></li>`,
  )}</ol>`

const heading = (text: string): Html => html`<h2 class="govuk-heading-m">${text}</h2>`
const adding = ({ year }: Shown, list: ListName, text: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${yearPath(year)}/${list}/new">${text}</a></p>`
const none = (text: string): Html => html`<p class="govuk-body">${text}</p>`

const sectionItem = (shown: Shown, section: LaidOutSection, rank: number, many: number): Listed => {
  const { projects } = section
  const count = projects.length === 1 ? '1 project' : `${projects.length} projects`
  return {
    id: section.id,
    name: section.title,
    said: html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${section.parent === null ? 'Section' : 'Family'}, ${count}${projects.length > 0 && `: ${projects.map((id) => shown.titles.get(id)).join('; ')}`}</span>`,
    rank,
    many,
    isUnder: section.parent !== null,
  }
}

const sections = (shown: Shown): Html => {
  const tops = sectionsUnder(shown.layout, null)
  const items = tops.flatMap((top, at) => {
    const families = sectionsUnder(shown.layout, top.id)
    return [
      sectionItem(shown, top, at, tops.length),
      ...families.map((family, below) => sectionItem(shown, family, below, families.length)),
    ]
  })
  const nowhere = projectsNowhere(shown.layout, shown.projects)
  return html`${heading('Sections and families')}${items.length === 0 ? none('None yet: every project stands in one list.') : listOf(shown, 'sections', items)}${adding(shown, 'sections', 'Add a section or a family')}${
    nowhere.length > 0 && insetText(`In no section, and so at the end: ${nowhere.map(nameOf).join('; ')}.`)
  }`
}

const notices = (shown: Shown): Html => {
  const all = shown.layout.notices
  const items = all.map(({ id, heading: name, body }, rank) => ({
    id,
    name,
    said: prose(body),
    rank,
    many: all.length,
  }))
  return html`${heading('Notices')}<p class="govuk-body">They stand on every project of the year.</p>${all.length > 0 && listOf(shown, 'notices', items)}${adding(shown, 'notices', 'Add a notice')}`
}

const goals = (shown: Shown): Html => {
  const all = shown.layout.goals
  const items = all.map(({ id, goal, by, projectId, standing }, rank) => ({
    id,
    name: `${by}: ${goal}`,
    said: html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${[projectId && shown.titles.get(projectId), standing || 'Where it stands has not been published'].filter(Boolean).join('. ')}</span>`,
    rank,
    many: all.length,
  }))
  return html`${heading('Goals of the programme')}${all.length > 0 && listOf(shown, 'goals', items)}${adding(shown, 'goals', 'Add a goal')}`
}

const partners = (shown: Shown): Html => {
  const all = shown.layout.partners
  const items = all.map(({ id, name, about }, rank) => ({ id, name, said: prose(about), rank, many: all.length }))
  return html`${heading('Partner bodies')}${all.length > 0 && listOf(shown, 'partners', items)}${adding(shown, 'partners', 'Add a partner body')}`
}

const versions = ({ year, versions: all }: Shown): Html | false =>
  all.length > 0 &&
  html`${heading('Versions')}${table({
    head: ['Version', 'What was done', 'When', 'By', 'Note'],
    rows: all.map(({ number, act, at, by, note }) => [
      html`<a class="govuk-link" href="${yearPath(year)}/versions/${number}">Version ${number}</a>`,
      actInWords[act],
      formatInstant(at),
      by ?? 'Not known',
      note ?? '',
    ]),
    stacks: true,
  })}`

const withdrawing = ({ year, isPublic, mark, form }: Shown): Html | false =>
  isPublic &&
  html`<h2 class="govuk-heading-m">Withdraw what it shows</h2><form method="post" action="${yearPath(year)}/withdraw" novalidate>${hiddenField('mark', mark)}
<p class="govuk-body">Introduction, sections, notices, goals and partner bodies are public no more, and become a draft. The projects of the year stay public, in one list.</p>
${textField(form, { name: 'note', label: 'Why is it withdrawn?', hint: 'Everybody reads it on the page of the year, until it is published again' })}${button({ text: 'Withdraw it', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`

const standing = ({ isDraft, isPublic }: Shown): Html => {
  if (isDraft && isPublic)
    return html`${statusTag('Draft of a correction', 'attention')} What is public stays as it is until you publish.`
  if (isDraft) return html`${statusTag('Draft', 'attention')} The national team alone sees how this year is laid out.`
  return isPublic
    ? html`${statusTag('Published', 'good')} What you change begins a draft beside it.`
    : html`${statusTag('Not laid out', 'attention')} Nothing has been written of this year yet.`
}

/** One year as it is being written, with everything that can be done to it. */
export const yearView = (frame: Frame, shown: Shown): Html => {
  const { year, layout, isDraft, mark } = shown
  const title = `The catalogue of ${yearInWords(year)}`
  return page(
    frame,
    {
      title,
      breadcrumbs: [picture, allYears, { text: yearLabel(year) }],
      errors: shown.form.errors,
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title,
      text: html`${standing(shown)}`,
      actions: [
        ...(isDraft ? [button({ text: 'Look over and publish', href: `${yearPath(year)}/publish` })] : []),
        html`<a class="govuk-link" href="${yearPath(year)}/preview">See it as everybody will</a>`,
        ...(shown.projects.some(({ status }) => status === 'draft')
          ? [html`<a class="govuk-link" href="${yearPath(year)}/preview?drafts=yes">With its drafts</a>`]
          : []),
        html`<a class="govuk-link" href="/network/projects?year=${yearSlug(year)}">Its projects</a>`,
        html`<a class="govuk-link" href="${yearPath(year)}/terms">Its words</a>`,
      ],
    })}
${heading('Introduction')}${layout.introduction === '' ? none('None yet.') : prose(layout.introduction)}
<p class="govuk-body"><a class="govuk-link" href="${yearPath(year)}/introduction">Change the introduction</a></p>
${sections(shown)}${notices(shown)}${goals(shown)}${partners(shown)}${versions(shown)}${withdrawing(shown)}
${
  isDraft &&
  html`<form method="post" action="${yearPath(year)}/discard">${hiddenField('mark', mark)}<h2 class="govuk-heading-m">Let the draft go</h2><p class="govuk-body">What is public stays. The draft can still be read among the versions.</p>${button({ text: 'Let the draft go', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}`,
  )
}
