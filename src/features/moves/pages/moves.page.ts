import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { comingMovesAtHub } from '../../people/index.ts'
import { decideMove } from '../actions/decide-move.ts'
import { decisionsOfHub, moveForHub, movesToDecide, participationsToDecide } from '../queries.ts'
import { decisionForm } from './moves.form.ts'
import { type MoveShown, movesView, moveView } from './moves.view.ts'

const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))

const decidedShown = 50

export const showMoves: Page = async (request) => {
  const hub = await hubOf(request)
  const [open, decided, coming] = await Promise.all([
    movesToDecide(request.context.db, hub.id),
    decisionsOfHub(request.context.db, hub.id, decidedShown),
    comingMovesAtHub(request.context.db, hub.id),
  ])
  const notice = request.query.get('said') === 'decided' ? 'Decided. Everybody concerned has been told.' : null
  return page(movesView({ ...request.frame, notice }, { hub, open, decided, coming }))
}

const shownOf = async (request: PageRequest, form: FormState): Promise<MoveShown> => {
  const { db, today } = request.context
  const hub = await hubOf(request)
  const id = request.params['move'] ?? ''
  if (!isId(id)) throw new NotFound('No such move')
  const move = found(await moveForHub(db, hub.id, id))
  const open = await participationsToDecide(db, { hubId: hub.id, moveId: id, today })
  return { ...move, hub, participation: open[0] ?? null, more: Math.max(0, open.length - 1), form }
}

export const showMove: Page = async (request) => page(moveView(request.frame, await shownOf(request, emptyForm)))

export const decide: Page = async (request): Promise<Answer> => {
  const move = await shownOf(request, emptyForm)
  const again = (form: FormState): Answer => invalid(moveView(request.frame, { ...move, form }))
  const form = parseForm(decisionForm, request.body)
  if (!form.ok) return again(form)
  try {
    await decideMove(request.context, { moveId: move.id, ...form.value })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again({ typed: request.body, errors: [{ field: 'decision', message: problem.message }] })
  }
  const base = `/hub/${move.hub.slug}/people/moves`
  return redirect(move.more > 0 ? `${base}/${move.id}` : `${base}?said=decided`)
}
