import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { file, type Page, page } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import { qrCode } from '../../../platform/qr-code.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { type AcademicYear, parseAcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { proseOf } from '../../../vocabulary/prose.ts'
import { hubsById } from '../../organisations/index.ts'
import { allInFull, cataloguedProjects, catalogueYears, type Project, yearAsPublished } from '../../projects/index.ts'
import { type CatalogueData, catalogueJson, catalogueRows } from '../catalogue-data.ts'
import { printedCatalogue } from '../catalogue-print.ts'
import { catalogueDataView } from './catalogue-data.view.ts'

const namesOfDevisers = async ({ db }: Context, projects: readonly Project[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(projects.flatMap(({ hubId }) => hubId ?? []))]
  const hubs = await hubsById(db, ids)
  return new Map([...hubs.values()].map(({ id, name }) => [id, name]))
}

const catalogueOf = async (context: Context, year: AcademicYear): Promise<CatalogueData> => {
  const [projects, published] = await Promise.all([
    cataloguedProjects(context.db, { year }),
    yearAsPublished(context.db, year),
  ])
  found(projects[0])
  const [full, hubNames] = await Promise.all([allInFull(context.db, projects), namesOfDevisers(context, projects)])
  return { ...published, projects: full, hubNames, baseUrl: context.config.baseUrl }
}

const yearIn = (params: Readonly<Record<string, string>>): AcademicYear =>
  found(parseAcademicYear(params['year'] ?? ''))

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '')

/** The catalogue of a year as it is printed. */
export const printCatalogue: Page = async ({ context, params, frame }) => {
  const year = yearIn(params)
  const catalogue = await catalogueOf(context, year)
  const address = `${catalogue.baseUrl}/projects?year=${yearSlug(year)}`
  const hubs = `${catalogue.baseUrl}/hubs`
  const pdf = await typeset({
    template: 'features/catalogue/catalogue.typ',
    data: {
      ...printedCatalogue(catalogue),
      network: frame.networkName,
      year: yearLabel(year),
      takingPart: proseOf(
        'Ask the hub near you which of these projects it offers, and how to join. You can turn to any hub.',
      ),
      address,
      addressWords: withoutScheme(address),
      hubs,
      hubsWords: withoutScheme(hubs),
      made: formatDate(context.today),
      qr: qrCode(address),
    },
  })
  return file({ body: pdf, type: 'application/pdf', name: `projects-${yearSlug(year)}.pdf` })
}

/** The catalogue of a year as a table. */
export const listCatalogue: Page = async ({ context, params }) => {
  const year = yearIn(params)
  const body = writeCsv(catalogueRows(await catalogueOf(context, year)))
  return file({ body, type: 'text/csv; charset=utf-8', name: `projects-${yearSlug(year)}.csv` })
}

/** The same for programs, with every text. */
export const tellCatalogue: Page = async ({ context, params }) => {
  const year = yearIn(params)
  const body = catalogueJson(await catalogueOf(context, year), yearSlug(year))
  return file({ body, type: 'application/json; charset=utf-8', name: `projects-${yearSlug(year)}.json` })
}

/** What the columns of these files mean. */
export const explainCatalogueData: Page = async ({ context, frame }) =>
  page(catalogueDataView(frame, await catalogueYears(context.db)))
