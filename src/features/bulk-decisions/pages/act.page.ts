import type { Reader } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedList, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { usualLastDay } from '../../answer-times/index.ts'
import { interestMatching } from '../../decisions/index.ts'
import { messageTextsOf } from '../../hub-messages/index.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { beginAct } from '../actions/begin-act.ts'
import { carryOutAct } from '../actions/carry-out-act.ts'
import { previewAct } from '../actions/preview-act.ts'
import { undoAct } from '../actions/undo-act.ts'
import { type BulkAct, isUndoable, mostAtOnce } from '../bulk-act.ts'
import { actAtHub, actsOfHub, groupsForAct, hubsToPassTo, mailOfAct, rowsOfAct } from '../queries.ts'
import { deedForm } from './act.form.ts'
import { actView } from './act.view.ts'
import { actsView, notBegunView } from './acts.view.ts'

const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

const actHere = async (request: PageRequest): Promise<{ hub: Hub; act: BulkAct }> => {
  const hub = await hubOf(request)
  const id = request.params['act'] ?? ''
  return { hub, act: found(isId(id) ? await actAtHub(request.context.db, hub.id, id) : null) }
}

const actsShown = 50

export const showActs: Page = async (request) => {
  const hub = await hubOf(request)
  const acts = await actsOfHub(request.context.db, hub.id, actsShown)
  return page(actsView(request.frame, { hub, acts, now: request.context.now }))
}

/** Requests ticked in the list, or all that match what the list is narrowed to. */
export const begin: Page = async (request): Promise<Answer> => {
  const { context, body, query } = request
  const hub = await hubOf(request)
  const interestIds =
    typedText(body, 'scope') === 'all'
      ? await interestMatching(context, { hubId: hub.id, query, most: mostAtOnce + 1 })
      : typedList(body, 'chosen').filter(isId)
  try {
    const { actId } = await beginAct(context, { hubId: hub.id, interestIds })
    return redirect(`/hub/${hub.slug}/acts/${actId}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(notBegunView(request.frame, { hub, message: problem.message, query: String(query) }))
  }
}

const textsToSend = async (db: Reader, hubId: string) =>
  (await messageTextsOf(db, hubId)).filter(({ isRetired }) => !isRetired)

const draw = async (request: PageRequest, { hub, act }: { hub: Hub; act: BulkAct }, form: FormState) => {
  const { db, now } = request.context
  const isOver = act.status === 'carried_out' || act.status === 'undone'
  const [rows, groups, texts, mail, hubs] = await Promise.all([
    rowsOfAct(db, act.id),
    isOver ? [] : groupsForAct(db, hub.id, act.id),
    isOver ? [] : textsToSend(db, hub.id),
    isOver ? mailOfAct(db, act.id) : [],
    isOver ? [] : hubsToPassTo(db, hub.id, act.id),
  ])
  return actView(request.frame, {
    hub,
    act,
    rows,
    ...{ groups, texts, mail, hubs },
    isUndoable: isUndoable(act, now),
    usualDeadline: await usualLastDay(db, hub.id, now),
    form,
  })
}

export const showAct: Page = async (request) => page(await draw(request, await actHere(request), emptyForm))

/** Chooses what is to be done, and looks at what would come of it. */
export const choose: Page = async (request): Promise<Answer> => {
  const here = await actHere(request)
  const { context, body } = request
  const [groups, texts, hubs] = await Promise.all([
    groupsForAct(context.db, here.hub.id, here.act.id),
    textsToSend(context.db, here.hub.id),
    hubsToPassTo(context.db, here.hub.id, here.act.id),
  ])
  const form = parseForm(deedForm({ today: context.today, groups, texts, hubs }), body)
  if (!form.ok) return invalid(await draw(request, here, form))
  await previewAct(context, { hubId: here.hub.id, actId: here.act.id, deed: form.value })
  return redirect(request.path)
}

const then =
  (act: typeof carryOutAct, tail: RegExp): Page =>
  async (request) => {
    const { hub, act: chosen } = await actHere(request)
    await act(request.context, { hubId: hub.id, actId: chosen.id, seen: typedText(request.body, 'seen') })
    return redirect(request.path.replace(tail, ''))
  }

export const carryOut = then(carryOutAct, /\/carry-out$/)
export const undo = then(undoAct, /\/undo$/)
