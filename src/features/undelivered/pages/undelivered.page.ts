import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { faultInWords } from '../../../platform/mail/index.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { hubsOfPerson, personIdOf } from '../../people/index.ts'
import { proposeAddress } from '../actions/propose-address.ts'
import { tryAgain } from '../actions/try-again.ts'
import { mayCorrectAddress } from '../policy.ts'
import { isStaffAnywhere, type NotReached, notReached, personNotReached } from '../queries.ts'
import { proposedForm } from './undelivered.form.ts'
import { notReachedView, proposingView } from './undelivered.view.ts'

const said: Readonly<Record<string, string>> = {
  'tried-again': 'What was held back is on its way. If it does not arrive, you see it here again.',
  known: 'Nothing is known to be wrong with this address any more.',
  proposed:
    'We have written to the new address. Once it is confirmed from there, it takes the place of the old one, and what was held back goes there.',
}

const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

export const showNotReached: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubOf(request)
  const people = (await notReached(context.db, hub.id)).map((person) => ({
    ...person,
    what: faultInWords(person.status),
  }))
  const notice = wordedAs(said, query.get('said')) ?? frame.notice
  return page(notReachedView({ ...frame, notice }, { hub, people }))
}

/** Whoever the hub knows: for another hub there is nobody here (domain rule 9). */
const personOf = async (request: PageRequest): Promise<{ hub: Hub; personId: string }> => {
  const hub = await hubOf(request)
  const personId = request.params['person'] ?? ''
  if (!isId(personId) || !(await hubsOfPerson(request.context.db, personId)).includes(hub.id))
    throw new NotFound('Nobody this hub knows')
  return { hub, personId }
}

const tried = async ({ context }: PageRequest, personId: string): Promise<string> => {
  try {
    await tryAgain(context, personId)
    return 'tried-again'
  } catch (problem) {
    // Somebody else was quicker, or the person has another address by now: there is nothing left to do.
    if (problem instanceof Refused) return 'known'
    throw problem
  }
}

export const retry: Page = async (request) => {
  const { hub, personId } = await personOf(request)
  return redirect(`/hub/${hub.slug}/undelivered?said=${await tried(request, personId)}`)
}

export const retryOwn: Page = async (request) => {
  await tried(request, found(personIdOf(request.context.actor)))
  return redirect('/account/details?said=tried-again')
}

type Here = { readonly hub: Hub; readonly personId: string; readonly person: NotReached | null }

const draw = async (request: PageRequest, { hub, personId, person }: Here, form: FormState) => {
  const { context } = request
  const isStaff = await isStaffAnywhere(context.db, personId, context.today)
  const mayPropose = person !== null && mayCorrectAddress(context.actor, { personId, hubIds: [hub.id], isStaff })
  return proposingView(request.frame, { hub, personId, person, mayPropose, form })
}

const hereOf = async (request: PageRequest): Promise<Here> => {
  const { hub, personId } = await personOf(request)
  return { hub, personId, person: await personNotReached(request.context.db, personId) }
}

export const showProposing: Page = async (request) => page(await draw(request, await hereOf(request), emptyForm))

export const saveProposed: Page = async (request) => {
  const here = await hereOf(request)
  const form = parseForm(proposedForm, request.body)
  if (!form.ok) return invalid(await draw(request, here, form))
  try {
    await proposeAddress(request.context, { personId: here.personId, address: form.value.address, hub: here.hub.name })
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const errors = [{ field: 'address', message: problem.message }]
    return invalid(await draw(request, here, { typed: request.body, errors }))
  }
  return redirect(`/hub/${here.hub.slug}/undelivered?said=proposed`)
}
