import { found, NotFound } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { actorOfPerson, hubsOfPerson, personIdOf } from '../../people/index.ts'
import { rolesWithin } from '../acting.ts'
import { beginActing } from '../actions/begin-acting.ts'
import { canOf } from '../can-access.ts'
import { mayActFor, maySeeWhatSomebodyCan } from '../policy.ts'
import { rolesWithHubs } from '../queries.ts'
import { actForm } from './person.form.ts'
import { personView } from './person.view.ts'
import { placeOfAsking, requireOf } from './place-of-asking.ts'

const personAsked = async (request: PageRequest) => {
  const { context, params } = request
  const place = await placeOfAsking(request)
  const personId = params['person'] ?? ''
  const person = isId(personId) ? await actorOfPerson(context.db, personId, context.today) : null
  if (person?.kind !== 'person') throw new NotFound('Nobody of this id')
  const hubIds = await hubsOfPerson(context.db, personId)
  requireOf(place, hubIds)
  if (!maySeeWhatSomebodyCan(context.actor, { personId, hubIds })) throw new NotFound('Not theirs to know')
  return { place, person, mayAct: mayActFor(context.actor, { personId, roles: person.roles, hubIds }) }
}

const draw = async (request: PageRequest, form: FormState) => {
  const { context, frame } = request
  const { place, person, mayAct } = await personAsked(request)
  const within = place.hubId === null ? null : [place.hubId]
  const roles = rolesWithin(await rolesWithHubs(context.db, person.roles), within)
  return personView(frame, {
    place,
    id: person.personId,
    name: person.name,
    can: await canOf(context, { ...person, roles }),
    mayAct,
    form,
  })
}

export const showPerson: Page = async (request) => page(await draw(request, emptyForm))

export const actFor: Page = async (request) => {
  const form = parseForm(actForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  const { person } = await personAsked(request)
  await beginActing(request.context, {
    personId: person.personId,
    reason: form.value.reason,
    sessionToken: found(request.sessionToken),
  })
  return redirect('/my')
}

export const showOwn: Page = async ({ context, frame }) => {
  const id = found(personIdOf(context.actor))
  return page(
    personView(frame, {
      place: null,
      id,
      name: 'You',
      can: await canOf(context, context.actor),
      mayAct: false,
      form: emptyForm,
    }),
  )
}
