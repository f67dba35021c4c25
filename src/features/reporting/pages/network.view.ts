import { bar } from '../../../ui/charts/bar.ts'
import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { table } from '../../../ui/components/table.ts'
import { emptyForm, hiddenField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import {
  apart,
  type Counts,
  definitions,
  gathered,
  type Indicator,
  indicatorLabels,
  indicators,
  type Line,
  sumOf,
} from '../indicator.ts'

export type National = {
  readonly asked: {
    readonly year: number
    readonly hubSlug: string | null
    readonly projectSlug: string | null
    readonly by: 'hub' | 'project'
    readonly asAtDay: Temporal.PlainDate
  }
  readonly choices: {
    readonly years: readonly number[]
    readonly hubs: readonly { id: string; slug: string; name: string }[]
    readonly projects: readonly { id: string; slug: string; title: string; code: string | null }[]
  }
  readonly lines: readonly Line[]
  readonly organisations: { readonly national: Counts; readonly own: Counts }
  readonly mayPublish: boolean
  readonly query: (more?: Readonly<Record<string, string>>) => string
}

const filter = ({ asked, choices }: National): Html =>
  filterPanel({
    action: '/network',
    keep: { by: asked.by },
    fields: html`${selectField(emptyForm, { name: 'year', label: 'Year', blank: false, value: yearSlug(academicYear(asked.year)), items: choices.years.map((year) => ({ value: yearSlug(academicYear(year)), text: yearLabel(academicYear(year)) })) })}
${selectField(emptyForm, { name: 'project', label: 'Project', blank: 'All projects', value: asked.projectSlug, items: choices.projects.map(({ slug, title, code }) => ({ value: slug, text: code ? `${title} (${code})` : title })) })}
${selectField(emptyForm, { name: 'hub', label: 'Hub', blank: 'All hubs', value: asked.hubSlug, items: choices.hubs.map(({ slug, name }) => ({ value: slug, text: name })) })}
${textField(emptyForm, { name: 'as-at', label: 'As at', hint: 'What was recorded by the end of this day', value: formatDate(asked.asAtDay) })}`,
  })

const figuresPart = (lines: readonly Line[], organisations: Counts): Html => {
  const total = sumOf(lines)
  return statFigures(
    indicators.map((indicator) => ({
      label: indicatorLabels[indicator],
      value: total[indicator],
      change: `${formatCount(organisations[indicator])} different ${organisations[indicator] === 1 ? 'organisation' : 'organisations'}`,
      definition: definitions[indicator],
    })),
  )
}

const picture = (lines: readonly Line[]): Html => {
  const total = sumOf(lines)
  const longest = Math.max(1, ...indicators.map((indicator) => total[indicator]))
  return html`<dl class="app-bars">${indicators.map((indicator) => html`<div class="app-bars__row"><dt>${indicatorLabels[indicator]}</dt><dd>${bar(`${indicatorLabels[indicator]}: ${total[indicator]}`, total[indicator], longest)}</dd><dd>${formatCount(total[indicator])}</dd></div>`)}</dl>`
}

const byLine = ({ asked: { by } }: National, lines: readonly Line[], of: string): Html => {
  const rows = gathered(lines, by)
  const total = sumOf(lines)
  const numeric = (text: string | number) => ({ text, format: 'numeric' as const })
  return scrollable(
    `The four figures: ${of}`,
    table({
      caption: `${of}, by ${by}`,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [by === 'hub' ? 'Hub' : 'Project', ...indicators.map((indicator) => numeric(indicatorLabels[indicator]))],
      rows: [
        ...rows.map((row) => [row.name, ...indicators.map((indicator) => numeric(formatCount(row[indicator])))]),
        [html`<strong>All</strong>`, ...indicators.map((indicator) => numeric(formatCount(total[indicator])))],
      ],
    }),
  )
}

const publishing = ({ asked, mayPublish }: National): Html | string =>
  mayPublish
    ? html`<h2 class="govuk-heading-m">Publish a figure</h2>
<p class="govuk-body">A published figure is a snapshot of the whole network’s national projects, with its definition. It stays for ever and is seen by everyone.</p>
<form method="post" action="/network/figures" novalidate>${hiddenField('year', yearSlug(academicYear(asked.year)))}${hiddenField('as-at', asked.asAtDay.toString())}
${selectField(emptyForm, { name: 'indicator', label: 'Figure', blank: false, items: indicators.map((indicator: Indicator) => ({ value: indicator, text: indicatorLabels[indicator] })) })}
${button({ text: `Publish it for ${yearLabel(academicYear(asked.year))} as at ${formatDate(asked.asAtDay)}`, preventDoubleClick: true })}</form>`
    : ''

const ownPart = (national: National): Html | string => {
  const { own } = apart(national.lines)
  if (own.length === 0) return ''
  return html`<h2 class="govuk-heading-m">Projects that hubs devised for themselves</h2>
<p class="govuk-body">They are counted apart: none of them is in the figures above.</p>
${figuresPart(own, national.organisations.own)}${byLine(national, own, 'Hubs’ own projects')}`
}

/** The national picture: four figures that are never mixed, each with its definition, as at a day. */
export const networkView = (frame: Frame, national: National): Html => {
  const { asked, query, lines } = national
  const other = asked.by === 'hub' ? 'project' : 'hub'
  return layout(
    frame,
    { title: 'National picture', wide: true },
    html`${actionBar({
      caption: frame.networkName,
      title: `National picture, ${yearLabel(academicYear(asked.year))}`,
      text: `As at ${formatDate(asked.asAtDay)}: what was recorded by then. The window is the academic year of the project.`,
      actions: [
        button({ text: 'Download as CSV', href: `/network.csv${query()}`, classes: 'govuk-button--secondary' }),
        html`<a class="govuk-link" href="/network/figures">Published figures</a>`,
        html`<a class="govuk-link" href="/network/stages">Stages over the years</a>`,
        html`<a class="govuk-link" href="/network/targets">Recruitment against plan</a> · <a class="govuk-link" href="/network/forecast">What to expect</a>`,
        national.mayPublish ? html`<a class="govuk-link" href="/network/access">Who can do and see what</a>` : html``,
        national.mayPublish
          ? html`<a class="govuk-link" href="/network/projects">National catalogue</a> · <a class="govuk-link" href="/network/years">Its years</a> · <a class="govuk-link" href="/network/days">Days that matter</a> · <a class="govuk-link" href="/network/mail-times">When mail goes</a> · <a class="govuk-link" href="/network/pathways">Pathways</a>`
          : html``,
        html`<a class="govuk-link" href="/network/drift">Own texts of hubs</a>`,
        html`<a class="govuk-link" href="/network/own-rules">Rules of hubs’ own</a>`,
        national.mayPublish ? html`<a class="govuk-link" href="/network/roll-over">Roll a year over</a>` : html``,
        national.mayPublish ? html`<a class="govuk-link" href="/network/people">People of the network</a>` : html``,
        national.mayPublish
          ? html`<a class="govuk-link" href="/network/personal-data">People’s data, erasures and retention</a>`
          : html``,
        html`<a class="govuk-link" href="/network/hubs">Hubs</a>`,
        national.mayPublish ? html`<a class="govuk-link" href="/network/organisations">Organisations</a>` : html``,
        national.mayPublish ? html`<a class="govuk-link" href="/network/registers">National registers</a>` : html``,
        national.mayPublish
          ? html`<a class="govuk-link" href="/network/duplicates">Records that may be the same</a>`
          : html``,
      ],
    })}
${figuresPart(apart(lines).national, national.organisations.national)}
${filtered(
  filter(national),
  lines.length === 0
    ? emptyState({ title: 'Nothing is recorded for this choice', text: 'Choose another year, project, hub or day.' })
    : html`${picture(apart(lines).national)}<p class="govuk-body"><a class="govuk-link" href="/network${query({ by: other })}">Show it by ${other}</a></p>${byLine(national, apart(lines).national, 'National catalogue')}${ownPart(national)}${publishing(national)}`,
)}`,
  )
}
