import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { groupInSight, mayRunGroup, roomOfGroups, takesPlaces } from '../../groups/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { isAtHub } from '../../people/index.ts'
import { answerAsking } from '../actions/answer-asking.ts'
import { askPartner, withdrawAsking } from '../actions/ask-partner.ts'
import { leaveGroup } from '../actions/leave-group.ts'
import { askingsOfGroup, askingsOfHub, hubsToAsk } from '../asking-queries.ts'
import { maySeeRoom } from '../policy.ts'
import { askingsView } from './askings.view.ts'
import { answerForm, askForm } from './partners.form.ts'
import { partnersView } from './partners.view.ts'

const said: Readonly<Record<string, string>> = {
  asked: 'The hub has been asked; you hear when it answers.',
  withdrawn: 'The asking is taken back.',
  left: 'The hub shares the group no more.',
  agreed: 'Your hub shares the group from now on.',
  declined: 'Your hub has declined.',
}

const groupOf = async ({ context, params }: PageRequest) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  const held = { ...group, partnerHubIds: group.partnerHubs.map(({ id }) => id) }
  if (!maySeeRoom(context.actor, held)) throw new Forbidden('Staff of the hubs of a group see who shares it')
  return group
}

const draw = async (request: PageRequest, form: FormState, about: string) => {
  const { db, actor } = request.context
  const group = await groupOf(request)
  const mayRun = mayRunGroup(actor, group)
  const [askings, hubs, rooms] = await Promise.all([
    mayRun ? askingsOfGroup(db, group.id) : [],
    mayRun ? hubsToAsk(db, group.id) : [],
    roomOfGroups(db, [group.id]),
  ])
  const mayEnd = group.partnerHubs.filter(({ id }) => mayRun || isAtHub(actor, id)).map(({ id }) => id)
  const notice = wordedAs(said, request.query.get('said'))
  return partnersView(
    { ...request.frame, notice },
    {
      ...{ group, askings, hubs, mayRun, form, about, mayEnd: new Set(mayEnd) },
      isOver: !takesPlaces(group.status),
      endOn: rooms.get(group.id)?.sharesEndOn ?? null,
    },
  )
}

export const showPartners: Page = async (request) => page(await draw(request, emptyForm, ''))

const trying = async (
  request: PageRequest,
  { about, field, to }: { about: string; field: string; to: string },
  act: () => Promise<unknown>,
): Promise<Answer> => {
  try {
    await act()
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const form = { typed: request.body, errors: [{ field, message: problem.message }] }
    return invalid(await draw(request, form, about))
  }
  return redirect(to)
}

export const ask: Page = async (request) => {
  const group = await groupOf(request)
  if (!mayRunGroup(request.context.actor, group)) throw new Forbidden('Only staff of the lead hub ask others')
  const form = parseForm(askForm(request.body, request.context.today), request.body)
  if (!form.ok) return invalid(await draw(request, form, 'ask'))
  const { hub: hubId, share, endOn, word } = form.value
  return trying(request, { about: 'ask', field: 'hub', to: `/groups/${group.id}/partners?said=asked` }, () =>
    askPartner(request.context, { groupId: group.id, hubId, share, endOn, word }),
  )
}

export const withdraw: Page = async (request) => {
  const group = await groupOf(request)
  await withdrawAsking(request.context, { groupId: group.id, askingId: request.params['asking'] ?? '' })
  return redirect(`/groups/${group.id}/partners?said=withdrawn`)
}

export const leave: Page = async (request) => {
  const group = await groupOf(request)
  const hubId = request.params['partner'] ?? ''
  found(group.partnerHubs.find(({ id }) => id === hubId) ?? null)
  // Whoever has left sees the group no more.
  const to = mayRunGroup(request.context.actor, group) ? `/groups/${group.id}/partners?said=left` : '/groups'
  return trying(request, { about: hubId, field: 'leave_word', to }, () =>
    leaveGroup(request.context, { groupId: group.id, hubId, word: typedText(request.body, 'leave_word') }),
  )
}

const drawAskings = async (request: PageRequest, form: FormState, about: string) => {
  const hub = found(await hubBySlug(request.context.db, request.params['hub'] ?? ''))
  const notice = wordedAs(said, request.query.get('said'))
  const askings = await askingsOfHub(request.context.db, hub.id)
  return askingsView({ ...request.frame, notice }, { hub, askings, form, about })
}

/** What other hubs ask: whether a hub shares groups of theirs. */
export const showAskings: Page = async (request) => page(await drawAskings(request, emptyForm, ''))

export const answer: Page = async (request) => {
  const hub = found(await hubBySlug(request.context.db, request.params['hub'] ?? ''))
  const askingId = request.params['asking'] ?? ''
  found((await askingsOfHub(request.context.db, hub.id)).find(({ id }) => id === askingId) ?? null)
  const form = parseForm(answerForm, request.body)
  if (!form.ok) return invalid(await drawAskings(request, form, askingId))
  try {
    await answerAsking(request.context, { hubId: hub.id, askingId, ...form.value })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const state = { typed: request.body, errors: [{ field: 'answer', message: problem.message }] }
    return invalid(await drawAskings(request, state, askingId))
  }
  return redirect(`/hub/${hub.slug}/askings?said=${form.value.answer}`)
}
