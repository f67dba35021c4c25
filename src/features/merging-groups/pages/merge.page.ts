import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { groupInSight, mayRunGroup, takesPlaces } from '../../groups/index.ts'
import { arrangeMerger, takeBackMerger } from '../actions/arrange-merger.ts'
import { arrangingRefusal } from '../arranged.ts'
import { arrangedOfGroup, latestOfGroup } from '../arranged-queries.ts'
import { markOf, mergeRefusal, roomMissing, wayOf } from '../merger.ts'
import { asideOf, groupsToJoin, mergerInSight, venuesOf } from '../queries.ts'
import { arrangedView } from './arranged.view.ts'
import { chooseView } from './choose.view.ts'
import { mergeView } from './merge.view.ts'

const fromOf = async ({ context, params }: PageRequest) => {
  const from = found(await groupInSight(context, params['id'] ?? ''))
  if (!mayRunGroup(context.actor, from)) throw new Forbidden('Only staff of the lead hub merge a group')
  if (!takesPlaces(from.status)) throw new Refused('This group is over: it cannot become part of another.')
  return from
}

const choosing = async (request: PageRequest, form: FormState) => {
  const from = await fromOf(request)
  const others = await groupsToJoin(request.context, from)
  const venues = await venuesOf(request.context.db, [from.id, ...others.map(({ id }) => id)])
  const at = venues.get(from.id) ?? null
  const away = (id: string) => wayOf({ at, limitMiles: null }, { from: null, into: venues.get(id) ?? null }).then
  return chooseView(request.frame, { from, others: others.map((group) => ({ group, miles: away(group.id) })), form })
}

const looking = async (request: PageRequest, intoId: string, form: FormState) => {
  const { context } = request
  const from = await fromOf(request)
  const merger = found(await mergerInSight(context, { fromId: from.id, intoId }))
  const venues = await venuesOf(context.db, [from.id, intoId])
  const between = { from: venues.get(from.id) ?? null, into: venues.get(intoId) ?? null }
  return mergeView(request.frame, {
    merger,
    ways: merger.places.map((place) => wayOf(place, between)),
    aside: await asideOf(context.db, merger, context),
    missing: roomMissing(merger),
    refusal:
      mergeRefusal(merger, true) ??
      arrangingRefusal({ from: null, into: await arrangedOfGroup(context.db, intoId) }, intoId),
    mayRunInto: mayRunGroup(context.actor, merger.into),
    mark: markOf(merger),
    form,
  })
}

/** Which group a group could become part of; once one is chosen, what would happen; and once it is arranged, until when it can be taken back. */
export const showMerge: Page = async (request) => {
  const from = await fromOf(request)
  const arranged = await arrangedOfGroup(request.context.db, from.id)
  if (arranged) return page(arrangedView(request.frame, arranged))
  const into = request.query.get('into') ?? ''
  return page(into === '' ? await choosing(request, emptyForm) : await looking(request, into, emptyForm))
}

export const merge: Page = async (request) => {
  const { body } = request
  const from = await fromOf(request)
  const intoId = typedText(body, 'into')
  if (intoId === '')
    return invalid(
      await choosing(request, {
        typed: body,
        errors: [{ field: 'into', message: 'Choose the group it becomes part of' }],
      }),
    )
  const again = (field: string, message: string) =>
    looking(request, intoId, { typed: body, errors: [{ field, message }] })
  const reason = typedText(body, 'reason')
  if (reason === '') return invalid(await again('reason', 'Say why the groups become one'))
  const leadsJoin = typedText(body, 'leads') === 'join'
  const addsRoom = typedText(body, 'room') === 'add'
  try {
    await arrangeMerger(request.context, {
      fromId: from.id,
      intoId,
      reason,
      leadsJoin,
      addsRoom,
      mark: typedText(body, 'mark'),
    })
  } catch (problem) {
    if (problem instanceof Conflict) return overtaken(await again('', problem.message))
    if (problem instanceof Refused) return invalid(await again('', problem.message))
    throw problem
  }
  return redirect(`/groups/${from.id}/merge`)
}

/** Takes back what was arranged, in time. */
export const takeBack: Page = async (request) => {
  const from = found(await groupInSight(request.context, request.params['id'] ?? ''))
  try {
    await takeBackMerger(request.context, from.id)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    // Too late: the group says what it is part of now.
    const latest = await latestOfGroup(request.context.db, from.id)
    throw new Refused(
      latest?.status === 'done'
        ? `The ten minutes are over: ${latest.from} is part of ${latest.into}, and everybody has been told.`
        : problem.message,
    )
  }
  return redirect(`/groups/${from.id}?said=stays`)
}
