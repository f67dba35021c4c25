import type { Context } from '../../../platform/context.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import type { AcademicYear } from '../../../vocabulary/academic-year.ts'
import { schoolSign } from '../../catalogue/index.ts'
import {
  cataloguedProjects,
  catalogueYears,
  type Project,
  pathwaysOfYear,
  yearAsPublished,
} from '../../projects/index.ts'
import { type Asked, askedHref, chosenOf, isNarrowed } from '../asked.ts'
import { lookFor, nearbyOf, projectOfCode } from '../looking-queries.ts'
import type { Led } from '../place.ts'
import { ledTo } from '../place-queries.ts'
import { problemsOf } from '../problems.ts'
import { type Reading, readAsked } from '../reading.ts'
import { countsOf, fitting, loosened, ordered, orderOf, type Searched, unknownDistances } from '../search.ts'
import { shownOf } from '../shown-queries.ts'
import type { Term } from '../terms.ts'
import { layoutView } from './catalogue.view.ts'
import type { Around } from './filter.view.ts'
import { resultsView } from './projects.view.ts'

const pageSize = 20
const offersShown = 3

type Found = {
  readonly asked: Asked
  readonly searched: Searched
  readonly terms: readonly Term[]
  readonly led: Led | null
  readonly named: Project | null
}

// A code names one project of one year: unless a year is asked for, it is that one.
const inItsYear = ({ asked, isYearSaid }: Reading, project: Project | null): Asked =>
  project && !isYearSaid ? { ...asked, year: project.year } : asked

// A place or a hub that nobody knows leaves nothing out.
const understoodOf = ({ asked, led, searched }: Found): Asked => ({
  ...asked,
  within: nearbyOf(led) === null ? null : asked.within,
  hub: searched.hubs.some(({ slug }) => slug === asked.hub) ? asked.hub : null,
})

const resultsOf = async ({ db, today }: Context, found: Found) => {
  const { searched, led, terms, named } = found
  const understood = understoodOf(found)
  const all = ordered(fitting(searched, understood), orderOf(understood), searched.forRole)
  const last = Math.max(1, Math.ceil(all.length / pageSize))
  const at = Math.min(found.asked.page, last)
  const here = all.slice((at - 1) * pageSize, at * pageSize)
  return {
    asked: { ...found.asked, page: at },
    led,
    terms,
    named,
    last,
    pageSize,
    total: all.length,
    loosened: all.length === 0 ? loosened(searched, understood, chosenOf(understood)) : [],
    unknownDistances: unknownDistances(searched, understood),
    shown: await shownOf(db, { fitting: here, hubs: searched.hubs, today, most: offersShown }),
  }
}

const laidOut = async ({ db }: Context, year: AcademicYear) => {
  const [projects, published, pathways] = await Promise.all([
    cataloguedProjects(db, { year }),
    yearAsPublished(db, year),
    pathwaysOfYear(db, year),
  ])
  return { projects, published, pathways }
}

/** The catalogue of a year: laid out in its sections, or what fits what the address asks for. */
export const showProjects: Page = async ({ context, query, frame }) => {
  const years = await catalogueYears(context.db)
  const reading = readAsked(query, years, context.today)
  const named = await projectOfCode(context.db, reading.asked.words)
  const asked = inItsYear(reading, named)
  const led = asked.near === '' ? null : await ledTo(context.db, asked.near)
  if (led?.kind === 'place' && led.school && asked.near !== schoolSign(led.school))
    return redirect(askedHref(asked, { near: schoolSign(led.school), page: asked.page }))
  const { searched, terms } = await lookFor(context.db, { asked, nearby: nearbyOf(led), today: context.today })
  const found = { asked, searched, terms, led, named }
  const around: Around = {
    asked,
    years,
    led,
    hubs: searched.hubs,
    counts: countsOf(searched, understoodOf(found)),
    problems: problemsOf(reading, found),
  }
  if (!isNarrowed(asked)) return page(layoutView(frame, { ...around, ...(await laidOut(context, asked.year)) }))
  const results = await resultsOf(context, found)
  const beyond = asked.page > results.last ? [{ field: '', message: pagesInWords(results.last) }] : []
  return page(resultsView(frame, { ...around, ...results, problems: [...around.problems, ...beyond] }))
}

const pagesInWords = (last: number): string =>
  `There ${last === 1 ? 'is 1 page' : `are ${last} pages`}: this is the last.`
