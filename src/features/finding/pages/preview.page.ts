import { found } from '../../../platform/errors.ts'
import type { Page, PageRequest } from '../../../platform/http/routes.ts'
import { type AcademicYear, parseAcademicYear, yearInWords, yearSlug } from '../../../vocabulary/academic-year.ts'
import { printCatalogue } from '../../catalogue/index.ts'
import { asPublished } from '../../years/index.ts'
import { showProjects } from './projects.page.ts'

const previewed =
  (draw: Page, asked: (request: PageRequest, year: AcademicYear) => Partial<PageRequest>): Page =>
  async (request) => {
    const year = found(parseAcademicYear(request.params['year'] ?? ''))
    return asPublished(request.context, year, (context) => draw({ ...request, ...asked(request, year), context }))
  }

/** The page of the catalogue as it will be once the draft of its year is published. */
export const previewCatalogue = previewed(showProjects, ({ frame }, year) => ({
  query: new URLSearchParams({ year: yearSlug(year) }),
  frame: { ...frame, notice: `This is how ${yearInWords(year)} will look once its draft is published.` },
}))

/** The same as it will be printed. */
export const previewPrint = previewed(printCatalogue, () => ({}))
