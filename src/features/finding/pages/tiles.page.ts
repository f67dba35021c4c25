import { Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { moveTile } from '../actions/move-tile.ts'
import { hubsListed, tilesLaid } from '../hub-queries.ts'
import { numbered } from './hub-list.view.ts'
import { tileForm } from './tiles.form.ts'
import { tilesView } from './tiles.view.ts'

const draw = async ({ context, frame, query }: PageRequest, form: FormState) => {
  const [hubs, tiles] = await Promise.all([hubsListed(context.db), tilesLaid(context.db)])
  const notice = query.get('said') === 'moved' ? 'Moved. Everybody sees the map like this now.' : frame.notice
  return tilesView({ ...frame, notice }, { hubs: numbered({ hubs, tiles }), form })
}

/** The map of the hubs, to be laid out. */
export const showTiles: Page = async (request) => page(await draw(request, emptyForm))

/** Moves the tile of a hub; two hubs change places where the tile was another's. */
export const saveTile: Page = async (request) => {
  const form = parseForm(tileForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const { hub, column, row } = form.value
  try {
    await moveTile(request.context, { hub, tile: { column, row } })
    return redirect('/network/tiles?said=moved')
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, { typed: request.body, errors: [{ field: 'hub', message: problem.message }] }))
  }
}
