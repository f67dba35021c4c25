import { found, Refused } from '../../../platform/errors.ts'
import { invalidForm, parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { stateTrust } from '../actions/state-trust.ts'
import type { SchoolInTrust } from '../partnership.ts'
import { schoolInTrust } from '../queries.ts'
import { bodyMeant } from './meant.ts'
import { trustForm } from './trust.form.ts'
import { trustView } from './trust.view.ts'

const schoolOf = async ({ context, params }: PageRequest): Promise<SchoolInTrust> => {
  const id = params['school'] ?? ''
  return found(isId(id) ? await schoolInTrust(context.db, id) : null)
}

export const askForTrust: Page = async (request) =>
  page(trustView(request.frame, { known: await schoolOf(request), today: request.context.today, form: emptyForm }))

export const saveTrust: Page = async (request) => {
  const { context, frame, body } = request
  const known = await schoolOf(request)
  const schoolId = known.school.id
  const form = parseForm(trustForm, body)
  const shown = { known, today: context.today }
  if (!form.ok) return invalid(trustView(frame, { ...shown, form }))
  const again = (field: string, message: string) => {
    const wrong = invalidForm(body, { field, message })
    return invalid(trustView(frame, { ...shown, form: wrong.ok ? emptyForm : wrong }))
  }
  const { trust, on } = form.value
  const meant = trust === null ? { id: null } : await bodyMeant(request, trust, ['trust'])
  if ('sentence' in meant) return again('trust', meant.sentence)
  try {
    await stateTrust(context, { schoolId, trustId: meant.id, on })
    return redirect(`/network/organisations/${schoolId}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again(trust === null ? 'belongs' : 'trust', problem.message)
  }
}
