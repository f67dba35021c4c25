import { Conflict, Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, invalid, overtaken, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState, formFrom } from '../../../ui/fields.ts'
import { groupInSight } from '../../groups/index.ts'
import { isAtHub, slugOfHubLed } from '../../people/index.ts'
import { changeParticipants } from '../actions/change-participants.ts'
import { endPlace } from '../actions/move-place.ts'
import { samePeopleRefusal, successorRefusal } from '../place.ts'
import { mayChangePlace } from '../policy.ts'
import { hasMet, hubsOfPlace, keepsSamePeople, markOfPeople } from '../queries.ts'
import { participantsOfGroup, placesOfGroup } from '../sight-queries.ts'
import { type PeopleTyped, peopleForm } from './place.form.ts'
import { type PlacePage, placeView } from './place.view.ts'

type Request = Parameters<Page>[0]

const placeOf = async ({ context, params }: Request) => {
  const group = found(await groupInSight(context, params['id'] ?? ''))
  const place = (await placesOfGroup(context, group.id)).find((each) => each.id === params['place'])
  if (!place) throw new NotFound('Not a place of this group')
  const hubIds = await hubsOfPlace(context.db, place.id, context.today)
  if (!mayChangePlace(context.actor, group, { hubIds }))
    throw new Forbidden('Only the group’s hub, and the hub whose school it is, change a place')
  if (place.status !== 'offered' && place.status !== 'held') throw new NotFound('This place is over')
  const people = (await participantsOfGroup(context, group.id)).filter(
    (person) => person.placeId === place.id && person.part !== 'substitute',
  )
  const mark = await markOfPeople(context.db, place.id)
  const ledAt = slugOfHubLed(context.actor, [group.hubId, ...group.partnerHubIds.filter((id) => hubIds.includes(id))])
  const samePeople = place.status === 'held' && (await keepsSamePeople(context.db, group.id))
  const isOwn = hubIds.some((hubId) => isAtHub(context.actor, hubId))
  return {
    group,
    place,
    people,
    mark,
    ledAt,
    isOwn,
    samePeople,
    hasMet: await hasMet(context.db, group.id, context.now),
  }
}

const formOf = (
  people: readonly { personId: string; part: string; post: string | null; accessNeeds: string | null }[],
): FormState =>
  formFrom(
    Object.fromEntries([
      ['part', 'other'],
      ...people.flatMap((person) => [
        [`stays-${person.personId}`, 'yes'],
        [`part-${person.personId}`, person.part],
        [`post-${person.personId}`, person.post ?? ''],
        [`needs-${person.personId}`, person.accessNeeds ?? ''],
      ]),
    ]),
  )

export const showPlace: Page = async (request) => {
  const around = await placeOf(request)
  const notice = request.query.get('said') === 'links' ? 'The links were stopped, and new ones are on their way.' : null
  return page(
    placeView({ ...request.frame, notice }, {
      ...around,
      form: formOf(around.people),
      endForm: emptyForm,
    } satisfies PlacePage),
  )
}

const orAgain = async (
  work: () => Promise<void>,
  then: string,
  again: (message: string, isOvertaken: boolean) => Answer | Promise<Answer>,
): Promise<Answer> => {
  try {
    await work()
    return redirect(then)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    return again(problem.message, problem instanceof Conflict)
  }
}

// Where a refusal is put right: in the reason, in the number where that was changed, or else with who comes.
const fieldOf = (message: string, { peopleCount }: PeopleTyped): string => {
  if (message === samePeopleRefusal || message === successorRefusal) return 'why'
  return peopleCount === undefined ? 'name' : 'people_count'
}

export const savePeople: Page = async (request) => {
  const around = await placeOf(request)
  const again = (form: FormState) => invalid(placeView(request.frame, { ...around, form, endForm: emptyForm }))
  const form = parseForm(peopleForm({ people: around.people, peopleCount: around.place.peopleCount }), request.body)
  if (!form.ok) return again(form)
  const mark = typedText(request.body, 'mark')
  const why = typedText(request.body, 'why').trim()
  if (why.length > 500)
    return again({
      typed: request.body,
      errors: [{ field: 'why', message: 'Why somebody no longer comes can have at most 500 characters' }],
    })
  return orAgain(
    () =>
      changeParticipants(request.context, { placeId: around.place.id, mark, ...(why ? { why } : {}), ...form.value }),
    `/groups/${around.group.id}?said=changed`,
    async (message, isOvertaken) => {
      const shown = {
        typed: request.body,
        errors: [{ field: fieldOf(message, form.value), message }],
      }
      if (!isOvertaken) return again(shown)
      // What was typed stays, beside the people as they are now; who has seen them saves over them by saving once more.
      const now = await placeOf(request)
      const typed = { ...formOf(now.people).typed, ...request.body, mark: now.mark }
      return overtaken(placeView(request.frame, { ...now, form: { ...shown, typed }, endForm: emptyForm }))
    },
  )
}

export const end: Page = async (request) => {
  const around = await placeOf(request)
  const again = (message: string) =>
    invalid(
      placeView(request.frame, {
        ...around,
        form: formOf(around.people),
        endForm: { typed: request.body, errors: [{ field: 'reason', message }] },
      }),
    )
  const reason = typedText(request.body, 'reason')
  if (reason === '') return again('Say why the place ends')
  return orAgain(
    () => endPlace(request.context, around.place.id, reason),
    `/groups/${around.group.id}?said=changed`,
    again,
  )
}
