import { found } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { markOf } from '../../../platform/versions.ts'
import { formFrom } from '../../../ui/fields.ts'
import { writeListed } from '../actions/change-layout.ts'
import { partnerForm } from './parts.form.ts'
import { type Draw, markIn, nameIn, saved } from './parts.page.ts'
import { partnerView } from './parts.view.ts'
import { yearBeingWritten } from './year.page.ts'

const drawPartner =
  (request: PageRequest, id: string): Draw =>
  async (opened) =>
    partnerView(request.frame, { ...(await yearBeingWritten(request)), ...opened, id })

const partnerNow = async (request: PageRequest, id: string) =>
  (await yearBeingWritten(request)).layout.partners.find((each) => each.id === id)

/** A partner body of a year, to write or to write anew. */
export const askForPartner: Page = async (request) => {
  const id = nameIn(request, 'partnerBody')
  const partner = await partnerNow(request, id)
  if (request.params['partnerBody'] !== 'new') found(partner ?? null)
  const { name = '', about = '', website = '' } = partner ?? {}
  return page(await drawPartner(request, id)({ form: formFrom({ name, about, website }), mark: markOf(partner) }))
}

export const savePartner: Page = async (request) => {
  const id = nameIn(request, 'partnerBody')
  const form = parseForm(partnerForm, request.body)
  const draw = drawPartner(request, id)
  if (!form.ok) return invalid(await draw({ form, mark: markIn(request) }))
  const { year } = await yearBeingWritten(request)
  const one = { id, ...form.value }
  return saved(request, {
    save: () => writeListed(request.context, { year, list: 'partners', one, mark: markIn(request) }),
    draw,
    markNow: async () => markOf(await partnerNow(request, id)),
    field: 'name',
  })
}
