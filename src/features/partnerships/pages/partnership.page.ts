import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { invalidForm, parseForm, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYear, academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type Organisation, organisationById } from '../../organisations/index.ts'
import { beginPartnership } from '../actions/begin-partnership.ts'
import { endPartnership } from '../actions/end-partnership.ts'
import type { Partnership } from '../partnership.ts'
import { partnershipAt } from '../queries.ts'
import { bodyMeant } from './meant.ts'
import { partnershipForm } from './partnership.form.ts'
import { endView, partnershipView } from './partnership.view.ts'

/** The body that the address names. */
export const bodyOf = async ({ context, params }: PageRequest): Promise<Organisation> => {
  const id = params['organisation'] ?? ''
  return found(isId(id) ? await organisationById(context.db, id) : null)
}

const yearsBefore = 2

const shown = async (request: PageRequest, form: FormState) => {
  const now = academicYearOf(request.context.today)
  const years = Array.from({ length: yearsBefore + 2 }, (_, at) => academicYear(now + 1 - at))
  return partnershipView(request.frame, { body: await bodyOf(request), years, now, form })
}

export const askForPartnership: Page = async (request) => page(await shown(request, emptyForm))

export const savePartnership: Page = async (request) => {
  const { context, body } = request
  const { id } = await bodyOf(request)
  const form = parseForm(partnershipForm, body)
  if (!form.ok) return invalid(await shown(request, form))
  const again = async (field: string, message: string) => {
    const wrong = invalidForm(body, { field, message })
    return invalid(await shown(request, wrong.ok ? emptyForm : wrong))
  }
  const { part, year } = form.value
  const kinds = part === 'provider' ? (['itt_provider'] as const) : (['itt_provider', 'school'] as const)
  const other = await bodyMeant(request, typedText(body, 'other'), kinds)
  if ('sentence' in other) return again('other', other.sentence)
  const [providerId, partnerId] = part === 'provider' ? [other.id, id] : [id, other.id]
  try {
    await beginPartnership(context, { providerId, partnerId, year })
    return redirect(`/network/organisations/${id}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again('other', problem.message)
  }
}

const partnershipOf = async ({ context, params }: PageRequest): Promise<Partnership> => {
  const { accredited: provider = '', partner = '' } = params
  const year = parseAcademicYear(params['year'] ?? '')
  if (!isId(provider) || !isId(partner) || year === null) throw new NotFound('Not found')
  return found(await partnershipAt(context.db, { providerId: provider, partnerId: partner, year }))
}

export const askForEnd: Page = async (request) => {
  const partnership = await partnershipOf(request)
  return page(endView(request.frame, partnership))
}

export const saveEnd: Page = async (request) => {
  const { provider, partner, year } = await partnershipOf(request)
  await endPartnership(request.context, { providerId: provider.id, partnerId: partner.id, year })
  return redirect(`/network/organisations/${provider.id}`)
}
