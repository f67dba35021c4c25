import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import {
  groupInSight,
  heldBackIn,
  holdBack,
  mayRunGroup,
  roomOfGroups,
  shareRoom,
  takesPlaces,
  wasHeldBackIn,
} from '../../groups/index.ts'
import { releaseHeldBack } from '../actions/release-held-back.ts'
import { hubHoldingBack, maySeeRoom } from '../policy.ts'
import { holdForm, releaseForm, sharesFrom } from './room.form.ts'
import { type RoomShown, roomView } from './room.view.ts'

const said: Readonly<Record<string, string>> = {
  shared: 'The shares are saved.',
  'held-back': 'The place is held back.',
  released: 'The place is released. Nobody in line fitted it yet.',
  offered: 'The place is released and has been offered to the next in line.',
}

const shownOf = async ({ context, params }: PageRequest, form: FormState, about: string): Promise<RoomShown> => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  const held = { ...group, partnerHubIds: group.partnerHubs.map(({ id }) => id) }
  if (!maySeeRoom(context.actor, held)) throw new Forbidden('Staff of the hubs of a group see its room')
  const [rooms, heldBack] = await Promise.all([roomOfGroups(context.db, [group.id]), heldBackIn(context.db, group.id)])
  const hubId = hubHoldingBack(context.actor, held)
  const name = group.partnerHubs.find(({ id }) => id === hubId)?.name ?? group.hubName
  const isOver = !takesPlaces(group.status)
  return {
    group,
    room: found(rooms.get(group.id) ?? null),
    own: hubId ? { id: hubId, name } : null,
    heldBack: heldBack.filter((each) => each.hubId === hubId),
    mayShare: mayRunGroup(context.actor, group) && !isOver,
    isOver,
    form,
    about,
  }
}

export const showRoom: Page = async (request) => {
  const notice = wordedAs(said, request.query.get('said'))
  return page(roomView({ ...request.frame, notice }, await shownOf(request, emptyForm, '')))
}

const again = async (request: PageRequest, about: string, errors: FormState['errors']): Promise<Answer> =>
  invalid(roomView(request.frame, await shownOf(request, { typed: request.body, errors }, about)))

/** What the rules refuse is said at the field it is about; nothing typed is lost. */
const trying = async (
  request: PageRequest,
  { about, field }: { about: string; field: string },
  act: () => Promise<string>,
): Promise<Answer> => {
  try {
    return redirect(`/groups/${request.params['id']}/room?said=${await act()}`)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return again(request, about, [{ field, message: problem.message }])
  }
}

export const shareOut: Page = async (request) => {
  const shown = await shownOf(request, emptyForm, 'share')
  if (!shown.mayShare) throw new Forbidden('Only staff of the lead hub share its room')
  const { value, errors } = sharesFrom(request.body, shown.group.partnerHubs)
  if (value === null) return again(request, 'share', errors)
  return trying(request, { about: 'share', field: 'share_0' }, async () => {
    await shareRoom(request.context, { groupId: shown.group.id, ...value })
    return 'shared'
  })
}

export const holdPlaceBack: Page = async (request) => {
  const { group, own } = await shownOf(request, emptyForm, 'hold')
  const form = parseForm(holdForm, request.body)
  if (!form.ok) return again(request, 'hold', form.errors)
  return trying(request, { about: 'hold', field: 'people' }, async () => {
    await holdBack(request.context, { groupId: group.id, hubId: found(own).id, ...form.value })
    return 'held-back'
  })
}

export const releasePlace: Page = async (request) => {
  const id = request.params['held'] ?? ''
  const { group, heldBack } = await shownOf(request, emptyForm, id)
  found((await wasHeldBackIn(request.context.db, group.id, id)) ? group : null)
  const form = parseForm(releaseForm, request.body)
  if (!form.ok) return again(request, id, form.errors)
  // Released in another tab already: the page says how it stands.
  if (!heldBack.some((held) => held.id === id)) return redirect(`/groups/${group.id}/room`)
  return trying(request, { about: id, field: 'release_reason' }, async () => {
    const reason = form.value.release_reason
    const { offeredTo } = await releaseHeldBack(request.context, { groupId: group.id, id, reason })
    return offeredTo === null ? 'released' : 'offered'
  })
}
