import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, nextYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type ProjectToRoll, type Rolling, withFate } from '../rolling.ts'

export const around = [
  { text: 'National picture', href: '/network' },
  { text: 'Roll a year over', href: '/network/roll-over' },
]

/** Choose the year that is rolled over. */
export const chooseView = (frame: Frame, years: readonly AcademicYear[]): Html =>
  layout(
    frame,
    {
      title: 'Roll a year over',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Roll a year over' }],
    },
    html`<h1 class="govuk-heading-l">Roll a year over</h1>
<p class="govuk-body">Every national project of a year that is or was public becomes a draft of the next. You see first what would be carried; nobody but the national team sees the drafts before you publish them.</p>
${
  years.length === 0
    ? emptyState({
        title: 'No year can be rolled over yet',
        text: 'A year can be rolled over once a national project of it is published.',
      })
    : html`<ul class="govuk-list govuk-list--bullet">${years.map((year) => html`<li><a class="govuk-link" href="/network/years/${yearSlug(year)}/roll-over">From ${yearLabel(year)} to ${yearLabel(nextYear(year))}</a></li>`)}</ul>`
}`,
  )

const number = (text: string | number) => ({ text, format: 'numeric' as const })
const named = ({ title, code }: ProjectToRoll): string => (code ? `${title} (${code})` : title)
const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

const leftOf = ({ code, isNew, formerly }: ProjectToRoll): string =>
  [code && `the code ${code}`, isNew && 'the mark “new”', formerly && `“formerly ${formerly}”`]
    .filter(Boolean)
    .join(', ') || 'nothing'

const drafted = (rolling: Rolling): Html | string => {
  const projects = withFate(rolling, 'drafted')
  if (projects.length === 0) return ''
  return table({
    caption: `Would become drafts of ${yearLabel(rolling.to)}`,
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    firstCellIsHeader: true,
    head: ['Project', number('Sections'), number('Promises'), number('Rules'), number('Themes'), 'Left behind'],
    rows: projects.map((project) => [
      named(project),
      number(project.sections),
      number(project.outcomes),
      number(project.criteria),
      number(project.themes),
      leftOf(project),
    ]),
  })
}

const continued = (rolling: Rolling): Html | string => {
  const projects = withFate(rolling, 'continued')
  if (projects.length === 0) return ''
  return table({
    caption: `Continued in ${yearLabel(rolling.to)} already, and left alone`,
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    firstCellIsHeader: true,
    head: ['Project', 'Continued by', 'State'],
    rows: projects.map((project) => [
      named(project),
      html`<a class="govuk-link" href="/network/projects/${project.successor?.id}">${project.successor?.title}</a>`,
      project.successor?.status === 'draft'
        ? 'Draft'
        : project.successor?.status === 'withdrawn'
          ? 'Withdrawn'
          : 'Public',
    ]),
  })
}

const inTheWay = (rolling: Rolling): Html | string => {
  const projects = withFate(rolling, 'in_the_way')
  if (projects.length === 0) return ''
  return html`<h2 class="govuk-heading-m">Not carried: another project has the same address</h2>
<p class="govuk-body">A project of this title is in ${yearLabel(rolling.to)}, and nothing says that it continues the earlier one. Say so in its lineage, or give it another title.</p>
<ul class="govuk-list govuk-list--bullet">${projects.map(({ namesake }) => html`<li><a class="govuk-link" href="/network/projects/${namesake?.id}">${namesake?.title}</a></li>`)}</ul>`
}

const leftBehind = (rolling: Rolling): Html => {
  const [withdrawn, drafts] = [withFate(rolling, 'withdrawn'), withFate(rolling, 'not_published')]
  const items = [
    rolling.notices.length > 0 && `Notices of the year: ${rolling.notices.join(', ')}`,
    rolling.goals > 0 && `${counted(rolling.goals, 'goal')} of the year, with where it stands`,
    rolling.hasIntroduction && 'The introduction of the catalogue, which is written for each year',
    'Codes, the mark “new” and former titles; dates of publishing',
    'Offers of hubs: each hub takes its own along, once the new project is published',
    withdrawn.length > 0 && `Withdrawn: ${withdrawn.map(named).join(', ')}`,
    drafts.length > 0 && `Never published: ${drafts.map(named).join(', ')}`,
    rolling.ownProjects > 0 &&
      `${counted(rolling.ownProjects, 'project')} that hubs devised for themselves: each hub writes its own anew`,
  ]
  return html`<h2 class="govuk-heading-m">What stays behind</h2><ul class="govuk-list govuk-list--bullet">${items.map((item) => item && html`<li>${item}</li>`)}</ul>`
}

const deciding = (rolling: Rolling): Html => {
  const count = withFate(rolling, 'drafted').length
  const review = html`<a class="govuk-link" href="/network/years/${yearSlug(rolling.to)}/review">the review list of ${yearLabel(rolling.to)}</a>`
  if (count === 0) return html`<p class="govuk-body">Nothing is left to carry. See ${review}.</p>`
  return html`<form method="post" action="/network/years/${yearSlug(rolling.from)}/roll-over" novalidate>${button({ text: `Make ${counted(count, 'draft')} of ${yearLabel(rolling.to)}`, preventDoubleClick: true })}</form>`
}

const sectionsInWords = ({ sections, from, to }: Rolling): string => {
  if (sections.there > 0) return `${yearLabel(to)} is laid out already: drafts stand in the sections of the same name`
  return sections.carried > 0
    ? `${counted(sections.carried, 'section')} of the catalogue are carried with their introductions, as a draft of how the year is laid out`
    : `${yearLabel(from)} has no sections`
}

/** What rolling a year over would do. */
export const rollOverView = (frame: Frame, rolling: Rolling, errors: readonly FieldError[]): Html => {
  const { from, to, isOpen } = rolling
  const title = `Roll ${yearLabel(from)} over to ${yearLabel(to)}`
  return layout(
    frame,
    { title, breadcrumbs: [...around, { text: title }], errors, wide: true },
    html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Each draft continues its project by lineage and carries its text, promises, themes, rules of who can take part, stage, partners and since when it runs, with the source of that. ${!isOpen && `The year ${yearLabel(to)} is opened.`} Nobody but the national team sees the drafts.</p>
${statFigures([
  { label: 'Drafts to be made', value: withFate(rolling, 'drafted').length },
  { label: 'Continued already', value: withFate(rolling, 'continued').length },
  {
    label: 'Sections of the catalogue',
    value: rolling.sections.there > 0 ? 0 : rolling.sections.carried,
    definition: sectionsInWords(rolling),
  },
])}
${deciding(rolling)}${drafted(rolling)}${inTheWay(rolling)}${continued(rolling)}${leftBehind(rolling)}`,
  )
}
