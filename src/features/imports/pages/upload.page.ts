import { Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { fileRefused, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { CannotRead, readSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import { emptyForm } from '../../../ui/fields.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { endInWords, offersOfHub } from '../../offers/index.ts'
import type { ListKind } from '../../old-lists/index.ts'
import { uploadSpreadsheet } from '../actions/upload-spreadsheet.ts'
import { hubAt } from './imports.page.ts'
import { uploadView } from './upload.view.ts'

const around = async (request: PageRequest) => {
  const hub = await hubAt(request)
  const offers = (await offersOfHub(request.context.db, hub.id)).filter(
    (offer) => endInWords(offer) === null && offer.status !== 'draft',
  )
  return { hub, offers: offers.map(({ id, project, slug, year }) => ({ id, title: project.title, slug, year })) }
}

export const showUpload: Page = async (request) =>
  page(uploadView(request.frame, { ...(await around(request)), form: emptyForm }))

type Chosen = { readonly kind: ListKind; readonly offerId: string | null }

const chosenFrom = (request: PageRequest, offers: readonly { id: string }[]): Chosen | FieldError => {
  const kind = typedText(request.body, 'kind')
  if (kind === 'people') return { kind, offerId: null }
  if (kind !== 'interest') return { field: 'kind', message: 'Choose what the file holds' }
  const offer = offers.find(({ id }) => id === typedText(request.body, 'offer'))
  return offer ? { kind, offerId: offer.id } : { field: 'offer', message: 'Choose the offer that they asked to join' }
}

/** Takes a file, reads it by what it is, and keeps its rows; nothing is written of them yet. */
export const upload: Page = async (request) => {
  const shown = await around(request)
  const again = (...errors: FieldError[]) =>
    uploadView(request.frame, { ...shown, form: { typed: request.body, errors } })
  const chosen = chosenFrom(request, shown.offers)
  const file = request.upload
  const missing = file ? [] : [{ field: 'file', message: 'Choose a file' }]
  if ('field' in chosen || !file) return invalid(again(...('field' in chosen ? [chosen] : []), ...missing))
  try {
    const sheet = await readSpreadsheet(file.bytes, typedText(request.body, 'sheet'))
    const fileName = file.name || 'Spreadsheet'
    const id = await uploadSpreadsheet(request.context, { hubId: shown.hub.id, ...chosen, fileName, sheet })
    return redirect(`/hub/${shown.hub.slug}/imports/${id}/columns`)
  } catch (problem) {
    if (problem instanceof Refused) return invalid(again({ field: 'file', message: problem.message }))
    if (problem instanceof CannotRead) return fileRefused(again({ field: 'file', message: problem.message }), 415)
    throw problem
  }
}
