import type { Context } from '../../../platform/context.ts'
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
    const withDrafts = request.query.get('drafts') === 'yes'
    const drawn = (context: Context) => draw({ ...request, ...asked(request, year), context })
    return asPublished(request.context, year, drawn, { withDrafts })
  }

/** The page of the catalogue as it will be once the draft of its year is published. */
export const previewCatalogue = previewed(showProjects, ({ frame, query }, year) => ({
  query: new URLSearchParams({ year: yearSlug(year) }),
  frame: {
    ...frame,
    notice: `This is how ${yearInWords(year)} will look once its draft is published${query.get('drafts') === 'yes' ? ' and every project that is a draft with it' : ''}.`,
  },
}))

/** The same as it will be printed. */
export const previewPrint = previewed(printCatalogue, () => ({}))
