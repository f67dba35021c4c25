import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { forgetMatching } from '../actions/discard-import.ts'
import { matchingsOf } from '../matching-queries.ts'
import { importAtHub, importsOfHub } from '../queries.ts'
import { importsView } from './imports.view.ts'

/** The hub of the address; there is none for those who are not its staff, as the route says. */
export const hubAt = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

/** The hub's import of the address. */
export const importAt = async (request: PageRequest) => {
  const hub = await hubAt(request)
  const id = request.params['import'] ?? ''
  const spreadsheet = found(isId(id) ? await importAtHub(request.context.db, id, hub.id) : null)
  return { hub, spreadsheet, base: `/hub/${hub.slug}/imports/${spreadsheet.id}` }
}

const listOf = async (request: PageRequest) => {
  const hub = await hubAt(request)
  const { db } = request.context
  const [imports, matchings] = await Promise.all([importsOfHub(db, hub.id), matchingsOf(db, hub.id)])
  return { hub, imports, matchings }
}

/** The spreadsheets that a hub has brought, and what it has remembered of their columns. */
export const showImports: Page = async (request) => page(importsView(request.frame, await listOf(request)))

export const forget: Page = async (request) => {
  const list = await listOf(request)
  const { hub, matchings } = list
  const matching = found(matchings.find(({ id }) => id === request.params['matching']))
  if (typedText(request.body, 'forget') !== 'yes') return invalid(importsView(request.frame, list))
  await forgetMatching(request.context, { hubId: hub.id, matchingId: matching.id })
  return redirect(`/hub/${hub.slug}/imports`)
}
