import { found } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import { academicYear, academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { hubBySlug } from '../../organisations/index.ts'
import type { Scope } from './days.view.ts'

/** Whose calendar is looked after: that of the network, or what a hub states for the authorities that it serves. */
export const scopeOf = async ({ context, params }: PageRequest): Promise<Scope> => {
  const slug = params['hub']
  if (slug === undefined) return { hub: null, base: '/network/days' }
  const { id, name } = found(await hubBySlug(context.db, slug))
  return { hub: { id, slug, name }, base: `/hub/${slug}/days` }
}

/** The academic year asked for, or the present one; and those beside it. */
export const yearAsked = ({ context, query }: PageRequest) => {
  const present = academicYearOf(context.today)
  const year = parseAcademicYear(query.get('year') ?? '') ?? present
  return { year, years: [-1, 0, 1, 2].map((step) => academicYear(present + step)) }
}
