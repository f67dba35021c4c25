import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { academicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { publishFigure } from '../actions/publish-figure.ts'
import { csvOf } from '../csv.ts'
import { definitions, indicatorLabels, indicators } from '../indicator.ts'
import { mayPublishFigure } from '../policy.ts'
import { choicesOf, figuresOf, organisationsOf, publishedFigure, publishedFigures } from '../queries.ts'
import { figuresView, figureView } from './figures.view.ts'
import { type Asked, publishForm, readFilter } from './network.form.ts'
import { networkView } from './network.view.ts'

const filterOf = async (context: Context, asked: Asked) => {
  const choices = await choicesOf(context.reports, asked.year)
  const hub = choices.hubs.find(({ slug }) => slug === asked.hubSlug)
  const project = choices.projects.find(({ slug }) => slug === asked.projectSlug)
  // What is not there is not quietly shown as everything.
  if (asked.hubSlug !== null) found(hub)
  const filter = { year: asked.year, asAt: asked.asAt, hubId: hub?.id ?? null, projectId: project?.id ?? null }
  return { choices, filter, asked: { ...asked, projectSlug: project?.slug ?? null } }
}

const addressOf =
  (asked: Asked) =>
  (more: Readonly<Record<string, string>> = {}) => {
    const all = {
      year: yearSlug(academicYear(asked.year)),
      hub: asked.hubSlug ?? '',
      project: asked.projectSlug ?? '',
      'as-at': asked.asAtDay.toString(),
      by: asked.by,
      ...more,
    }
    return `?${new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''))}`
  }

export const showNetwork: Page = async ({ context, query, frame }) => {
  const { choices, filter, asked } = await filterOf(context, readFilter(query, context))
  const [lines, organisations] = await Promise.all([
    figuresOf(context.reports, filter),
    organisationsOf(context.reports, filter),
  ])
  return page(
    networkView(frame, {
      asked,
      choices,
      lines,
      organisations,
      mayPublish: mayPublishFigure(context.actor),
      query: addressOf(asked),
    }),
  )
}

const download = (name: string, rows: readonly (readonly (string | number)[])[]): Answer => ({
  status: 200,
  type: 'text/csv; charset=utf-8',
  body: csvOf(rows),
  headers: { 'content-disposition': `attachment; filename="${name}.csv"` },
})

export const downloadNetwork: Page = async ({ context, query }) => {
  const { filter, asked } = await filterOf(context, readFilter(query, context))
  const lines = await figuresOf(context.reports, filter)
  const year = yearLabel(academicYear(asked.year))
  const asAt = asked.asAt.round('second').toString()
  return download(`network-${yearSlug(academicYear(asked.year))}`, [
    ['Year', 'As at', 'Hub', 'Project', 'Devised by', ...indicators.map((indicator) => indicatorLabels[indicator])],
    ...lines.map((line) => [
      ...[year, asAt, line.hub, line.project, line.isOwn ? 'The hub itself' : 'National catalogue'],
      ...indicators.map((indicator) => line[indicator]),
    ]),
    [],
    ...indicators.map((indicator) => [indicatorLabels[indicator], definitions[indicator]]),
  ])
}

export const showFigures: Page = async ({ context, frame }) =>
  page(figuresView(frame, await publishedFigures(context.db)))

/** A published figure; its rows when the address ends in .csv. */
export const showFigure: Page = async ({ context, params, frame }) => {
  const asked = params['figure'] ?? ''
  const id = asked.replace(/\.csv$/, '')
  const figure = found(isId(id) ? await publishedFigure(context.db, id) : null)
  if (id === asked) return page(figureView(frame, figure))
  const year = yearLabel(academicYear(figure.year))
  return download(`${figure.indicator}-${yearSlug(academicYear(figure.year))}`, [
    ['Indicator', 'Year', 'As at', 'Hub', 'Project', 'Count'],
    ...figure.figures.rows.map(({ hub, project, count }) => [
      indicatorLabels[figure.indicator],
      year,
      figure.as_at.toString(),
      hub,
      project,
      count,
    ]),
  ])
}

export const saveFigure: Page = async ({ context, body }) => {
  const parsed = parseForm(publishForm, body)
  if (!parsed.ok) return redirect('/network')
  const { asAt } = readFilter(new URLSearchParams({ 'as-at': typedText(body, 'as-at') }), context)
  const id = await publishFigure(context, { indicator: parsed.value.indicator, year: parsed.value.year, asAt })
  return redirect(`/network/figures/${id}`)
}
